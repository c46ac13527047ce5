import type { Forms } from './form';
import { sending } from './sending';

/** For one item a message: between them, the messages of the account have everything that a message can have. */
const messageId = '={{ $json.id }}';

const filters = {
	createdAfter: '2026-01-01T00:00:00',
	createdBefore: '2026-12-31T23:59:59',
	updatedAfter: '2026-01-01T00:00:00',
	updatedBefore: '2026-12-31T23:59:59',
};

export const message: Forms = {
	delete: ({ account }) => [{ items: account.messages, parameters: { messageId } }],
	get: ({ account }) => [
		{ items: account.messages, parameters: { messageId, simplify: false } },
	],
	getChatHistory: ({ account }) => [
		{
			items: account.sessions,
			parameters: {
				sessionId: '={{ $json.id }}',
				lastMessages: 10,
				options: { leaveOut: ['campaign'], leaveOutUnanswered: true },
			},
		},
	],
	getMany: ({ account }) => [
		{
			items: account.sessions,
			parameters: {
				sessionId: '={{ $json.id }}',
				returnAll: true,
				simplify: false,
				filters,
				options: { includeNotes: true },
			},
		},
		{
			items: account.sessions,
			parameters: {
				sessionId: '={{ $json.id }}',
				lastMessages: 50,
				simplify: false,
				filters,
				options: { readThrough: 'session' },
			},
		},
	],
	getStatus: ({ account }) => [{ items: account.messages, parameters: { messageId } }],
	...sending,
};
