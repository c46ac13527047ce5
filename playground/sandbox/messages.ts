import { randomUUID } from 'node:crypto';
import type { MessageRecord } from './account';

type Needed = 'sessionId' | 'type' | 'direction' | 'origin' | 'status';

/** What a new message has to say, and what it may. */
export type MessageInput = Pick<MessageRecord, Needed> & Partial<MessageRecord>;

/** A message that has just been written, with what is given and blanks for the rest. */
export function newMessage(given: MessageInput): MessageRecord {
	const now = new Date().toISOString();
	return {
		id: randomUUID(),
		createdAt: now,
		updatedAt: now,
		timestamp: now,
		senderId: null,
		templateId: null,
		userId: null,
		text: null,
		fileId: null,
		refId: null,
		readContactAt: null,
		details: null,
		failedReason: null,
		filesIds: null,
		...given,
	};
}
