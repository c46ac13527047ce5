import { sessionInStatus, type Account, type AccountSize } from '../../playground/sandbox';
import { seedAccount } from '../../playground/sandbox/seed';
import { withSandbox } from './support';

type Call = [method: 'get' | 'put' | 'post' | 'delete', path: string, body?: object];

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
function callsTo(account: Account): Record<string, Call[]> {
	const { sessions, departments, agents, contacts } = account;
	const session = sessions[0]!;
	const user = agents[1]!.userId;
	const inclusion = ['Tags', 'CustomFields', 'Portfolios'];
	const pages = [1, 2, 3].map((page) => `PageSize=100&PageNumber=${page}`);
	const write = (version: string, action: string, body: object): Call[] => [
		['put', `/chat/${version}/session/${session.id}/${action}`, body],
	];
	return {
		...callsToMessages(account),
		...callsToWebhooks(account),
		...callsToPanels(account),
		...callsToCards(account),
		getOfficeHours: [['get', '/core/v1/company/officehours']],
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

function callsToMessages({ sessions, messages }: Account): Record<string, Call[]> {
	const { id: sessionId } = sessions[0]!;
	const { id: noteId } = messages.find(({ type }) => type === 'NOTE')!;
	const read = messages.slice(0, 20);
	return {
		listMessages: sessions.map(({ id }) => ['get', `/chat/v1/message?SessionId=${id}`]),
		listSessionMessages: sessions.map(({ id }) => ['get', `/chat/v1/session/${id}/message`]),
		getMessage: read.map(({ id }) => ['get', `/chat/v1/message/${id}`]),
		getMessageStatus: read.map(({ id }) => ['get', `/chat/v1/message/${id}/status`]),
		deleteMessage: [['delete', `/chat/v1/message/${messages[0]!.id}`]],
		listSessionNotes: sessions.map(({ id }) => ['get', `/chat/v1/session/${id}/note`]),
		createSessionNote: [['post', `/chat/v1/session/${sessionId}/note`, { text: 'Retornar.' }]],
		getSessionNote: [['get', `/chat/v1/session/note/${noteId}`]],
		deleteSessionNote: [['delete', `/chat/v1/session/note/${noteId}`]],
	};
}

function callsToWebhooks({ subscriptions }: Account): Record<string, Call[]> {
	const path = '/core/v1/webhook/subscription';
	const { id } = subscriptions[0]!;
	const created = { name: 'n8n', url: 'https://n8n.example.com/a', events: ['CONTACT_NEW'] };
	return {
		listWebhookEvents: [['get', '/core/v1/webhook/event']],
		listWebhookSubscriptions: [['get', path]],
		getWebhookSubscription: [['get', `${path}/${id}`]],
		createWebhookSubscription: [['post', path, created]],
		updateWebhookSubscription: [['put', `${path}/${id}`, { fields: ['Enabled'], enabled: true }]],
		deleteWebhookSubscription: [['delete', `${path}/${id}`]],
	};
}

function callsToPanels({ panels }: Account): Record<string, Call[]> {
	const read = panels.slice(0, 4);
	const details = ['Tags', 'Steps', 'StepsFields', 'StepsCardCount', 'Cards'];
	const listed = ['Tags', 'Steps', 'StepsCardCount', 'PanelCardOverdueCount'];
	return {
		listPanels: [['get', `/crm/v2/panel?PageSize=100&${repeated('IncludeDetails', listed)}`]],
		getPanel: read.map(({ id }) => [
			'get',
			`/crm/v1/panel/${id}?${repeated('IncludeDetails', details)}`,
		]),
		listPanelCustomFields: read.flatMap(({ id }) =>
			['true', 'false'].map((nested): Call => [
				'get',
				`/crm/v1/panel/${id}/custom-fields?NestedList=${nested}`,
			]),
		),
		listPanelLostReasons: [['get', `/crm/v1/panel/${panels[0]!.id}/lost-reason`]],
	};
}

function callsToCards({ panels, cards, cardNotes }: Account): Record<string, Call[]> {
	const { id: panelId, steps } = panels[0]!;
	const { id } = cards[0]!;
	const stepId = steps[1]!.id;
	const details = [
		'PanelTitle',
		'StepTitle',
		'StepPhase',
		'ResponsibleUser',
		'Contacts',
		'CustomFields',
		'LostReason',
	];
	const inclusion = repeated('IncludeDetails', details);
	return {
		listCards: [1, 2, 3].map((page) => [
			'get',
			`/crm/v2/panel/card?PanelId=${panelId}&PageSize=100&PageNumber=${page}&${inclusion}`,
		]),
		getCard: cards.map((card) => ['get', `/crm/v2/panel/card/${card.id}?${inclusion}`]),
		createCard: [
			[
				'post',
				'/crm/v2/panel/card',
				{ stepId, title: 'Plano anual', customFields: { cnpj: ['1'], outro: 1 } },
			],
		],
		updateCard: [
			[
				'put',
				`/crm/v3/panel/card/${id}`,
				{ fields: ['StepId', 'DueDate', 'CustomFields'], stepId },
			],
		],
		duplicateCard: [['post', `/crm/v2/panel/card/${id}/duplicate`, {}]],
		listCardNotes: cards.map((card) => ['get', `/crm/v1/panel/card/${card.id}/note`]),
		createCardNote: [
			[
				'post',
				`/crm/v1/panel/card/${id}/note`,
				{ text: 'Ligar.', fileUrls: ['https://example.com/a.png', 'https://example.com/b'] },
			],
		],
		deleteCardNote: [['delete', `/crm/v1/panel/card/${id}/note/${cardNotes[0]!.id}`]],
	};
}

describe.each<AccountSize>(['small', 'large'])('the %s account', (size) => {
	// the sending operations, whose calls build on each other, are walked by test/contract
	it.each(Object.keys(callsTo(seedAccount(size))))(
		'keeps the contract in every answer of %s',
		async (operationId) =>
			await withSandbox(
				async (client, { account }) => {
					const calls = callsTo(account)[operationId] ?? [];
					expect(calls).not.toHaveLength(0);
					for (const [method, url, data] of calls) {
						const answer = await client.request({ method, url, data });
						const said = answer.status === 200 ? undefined : answer.data.text;
						expect([url, answer.status, said]).toEqual([url, 200, undefined]);
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
