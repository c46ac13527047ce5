import type { components } from '../../../contract/types/chat';
import { isBlank } from '../values/blank';
import type { Message } from './records';

type Schemas = components['schemas'];

/**
 * Who wrote a message: the contact, a user (a person of the team), a chatbot, whoever uses the API, a
 * campaign, or WTS Chat itself, which tells of office hours and payments.
 */
export type Author = 'contact' | 'user' | 'bot' | 'api' | 'campaign' | 'platform' | 'unknown';

const AUTHORS: Record<Schemas['MessageOrigin'], Author> = {
	DEFAULT: 'user',
	BOT: 'bot',
	API: 'api',
	CAMPAIGN: 'campaign',
	OFFICE_HOURS: 'platform',
	PAYMENT: 'platform',
	// the contact's side; in the other direction it may be the phone of the team
	GATEWAY: 'unknown',
};

const FROM_CONTACT: Schemas['MessageDirection'] = 'FROM_HUB';
const NOT_WRITTEN: Array<Schemas['MessageType']> = ['NOTE', 'TRANSITION', 'TRACK'];

/** Who wrote the message, as far as it tells. */
export function authorOf({ direction, origin, userId }: Message): Author {
	const isIncoming = direction === undefined ? origin === 'GATEWAY' : direction === FROM_CONTACT;
	if (isIncoming) return 'contact';
	const author = isOrigin(origin) ? AUTHORS[origin] : 'unknown';
	return author === 'user' && isBlank(userId) ? 'unknown' : author;
}

/** Whether the contact reads or wrote it: no internal note, transfer or visit of a page, and not deleted. */
export function isWritten({ type, status }: Message): boolean {
	return !NOT_WRITTEN.some((name) => name === type) && status !== 'DELETED';
}

/** Whether the contact wrote it. */
export function isFromContact(message: Message): boolean {
	return isWritten(message) && authorOf(message) === 'contact';
}

/**
 * Whether it can be an answer to what the contact wrote. Campaigns and what WTS Chat says by itself come
 * without regard to it, and what failed has not reached the contact.
 */
export function isAnswer(message: Message): boolean {
	return (
		isWritten(message) &&
		message.status !== 'FAILED' &&
		!['contact', 'campaign', 'platform'].includes(authorOf(message))
	);
}

function isOrigin(origin: unknown): origin is Schemas['MessageOrigin'] {
	return typeof origin === 'string' && Object.hasOwn(AUTHORS, origin);
}
