import { sessionInStatus, type Account, type AccountSize } from '../../playground/sandbox';
import { operations } from '../../playground/sandbox/handlers';
import { withSandbox } from './support';

type Call = [method: 'get' | 'put', path: string, body?: object];

const SESSION_DETAILS = [
	'AgentDetails',
	'DepartmentsDetails',
	'ContactDetails',
	'ChannelTypeDetails',
	'ClassificationDetails',
	'ChannelDetails',
];

function repeated(name: string, values: string[]): string {
	return values.map((value) => `${name}=${value}`).join('&');
}

/** Calls of every operation that together touch each record of the account. */
function callsTo({ sessions, departments, agents, contacts }: Account): Record<string, Call[]> {
	const session = sessions[0]!;
	const user = agents[1]!.userId;
	const inclusion = ['Tags', 'CustomFields', 'Portfolios'];
	const pages = [1, 2, 3].map((page) => `PageSize=100&PageNumber=${page}`);
	const write = (version: string, action: string, body: object): Call[] => [
		['put', `/chat/${version}/session/${session.id}/${action}`, body],
	];
	return {
		listSessions: pages.map((page) => [
			'get',
			`/chat/v2/session?${page}&${repeated('IncludeDetails', SESSION_DETAILS)}`,
		]),
		getSession: sessions.map(({ id }) => [
			'get',
			`/chat/v2/session/${id}?${repeated('includeDetails', SESSION_DETAILS)}`,
		]),
		updateSession: write('v2', 'partial', {
			fields: ['Status', 'EndAt', 'UserId', 'Classification', 'Metadata', 'Autocomplete'],
			status: 'COMPLETED',
			userId: user,
			classification: { category: 'INFO' },
			metadata: { pedido: { itens: [1, 2] } },
		}),
		transferSession: write('v1', 'transfer', { type: 'USER', newUserId: user }),
		assignSession: write('v1', 'assignee', { userId: user }),
		completeSession: write('v1', 'complete', { reactivateOnNewMessage: true }),
		changeSessionStatus: write('v1', 'status', { newStatus: 'HIDDEN' }),
		listDepartments: [['get', '/core/v2/department']],
		getDepartment: departments.map(({ id }) => [
			'get',
			`/core/v1/department/${id}?includeDetails=All`,
		]),
		listAgents: [['get', '/core/v1/agent']],
		getAgent: agents.slice(0, 20).map(({ userId }) => ['get', `/core/v1/agent/${userId}`]),
		listChannels: [['get', '/chat/v1/channel']],
		listTags: [['get', '/core/v1/tag']],
		getContact: contacts.map(({ id }) => [
			'get',
			`/core/v1/contact/${id}?${repeated('IncludeDetails', inclusion)}`,
		]),
		listContacts: ['ACTIVE', 'ARCHIVED', 'BLOCKED'].flatMap((status) =>
			pages.map((page): Call => ['get', `/core/v1/contact?Status=${status}&${page}`]),
		),
	};
}

describe.each<AccountSize>(['small', 'large'])('the %s account', (size) => {
	it.each(operations.map(({ operationId }) => operationId))(
		'keeps the contract in every answer of %s',
		async (operationId) =>
			await withSandbox(
				async (client, { account }) => {
					const calls = callsTo(account)[operationId] ?? [];
					expect(calls).not.toHaveLength(0);
					for (const [method, url, data] of calls) {
						const answer = await client.request({ method, url, data });
						expect([url, answer.status, answer.data.text]).toEqual([url, 200, undefined]);
					}
				},
				{ account: size },
			)(),
	);
});

describe('an answer that breaks the contract', () => {
	it(
		'fails loudly and says what is wrong',
		withSandbox(async (client, { account }) => {
			account.tags[0]!.color = 'MAUVE' as never;
			sessionInStatus(account, 'PENDING').updatedAt = 'yesterday';

			const tags = await client.get('/core/v1/tag');
			expect(tags.status).toBe(500);
			expect(tags.data.key).toBe('SANDBOX_CONTRACT_VIOLATION');
			expect(tags.data.text).toContain(
				"The sandbox's answer to listTags breaks the contract: /0/color",
			);

			const sessions = await client.get('/chat/v2/session');
			expect(sessions.data.text).toContain('/items/0/updatedAt must match format "date-time"');
		}),
	);
});
