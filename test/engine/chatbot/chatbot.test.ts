import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { useSandbox } from '../../support/account';
import { editorContext, run } from '../../support/engine';
import { wtsChat } from '../../support/nodes';

const sandbox = useSandbox();
const large = useSandbox('large');

const bot = () => sandbox().account.chatbots[1]!;

async function chatbot(operation: string, parameters: IDataObject, items: IDataObject[] = [{}]) {
	return await run({
		parameters: { resource: 'chatbot', operation, botKey: bot().key, ...parameters },
		account: sandbox(),
		items,
	});
}

const bodies = () => sandbox().requests.map(({ body }) => body as IDataObject);

test('Start runs the chatbot in a session by its key, and gives the session', async () => {
	const session = sandbox().account.sessions[0]!;
	const { items } = await chatbot('start', {
		sendTo: 'session',
		sessionId: session.id,
		options: { sessionMetadata: { pairs: [{ key: 'pedido', value: '1' }] } },
	});
	expect(bodies()).toEqual([
		{ botKey: bot().key, sessionId: session.id, sessionMetadata: { pedido: '1' } },
	]);
	expect(items[0]?.json.id).toBe(session.id);
	expect(session).toMatchObject({ botId: bot().id, metadata: { pedido: '1' } });
});

test.each(['start', 'send'])('%s sends everything that is chosen', async (operation) => {
	const { error } = await chatbot(operation, {
		from: { __rl: true, mode: 'number', value: '(11) 3000-0000' },
		to: '(11) 90000-0003',
		options: {
			callbackUrl: 'https://hooks.example.com/robo',
			contactMetadata: { pairs: [{ key: 'crmId', value: '9' }] },
			forceStartSession: true,
			hiddenSession: false,
			senderId: 'campanha-1',
			sessionMetadataJson: '{ "pedido": null }',
			skipIfBotInExecution: false,
			skipIfInProgress: true,
		},
	});
	expect(error).toBeUndefined();
	expect(bodies()[0]).toEqual({
		botKey: bot().key,
		from: '551130000000',
		to: '5511900000003',
		callbackUrl: 'https://hooks.example.com/robo',
		senderId: 'campanha-1',
		contactMetadata: { crmId: '9' },
		sessionMetadata: { pedido: null },
		options: {
			skipIfBotInExecution: false,
			skipIfInProgress: true,
			forceStartSession: true,
			hiddenSession: false,
		},
	});
});

test('Send queues it for a contact, and the status tells how far it has come', async () => {
	const { items } = await chatbot('send', { to: '+55 11 90000-0003' });
	expect(items[0]?.json).toMatchObject({ status: 'QUEUED' });
	const status = await chatbot('getSendStatus', { sendId: items[0]?.json.id as string });
	expect(status.items[0]?.json).toMatchObject({ id: items[0]?.json.id, status: 'SENT' });
});

test('a session in progress is left alone when told to', async () => {
	const session = sandbox().account.sessions[1]!;
	const { items } = await chatbot('send', {
		sendTo: 'session',
		sessionId: session.id,
		options: { skipIfInProgress: true },
	});
	const status = await chatbot('getSendStatus', { sendId: items[0]?.json.id as string });
	expect(status.items[0]?.json).toMatchObject({
		status: 'FAILED',
		failedReason: 'A conversa está em atendimento.',
	});
	expect(session.botId).toBeNull();
});

describe('one request for all items', () => {
	const people = Array.from({ length: 120 }, (_, n) => ({ to: `+55 11 96666-${1000 + n}` }));

	test('goes in hundreds, and every item gets the result of its own contact', async () => {
		const { items } = await chatbot(
			'send',
			{ to: '={{ $json.to }}', options: { batching: true } },
			people,
		);
		expect(bodies().map(({ messages }) => (messages as unknown[]).length)).toEqual([100, 20]);
		const { sessions, contacts } = sandbox().account;
		const phones = items.map(({ json }) => {
			const session = sessions.find(({ id }) => id === json.sessionId);
			return contacts.find(({ id }) => id === session?.contactId)?.name;
		});
		expect(phones).toEqual(people.map(({ to }) => to.replace(/\D/g, '')));
	});

	test('chatbots that differ go in requests of their own', async () => {
		const keys = sandbox().account.chatbots.map(({ key }) => key);
		await chatbot(
			'send',
			{ botKey: '={{ $json.key }}', to: '={{ $json.to }}', options: { batching: true } },
			people.slice(0, 4).map((person, n) => ({ ...person, key: keys[n % 2] })),
		);
		expect(bodies().map(({ botKey }) => botKey)).toEqual([keys[0], keys[1]]);
	});

	test('two items with the same sender ID are refused before any request', async () => {
		const { error } = await chatbot(
			'send',
			{ to: '={{ $json.to }}', options: { batching: true, senderId: 'campanha' } },
			people.slice(0, 2),
		);
		expect(error?.message).toContain("the same 'Sender ID'");
		expect(bodies()).toEqual([]);
	});
});

test.each<[string, IDataObject, string]>([
	['no chatbot', { botKey: '={{ $json.none }}', to: '+55 11 90000-0003' }, "'Chatbot' is empty"],
	['no phone number', { to: 'Júlia' }, "'To' is not a phone number"],
	[
		'no web address',
		{ to: '+55 11 90000-0003', options: { callbackUrl: 'hooks' } },
		"'Callback URL' is not an address",
	],
])('%s is said before any request', async (_, parameters, message) => {
	const { error } = await chatbot('send', parameters);
	expect(error?.message).toContain(message);
	expect(bodies()).toEqual([]);
});

test.each<[string, IDataObject, number]>([
	['type', { chatbotTypes: ['Reactive'] }, 1],
	['state of publication', { publishStatuses: ['Not_Published'] }, 1],
	['use', { automationUsages: ['Manual', 'Campaign'] }, 2],
	['name', { name: 'cobrança' }, 1],
])('Get Many filters by %s', async (_, filters, count) => {
	const { items } = await chatbot('getMany', { returnAll: true, filters });
	expect(items).toHaveLength(count);
});

test('the picker searches by name, pages, and gives the key', async () => {
	const search = wtsChat.methods?.listSearch?.searchChatbots as (
		this: ILoadOptionsFunctions,
		filter?: string,
	) => Promise<INodeListSearchResult>;
	const context = await editorContext({ parameters: {}, account: large() });
	expect(await search.call(context, 'triagem')).toEqual({
		results: [{ name: 'Triagem', value: large().account.chatbots[0]?.key }],
	});
	expect((await search.call(context)).paginationToken).toBe('2');
});
