import type { IDataObject } from 'n8n-workflow';
import { account, ASKED, iso, SESSION } from './account';
import { APPROVAL, ask, MINUTE_MS, node, REACHED, subscribed } from './asker';

const HOUR_MS = 60 * MINUTE_MS;
const UNREACHED = new Error('connect ECONNREFUSED');

beforeEach(() => {
	jest.useFakeTimers({ now: ASKED });
});
afterEach(() => {
	jest.useRealTimers();
});

const replies = (came: unknown) => (came as IDataObject).replied;

describe('nothing is sent where', () => {
	const twice = { executionData: { nodeExecutionStack: [{ node: { name: 'Ask' } }] } };

	test.each<[string, object, string, string | undefined]>([
		[
			'an agent runs its tools itself',
			{ isToolExecution: () => true },
			"'Send and Wait for Reply' cannot be a tool",
			undefined,
		],
		[
			'there are several items',
			{ getInputData: () => [{}, {}] },
			"'Send and Wait for Reply' takes one item at a time, and got 2",
			"Put 'Loop Over Items' before this node to ask one after the other, or call a sub-workflow for each item to ask all at once. Nothing was sent.",
		],
		['there is no item', { getInputData: () => [] }, 'takes one item at a time, and got 0', 'Loop'],
		[
			'the node is to run once more in this execution',
			{ runExecutionData: twice },
			'was called again before this contact was asked',
			"As a tool, call it again for this contact after the reply of the other one. In a workflow, bring the branches together before this node, and put 'Loop Over Items' between. Nothing was sent to this contact.",
		],
	])('%s', async (_, more, message, description) => {
		const own = account();
		const error = await ask(node(), own, {}, more).catch((thrown: unknown) => thrown);
		expect(error).toMatchObject({
			message: expect.stringContaining(message),
			description: description && expect.stringContaining(description),
		});
		expect(own.requests).toEqual([]);
	});

	test.each([401, 404])('its own address answers with %i', async (status) => {
		const [own, asker] = [account(), node({ statusCode: status, body: {} })];
		await expect(ask(asker, own)).rejects.toMatchObject({
			message: `No reply could come in: the address of this execution answers with status ${status}`,
			description: `n8n takes ${asker.origin}/webhook-waiting/1/node for its own address. Set WEBHOOK_URL, and N8N_PATH where n8n stands behind a path, to the address that leads to it. Nothing was sent.`,
		});
		expect(own.requests).toEqual([]);
	});

	test.each([
		[500, true],
		[501, false],
	])('the address of the reply may become too long: %i characters, %p', async (length, isAsked) => {
		const id = '3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10';
		const longest = {
			session: id,
			message: id,
			asked: String(ASKED),
			wait: String(MINUTE_MS),
			until: String(ASKED + MINUTE_MS),
			alone: '1',
			signature: id.padEnd(64),
		};
		const query = new URLSearchParams(longest).toString().replaceAll('+', '0');
		const { origin } = node();
		const path = '/'.padEnd(length - `${origin}?${query}`.length, 'n');
		const [own, asker] = [account(), node(REACHED, path)];
		const came = await ask(asker, own).catch((error: unknown) => error);
		if (isAsked) return expect(replies(came)).toBe(false);
		expect(came).toMatchObject({
			message:
				'The address for the reply would be longer than the 500 characters that WTS Chat takes',
			description: 'Shorten the webhook address of this n8n (WEBHOOK_URL). Nothing was sent.',
		});
		expect(own.requests).toEqual([]);
	});
});

const others = { executionData: { nodeExecutionStack: [{ node: { name: 'Other' } }] } };

test.each([
	{},
	{ isToolExecution: () => false },
	{ runExecutionData: undefined },
	{ runExecutionData: {} },
	{ runExecutionData: { executionData: {} } },
	{ runExecutionData: others },
])('an execution that can wait does, %#', async (more) => {
	const asker = node();
	expect(replies(await ask(asker, account(), {}, more))).toBe(false);
	expect(asker.waits).toHaveLength(1);
});

test('a question is sent once its address can be called, then its address is subscribed, then an early reply is looked for', async () => {
	const [own, asker] = [account(), node()];
	let called = 0;
	const meanwhile = () => (called = asker.calls.length);
	await ask(asker, own, { meanwhile });
	expect(called).toBe(1);
	expect(asker.calls[0]).toMatchObject({ method: 'POST', body: { eventType: 'PING' } });
	expect(own.requests.slice(0, 3).map(({ method, path }) => `${method} ${path}`)).toEqual([
		'POST /sends',
		'POST /core/v1/webhook/subscription',
		'GET /chat/v1/message',
	]);
});

test.each<[string, unknown, IDataObject, number]>([
	['that can be called', REACHED, {}, HOUR_MS],
	['that cannot be called', UNREACHED, { alone: '1' }, 0],
])('at an address %s, n8n waits for as long as it has to', async (_, answer, more, graceMs) => {
	const [own, asker] = [account(), node(answer)];
	const question = {
		id: 'question',
		sessionId: SESSION,
		createdAt: iso(ASKED - 2_000),
		text: 'Podemos?',
	};
	const meanwhile = () => jest.setSystemTime(ASKED + 3_000);
	const came = await ask(asker, own, { sent: question, meanwhile, expects: APPROVAL });
	expect(subscribed(own)).toEqual({
		name: 'n8n waits for a reply until 2026-11-30T10:01Z',
		events: ['MESSAGE_RECEIVED'],
		enabled: true,
		origin: asker.origin,
		query: {
			session: SESSION,
			message: 'question',
			asked: String(ASKED - 2_000),
			wait: String(MINUTE_MS),
			until: String(ASKED + MINUTE_MS),
			...more,
			signature: 'question'.padEnd(64, '0'),
		},
	});
	const left = { replied: false, sessionId: SESSION, messageId: 'question' };
	expect(came).toEqual(left);
	expect(asker.items).toEqual([{ json: left, pairedItem: { item: 0 } }]);
	expect(asker.waits).toEqual([new Date(ASKED + MINUTE_MS + graceMs)]);
	expect(JSON.parse(String(asker.kept.expects))).toEqual(APPROVAL);
});

test('a question that waits is looked after from then on', async () => {
	const own = account();
	await ask(node(), own);
	expect(own.to(/^GET .*subscription/)).toHaveLength(1);
	await jest.advanceTimersByTimeAsync(MINUTE_MS);
	expect(own.to(/^GET .*subscription/).length).toBeGreaterThan(1);
});

test('a question that the API neither dates nor names waits by the clock of n8n, from before it was sent', async () => {
	const own = account();
	const meanwhile = () => jest.setSystemTime(ASKED + 3_000);
	const came = await ask(node(), own, { sent: { id: null, createdAt: null }, meanwhile });
	const { query } = subscribed(own);
	expect(query).toMatchObject({ asked: String(ASKED), until: String(ASKED + MINUTE_MS) });
	expect(query).not.toHaveProperty('message');
	expect(came).toEqual({ replied: false, sessionId: SESSION, messageId: undefined });
});

test.each<[string, unknown, boolean]>([
	['as long as others hear for it', REACHED, false],
	['but not where none can hear for it', UNREACHED, true],
])('of many questions, five hear the account, %s', async (_, answer, listens) => {
	const [own, asker] = [account(), node(answer)];
	for (let n = 0; n < 6; n++) await ask(asker, own);
	const enabled = own.to(/^POST .*subscription/).map(({ body }) => (body as IDataObject).enabled);
	expect(enabled).toEqual([true, true, true, true, true, listens]);
});

test.each([
	['its subscription is refused', /POST .*subscription/],
	['an early reply cannot be looked for', /GET .*message/],
])('where %s, it is said that the message was sent', async (_, refused) => {
	const [own, asker] = [account(), node()];
	own.refused.push(refused);
	await expect(ask(asker, own, { sent: { id: 'question' } })).rejects.toMatchObject({
		message: 'The message was sent, but the reply cannot be waited for',
		remedy: 'Do not send it again before you have looked at it in WTS Chat. It cannot be reached.',
		data: { id: 'question', sessionId: SESSION },
	});
	expect(asker.waits).toEqual([]);
	expect(asker.items).toMatchObject([{ json: { name: 'Ana' } }]);
});

test('where the message cannot be sent, nothing waits', async () => {
	const [own, asker] = [account(), node()];
	own.refused.push(/POST \/sends/);
	await expect(ask(asker, own)).rejects.toThrow('It cannot be reached');
	expect(own.requests).toHaveLength(1);
	expect(asker.waits).toEqual([]);
});
