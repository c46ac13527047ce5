import type { Forms } from './form';

/** For one item a session: between them, the sessions of the account have everything that a session can have. */
const sessionId = '={{ $json.id }}';

const includeDetails = [
	'AgentDetails',
	'ChannelDetails',
	'ChannelTypeDetails',
	'ClassificationDetails',
	'ContactDetails',
	'DepartmentsDetails',
];

export const session: Forms = {
	assign: ({ account }) => [
		{
			items: account.sessions,
			parameters: {
				sessionId,
				userId: account.agents[0]?.userId,
				simplify: false,
				options: { stopBotInExecution: true },
			},
		},
	],
	changeStatus: ({ account }) => [
		{
			items: account.sessions,
			parameters: {
				sessionId,
				status: 'IN_PROGRESS',
				simplify: false,
				options: { stopBotInExecution: false },
			},
		},
	],
	complete: ({ account }) => [
		{
			items: account.sessions,
			parameters: {
				sessionId,
				simplify: false,
				options: { reactivateOnNewMessage: true, stopBotInExecution: true },
			},
		},
		{ parameters: { sessionId: account.sessions[0]?.id } },
	],
	get: ({ account }) => [
		{
			items: account.sessions,
			parameters: { sessionId, simplify: false, options: { includeDetails } },
		},
	],
	getMany: ({ account }) => [
		{
			parameters: {
				returnAll: true,
				simplify: false,
				options: { includeDetails },
				sort: { direction: 'DESCENDING', field: 'createdAt' },
			},
		},
		{ parameters: { returnAll: false, limit: 5, filters: filtersOfWaiting(account) } },
		{ parameters: { returnAll: false, limit: 5, filters: filtersOfCompleted(account) } },
	],
	transfer: ({ account }) => [
		{
			items: account.sessions,
			parameters: {
				sessionId,
				departmentId: account.departments[0]?.id,
				userId: account.agents[0]?.userId,
				simplify: false,
				options: { stopBotInExecution: true },
			},
		},
	],
	update: ({ account }) => [
		{
			items: account.sessions,
			parameters: {
				sessionId,
				simplify: false,
				updateFields: {
					classificationAmount: 1490.5,
					classificationCategory: 'WON',
					classificationDescription: 'Plano anual',
					departmentId: account.departments[0]?.id,
					endAt: '2026-09-15T13:00:00',
					metadata: { pairs: [{ key: 'pedido', value: '9876' }] },
					number: '2026-77',
					status: 'COMPLETED',
					userId: account.agents[0]?.userId,
				},
				options: { stopBotInExecution: false },
			},
		},
		{
			parameters: {
				sessionId: account.sessions[0]?.id,
				updateFields: { metadataJson: '{ "pedido": null }', clear: ['userId', 'departmentId'] },
			},
		},
	],
};

type Account = Parameters<Forms[string]>[0]['account'];

/** Filters that the first session passes, which nobody owns yet. */
function filtersOfWaiting({ sessions, contacts }: Account) {
	const session = sessions[0];
	const tagIds = contacts.find(({ id }) => id === session?.contactId)?.tagIds;
	return {
		activeAfter: '2026-01-01T00:00:00',
		activeBefore: '2026-12-31T23:59:59',
		channelIds: [session?.channelId],
		contactId: session?.contactId,
		createdAfter: '2026-01-01T00:00:00',
		createdBefore: '2026-12-31T23:59:59',
		lastInteractionAfter: '2026-01-01T00:00:00',
		lastInteractionBefore: '2026-12-31T23:59:59',
		metadata: { pairs: [{ key: 'origem', value: 'site' }] },
		statuses: ['PENDING', 'STARTED'],
		tagIds,
		sessionType: 'INDIVIDUAL',
	};
}

/** Filters that the third session passes, which is completed. */
function filtersOfCompleted({ sessions, contacts, tags }: Account) {
	const tagIds = contacts.find(({ id }) => id === sessions[2]?.contactId)?.tagIds;
	return {
		tagIds: tags.find(({ id }) => tagIds?.includes(id))?.name,
		departmentId: sessions[2]?.departmentId,
		endedAfter: '2026-01-01T00:00:00',
		endedBefore: '2026-12-31T23:59:59',
		updatedAfter: '2026-01-01T00:00:00',
		updatedBefore: '2026-12-31T23:59:59',
		userId: sessions[2]?.userId,
	};
}
