import { sessionById, type Account, type SessionRecord } from './account';

/** How long an account may write without a template, from the last message of the contact. */
const WINDOW_MS = 24 * 60 * 60 * 1_000;

const MOMENTS = [
	'createdAt',
	'updatedAt',
	'timestamp',
	'startAt',
	'endAt',
	'firstResponseAt',
	'lastInteractionDate',
	'lastMessageIn',
	'lastMessageOut',
	'readContactAt',
] as const;

type Dated = Partial<Record<(typeof MOMENTS)[number], string | null>>;

/** When an open window closes; what contacts of the seed wrote counts as written at the start. */
export function windowEndOf(
	{ openedAt }: Account,
	{ windowStatus, lastMessageIn }: SessionRecord,
): string | null {
	if (windowStatus !== 'ACTIVE' || lastMessageIn === null) return null;
	return new Date(Math.max(Date.parse(lastMessageIn), openedAt) + WINDOW_MS).toISOString();
}

/** The window of a session as it stands now. */
export function windowStatusOf(
	account: Account,
	session: SessionRecord,
): SessionRecord['windowStatus'] {
	const end = windowEndOf(account, session);
	return end !== null && end <= new Date().toISOString() ? 'EXPIRED' : session.windowStatus;
}

/** Lets time pass for every conversation: all that is in them is that much older, and windows close. */
export function letPass(account: Account, milliseconds: number): void {
	account.openedAt -= milliseconds;
	for (const record of [...account.sessions, ...account.messages]) age(record, milliseconds);
}

/** Lets the hours of its window pass for one conversation. */
export function closeWindow(account: Account, sessionId: string): void {
	const session = sessionById(account, sessionId);
	age(session, WINDOW_MS);
	for (const message of account.messages) {
		if (message.sessionId === sessionId) age(message, WINDOW_MS);
	}
	session.windowStatus = 'EXPIRED';
}

function age(record: Dated, milliseconds: number): void {
	for (const name of MOMENTS) {
		const moment = record[name];
		if (moment) record[name] = new Date(Date.parse(moment) - milliseconds).toISOString();
	}
}
