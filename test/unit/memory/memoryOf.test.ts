import type { IDataObject, ISupplyDataFunctions } from 'n8n-workflow';
import { memoryOf } from '../../../nodes/WtsChat/memory/memoryOf';
import { scripted } from '../transport/support';

const SESSION = '3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10';

const said = (minute: number, direction: string, origin: string) => ({
	id: `at ${minute}`,
	type: 'TEXT',
	direction,
	origin,
	text: `Said at ${minute}`,
	createdAt: `2026-09-15T12:0${minute}:00Z`,
});

const CONVERSATION = [
	said(0, 'TO_HUB', 'CAMPAIGN'),
	said(1, 'FROM_HUB', 'GATEWAY'),
	said(2, 'TO_HUB', 'API'),
	said(3, 'FROM_HUB', 'GATEWAY'),
	said(4, 'FROM_HUB', 'GATEWAY'),
];

/** What n8n gives to the memory for an item, with an API that holds this conversation. */
function memoryWith(
	values: IDataObject,
	messages: IDataObject[] = CONVERSATION,
	json: IDataObject = {},
) {
	const { run, sent } = scripted([{ body: { items: messages, totalItems: messages.length } }]);
	const given: IDataObject = { sessionId: { mode: 'id', value: SESSION }, options: {}, ...values };
	const functions = {
		...run,
		getInputData: () => [{ json }],
		getNodeParameter: (name: string) => given[name] ?? null,
		getTimezone: () => 'America/Sao_Paulo',
		evaluateExpression: () => 0,
	};
	return { context: functions as unknown as ISupplyDataFunctions, sent };
}

/** What the model gets to read, one line for each message. */
async function linesOf(
	values: IDataObject,
	messages?: IDataObject[],
	json?: IDataObject,
): Promise<string[]> {
	const { loadMessages } = await memoryOf(memoryWith(values, messages, json).context, 0);
	const loaded = await loadMessages();
	return loaded.map(({ role, content }) => `${role}: ${content.map(({ text }) => text).join()}`);
}

const WITH_CAMPAIGN = ['user: [Beginning of the conversation]', 'assistant: [Campaign] Said at 0'];
const UNANSWERED = 'assistant: [The next message follows]';
const ANSWERED = ['user: Said at 1', 'assistant: Said at 2'];

test.each<[string, IDataObject, string[]]>([
	[
		'what stands before the newest message, answered or not',
		{},
		[...WITH_CAMPAIGN, ...ANSWERED, 'user: Said at 3', UNANSWERED],
	],
	[
		'what stands before the unanswered messages, where all of them are the prompt',
		{ options: { promptHolds: 'unanswered' } },
		[...WITH_CAMPAIGN, ...ANSWERED],
	],
	[
		'at most so many messages',
		{ lastMessages: 2 },
		[
			'user: [Beginning of the conversation]',
			'assistant: Said at 2',
			'user: Said at 3',
			UNANSWERED,
		],
	],
	[
		'no campaigns where they are left out',
		{ options: { leaveOut: ['campaign'] } },
		[...ANSWERED, 'user: Said at 3', UNANSWERED],
	],
	[
		'everything, where the prompt is something else',
		{ options: { leaveOut: ['campaign'], promptHolds: 'else' } },
		[...ANSWERED, 'user: Said at 3\nSaid at 4', UNANSWERED],
	],
	['what stands before the message that is answered', { messageId: 'at 1' }, WITH_CAMPAIGN],
	['the same, whatever has come since', { messageId: 'at 3' }, [...WITH_CAMPAIGN, ...ANSWERED]],
	[
		'the whole session, where the ID is another’s',
		{ messageId: 7 },
		[...WITH_CAMPAIGN, ...ANSWERED, 'user: Said at 3', UNANSWERED],
	],
])('an agent remembers %s', async (_, values, lines) => {
	expect(await linesOf(values)).toEqual(lines);
});

test('what has started the workflow together is the prompt, and what was left unanswered before is remembered', async () => {
	const later = [...CONVERSATION, said(5, 'FROM_HUB', 'GATEWAY')];
	const burst = { id: 'at 5', messages: [{ id: 'at 4' }, { id: 'at 5' }] };
	const unanswered = [...WITH_CAMPAIGN, ...ANSWERED, 'user: Said at 3', UNANSWERED];
	expect(await linesOf({ messageId: 'at 5' }, later, burst)).toEqual(unanswered);
	// the messages of another item are none of the prompt
	expect(await linesOf({ messageId: 'at 5' }, later, { ...burst, id: 'at 4' })).toEqual([
		...unanswered.slice(0, -2),
		'user: Said at 3\nSaid at 4',
		UNANSWERED,
	]);
});

test('an agent remembers 20 messages where nobody says how many', async () => {
	const many = Array.from({ length: 30 }, (_, minute) => ({
		...said(minute % 10, minute % 2 ? 'TO_HUB' : 'FROM_HUB', minute % 2 ? 'API' : 'GATEWAY'),
		id: String(minute),
		createdAt: new Date(Date.UTC(2026, 8, 15, 12, minute)).toISOString(),
	}));
	expect(await linesOf({}, many)).toHaveLength(20);
});

test('nothing is asked of the API before the agent asks, and then the session that is given', async () => {
	const { context, sent } = memoryWith({});
	const { chatHistory } = await memoryOf(context, 0);
	expect(sent).toEqual([]);
	await chatHistory.getMessages();
	expect(sent.map(({ options }) => [options.url, options.qs?.SessionId])).toEqual([
		['/chat/v1/message', SESSION],
	]);
});

test('a memory stores nothing: what was sent is in the conversation', async () => {
	const { context, sent } = memoryWith({});
	const memory = await memoryOf(context, 0);
	const before = await memory.loadMessages();
	await memory.saveTurn('Oi', 'Olá!');
	await memory.chatHistory.addMessages(before);
	for (const message of before) await memory.chatHistory.addMessage(message);
	await memory.clear();
	await memory.chatHistory.clear();
	expect(await memory.loadMessages()).toEqual(before);
	expect(sent).toHaveLength(1);
});

test('a value that cannot be read is named, before anything is asked', async () => {
	const { context, sent } = memoryWith({ sessionId: { mode: 'id', value: 'Ana' } });
	await expect(memoryOf(context, 0)).rejects.toThrow(/^'Session' is not an ID/);
	expect(sent).toEqual([]);
});
