import type { Account } from '../account';
import {
	seedPortfolio,
	seedPortfolioContacts,
	seedSequence,
	seedSequenceContacts,
} from './audiences';
import { seedCard, seedNotes } from './cards';
import { seedChatbot } from './chatbots';
import { seedOfficeHours, seedSubscription, seedWebhookEvents } from './company';
import { seedContact, seedSession } from './conversations';
import { seedMessages } from './messages';
import { seedFile, seedOtp, seedSends, seedTemplate, seedTemplateButtons } from './sending';
import { seedContactCustomFields } from './customFields';
import {
	COMPANY_ID,
	seedAgent,
	seedChannels,
	seedDepartment,
	seedTagColors,
	seedTags,
} from './organization';
import { seedPanel } from './panels';
import { seedScheduledMessage } from './scheduledMessages';

const SIZES = {
	small: {
		departments: 4,
		agents: 6,
		contacts: 12,
		sessions: 12,
		subscriptions: 3,
		templates: 7,
		panels: 3,
		cards: 12,
		chatbots: 3,
		portfolios: 3,
		scheduledMessages: 8,
		sequences: 3,
	},
	large: {
		departments: 250,
		agents: 1200,
		contacts: 300,
		sessions: 300,
		subscriptions: 40,
		templates: 250,
		panels: 130,
		cards: 300,
		chatbots: 130,
		portfolios: 130,
		scheduledMessages: 260,
		sequences: 130,
	},
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
	const portfolios = many(counts.portfolios, (n) => seedPortfolio(n, { departments, agents }));
	const account: Account = {
		url: '',
		companyId: COMPANY_ID,
		openedAt: 0,
		departments,
		agents,
		blocked: [],
		loggedOut: [],
		channels,
		tags,
		tagColors: seedTagColors(),
		contactCustomFields: seedContactCustomFields(),
		contacts,
		portfolios,
		portfolioContacts: seedPortfolioContacts(contacts, portfolios),
		sequences: many(counts.sequences, seedSequence),
		sequenceContacts: seedSequenceContacts(contacts),
		sessions: [],
		messages: [],
		sends: [],
		typingUntil: new Map(),
		otps: [seedOtp()],
		chatbots: many(counts.chatbots, (n) => seedChatbot(n, channels, departments)),
		chatbotSends: [],
		scheduledMessages: [],
		templates: many(counts.templates, seedTemplate),
		templateButtons: seedTemplateButtons(),
		files: [seedFile()],
		tempFiles: [],
		fileContents: new Map(),
		webhookEvents: seedWebhookEvents(),
		subscriptions: many(counts.subscriptions, seedSubscription),
		officeHours: seedOfficeHours(),
		panels: many(counts.panels, seedPanel),
		cards: [],
		cardNotes: [],
	};
	account.sessions = many(counts.sessions, (n) => seedSession(n, account));
	account.messages = account.sessions.flatMap((session, n) => seedMessages(n, session));
	account.sends = seedSends(account.messages);
	account.cards = many(counts.cards, (n) => seedCard(n, account));
	account.cardNotes = account.cards.flatMap((card, n) => seedNotes(n, card, account));
	account.scheduledMessages = many(counts.scheduledMessages, (n) =>
		seedScheduledMessage(n, account),
	);
	return account;
}
