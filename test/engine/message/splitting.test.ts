import type { IDataObject } from 'n8n-workflow';
import { sessionAt, useSandbox } from '../../support/account';
import { run } from '../../support/engine';
import { scriptedApi } from '../../support/scriptedApi';

const sandbox = useSandbox();

const TEXT = 'Bom dia!\n\nSeu pedido saiu.\n\nAté logo!';
const PARTS = ['Bom dia!', 'Seu pedido saiu.', 'Até logo!'];
const split = { splitInto: 'paragraphs', splitTyping: false };

const sendText = (values: IDataObject) => ({
	resource: 'message',
	operation: 'sendText',
	text: TEXT,
	to: '+55 11 90000-0001',
	...values,
});

const bodies = () => sandbox().requests.map(({ body }) => body as IDataObject);
const texts = () => sandbox().account.messages.map(({ text }) => text);

test('a text becomes a message for each paragraph, and one item', async () => {
	const { items, error } = await run({
		parameters: sendText({ options: split }),
		account: sandbox(),
	});
	expect(error).toBeUndefined();
	expect(texts().slice(-3)).toEqual(PARTS);
	expect(items).toHaveLength(1);
	expect(items[0]?.json).toMatchObject({
		id: sandbox().account.messages.at(-1)?.id,
		status: 'QUEUED',
		parts: PARTS.map((text) => ({ text, status: 'QUEUED' })),
	});
});

test('only the first message quotes, opens a session and has the sender ID', async () => {
	const refId = sandbox().account.messages[0]?.id;
	const callbackUrl = 'https://hooks.example.com/entrega';
	const options = { ...split, refId, callbackUrl, forceStartSession: true, senderId: 'pedido-1' };
	const before = sandbox().account.sessions.length;
	await run({ parameters: sendText({ options }), account: sandbox() });
	const [first, ...others] = bodies();
	expect(first).toMatchObject({ refId, callbackUrl, senderId: 'pedido-1' });
	// the session of a message that opens it is told later
	expect(others).toEqual(
		PARTS.slice(1).map((text) => expect.objectContaining({ text, callbackUrl })),
	);
	expect(others.flatMap(Object.keys)).not.toContain('options');
	expect(others.flatMap(Object.keys)).not.toContain('senderId');
	expect(sandbox().account.sessions).toHaveLength(before + 1);
});

test('into a session the file goes with the first message, and the last is followed', async () => {
	const { id } = sessionAt(sandbox(), 0);
	const { items, error } = await run({
		parameters: {
			resource: 'message',
			operation: 'sendInSession',
			sessionId: id,
			text: TEXT,
			fileSource: 'url',
			fileUrl: 'https://files.example.com/proposta.pdf',
			options: { splitInto: 'length', splitLength: 20, splitTyping: false },
			waitForDelivery: true,
		},
		account: sandbox(),
	});
	expect(error).toBeUndefined();
	const sent = sandbox().requests.flatMap(({ method, body }) => (method === 'POST' ? [body] : []));
	expect(sent).toEqual([
		{ text: 'Bom dia!', fileUrl: 'https://files.example.com/proposta.pdf' },
		{ text: 'Seu pedido saiu.' },
		{ text: 'Até logo!' },
	]);
	expect(items[0]?.json).toMatchObject({ status: 'DELIVERED', parts: [{}, {}, {}] });
});

test('the contact sees typing between the messages', async () => {
	const { id } = sessionAt(sandbox(), 0);
	const values = {
		sendTo: 'session',
		sessionId: id,
		text: 'a\n\nb',
		options: { splitInto: 'length', splitLength: 1 },
	};
	await run({ parameters: sendText(values), account: sandbox() });
	expect(sandbox().requests.map(({ path }) => path)).toEqual([
		'/chat/v1/send/text',
		'/chat/v1/send/typing',
		'/chat/v1/send/text',
	]);
});

test('a failed item tells which messages were sent', async () => {
	const refusal = { status: 400, json: { title: 'Bad Request', status: 400, detail: 'Não.' } };
	const api = await scriptedApi({ json: { id: '1', status: 'QUEUED' } }, refusal);
	const { items } = await run({
		parameters: sendText({ options: split }),
		account: { url: api.url, apiKey: 'pn_0' },
		settings: { onError: 'continueRegularOutput' },
	});
	expect(items[0]?.json).toEqual({
		error: 'Only 1 of the 3 messages of the text were sent',
		details: {
			description: expect.stringMatching(
				/^WTS Chat refused the request\. .*Não\..*'unsent' what was not/s,
			),
			parts: [{ text: 'Bom dia!', id: '1', status: 'QUEUED' }],
			unsent: ['Seu pedido saiu.', 'Até logo!'],
		},
	});
});

test('a longest message of no characters is refused before any request', async () => {
	const { error } = await run({
		parameters: sendText({ options: { ...split, splitLength: 0 } }),
		account: sandbox(),
	});
	expect(error?.message).toBe("'Longest Message (Characters)' has to be 1 or more");
	expect(sandbox().requests).toEqual([]);
});
