import type { Account } from '../account';
import { seedContact, seedSession } from './conversations';
import { COMPANY_ID, seedAgent, seedChannels, seedDepartment, seedTags } from './organization';

const SIZES = {
	small: { departments: 4, agents: 6, contacts: 12, sessions: 12 },
	large: { departments: 250, agents: 1200, contacts: 300, sessions: 300 },
};

export type AccountSize = keyof typeof SIZES;

function many<Item>(count: number, make: (n: number) => Item): Item[] {
	return Array.from({ length: count }, (_, n) => make(n));
}

/** A new account, the same in every run: ids, dates, names and all. */
export function seedAccount(size: AccountSize): Account {
	const counts = SIZES[size];
	const channels = seedChannels();
	const tags = seedTags();
	const departments = many(counts.departments, (n) => seedDepartment(n, channels));
	const agents = many(counts.agents, (n) => seedAgent(n, departments));
	const contacts = many(counts.contacts, (n) => seedContact(n, tags));
	const account: Account = {
		companyId: COMPANY_ID,
		departments,
		agents,
		channels,
		tags,
		contacts,
		sessions: [],
	};
	account.sessions = many(counts.sessions, (n) => seedSession(n, account));
	return account;
}
