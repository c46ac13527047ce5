import type { components } from '../../../contract/types/chat';
import { messageById, sessionById, type Account, type MessageRecord } from '../account';
import { inDates, type DateQuery } from '../moments';
import { operation } from '../operation';
import { paged, type PageQuery } from '../paging';
import { advance } from '../sending/messages';

type Schemas = components['schemas'];

function messagesOf(account: Account, sessionId: string, query: DateQuery & PageQuery) {
	const { id } = sessionById(account, sessionId);
	const messages = account.messages.filter(
		(message) => message.sessionId === id && inDates(message, query),
	);
	return paged(messages, query);
}

function statusOf({
	id,
	createdAt,
	updatedAt,
	sessionId,
	status,
	failedReason,
}: MessageRecord): Schemas['MessageStatusResult'] {
	return { id, createdAt, updatedAt, sessionId, status, failureReason: failedReason };
}

export const messageOperations = [
	operation('listMessages', ({ query }, account) => messagesOf(account, query.SessionId, query)),

	operation('listSessionMessages', ({ path, query }, account) =>
		messagesOf(account, path.id, query),
	),

	operation('getMessage', ({ path }, account) => messageById(account, path.id)),

	operation('getMessageStatus', ({ path }, account) =>
		statusOf(advance(account, messageById(account, path.id))),
	),

	// It stays in the list with the status that the contract has for this.
	operation('deleteMessage', ({ path }, account) =>
		Object.assign(messageById(account, path.id), {
			status: 'DELETED' as const,
			updatedAt: new Date().toISOString(),
		}),
	),
];
