import type { INode } from 'n8n-workflow';
import { sessionAt, sessionNow, useSandbox } from '../support/account';
import { callAsTool, run, start } from '../support/engine';
import { scriptedApi } from '../support/scriptedApi';

const sandbox = useSandbox();

const UNKNOWN = '00000000-0000-4000-8000-00000000dead';
const complete = {
	resource: 'session',
	operation: 'update',
	sessionId: '={{ $json.id }}',
	updateFields: { status: 'COMPLETED' },
};

/** The first sessions of the account as items. */
const sessions = (count: number) =>
	Array.from({ length: count }, (_, n) => ({ id: sessionAt(sandbox(), n).id }));

const pairs = (items: Array<{ pairedItem?: unknown }>) => items.map(({ pairedItem }) => pairedItem);

test('every item comes out, in order, paired with the one it came from', async () => {
	const items = sessions(12);
	const outcome = await run({ parameters: complete, account: sandbox(), items });
	expect(outcome.items.map(({ json }) => json.id)).toEqual(items.map(({ id }) => id));
	expect(pairs(outcome.items)).toEqual(items.map((_, item) => ({ item })));
	for (const { id } of items) expect(sessionNow(sandbox(), id).status).toBe('COMPLETED');
});

test('parameters are read for each item', async () => {
	const items = sessions(3).map((item, n) => ({ ...item, number: `N-${n}` }));
	await run({
		parameters: { ...complete, updateFields: { number: '={{ $json.number }}' } },
		account: sandbox(),
		items,
	});
	expect(items.map(({ id }) => sessionNow(sandbox(), id).number)).toEqual(['N-0', 'N-1', 'N-2']);
});

test('no items, no requests', async () => {
	const outcome = await run({ parameters: complete, account: sandbox(), items: [] });
	expect(outcome.items).toEqual([]);
	expect(sandbox().requests).toEqual([]);
});

describe('without continuing on errors', () => {
	test('one wrong value stops the run before anything is sent, and names its item', async () => {
		const items = [...sessions(2), { id: '' }, ...sessions(1)];
		const outcome = await run({ parameters: complete, account: sandbox(), items });
		expect(outcome.status).toBe('error');
		expect(outcome.error).toMatchObject({ message: "'Session' is empty" });
		expect(outcome.error?.context.itemIndex).toBe(2);
		expect(sandbox().requests).toEqual([]);
	});

	test('a refusal stops the run, names its item and tells how much was done', async () => {
		const items = [...sessions(3), { id: UNKNOWN }];
		const outcome = await run({ parameters: complete, account: sandbox(), items });
		expect(outcome.status).toBe('error');
		expect(outcome.error?.context.itemIndex).toBe(3);
		expect(outcome.error?.description).toContain('Already done: 3 of 4 items');
	});

	test('after a refusal no further items begin', async () => {
		const items = [{ id: UNKNOWN }, ...Array.from({ length: 5 }, () => sessions(12)).flat()];
		await run({ parameters: complete, account: sandbox(), items });
		expect(sandbox().requests.length).toBeLessThan(items.length);
	});

	test('an expression that cannot be read names the item', async () => {
		const outcome = await run({
			parameters: { ...complete, sessionId: '={{ $json.id.at(0).b.c }}' },
			account: sandbox(),
			items: sessions(1),
		});
		expect(outcome.status).toBe('error');
		expect(outcome.error?.message).toBeTruthy();
		expect(outcome.error?.context.itemIndex).toBe(0);
		expect(sandbox().requests).toEqual([]);
	});
});

describe('when continuing on errors', () => {
	const failing = () => [...sessions(2), { id: UNKNOWN, keep: 'me' }, { id: '' }, sessions(3)[2]!];
	const settings: Partial<INode> = { onError: 'continueRegularOutput' };

	test('a failed item becomes an error item and leaves its neighbours untouched', async () => {
		const items = failing();
		const outcome = await run({ parameters: complete, account: sandbox(), items, settings });
		expect(outcome.status).toBe('success');
		expect(pairs(outcome.items)).toEqual([0, 1, 2, 3, 4].map((item) => ({ item })));
		expect(outcome.items.map(({ json }) => json.error)).toEqual([
			undefined,
			undefined,
			'WTS Chat does not find what this item names',
			"'Session' is empty",
			undefined,
		]);
		for (const n of [0, 1, 4]) expect(outcome.items[n]?.json).toMatchObject(items[n]!);
	});

	test('an error item tells what the API said', async () => {
		const outcome = await run({
			parameters: complete,
			account: sandbox(),
			items: failing(),
			settings,
		});
		expect(outcome.items[2]?.json).toMatchObject({
			error: 'WTS Chat does not find what this item names',
			details: {
				description: expect.stringContaining('não encontrad'),
				httpStatus: 500,
				key: 'FORM_ERROR',
				supportId: expect.stringMatching(/^[0-9a-f]{8}$/),
			},
		});
		expect(outcome.items[3]?.json.details).toEqual({
			description: expect.stringContaining("Fill in 'Session'"),
		});
	});

	test('with an error output the failed items leave there, with what they were, still paired', async () => {
		const { outputs } = await run({
			parameters: complete,
			account: sandbox(),
			items: failing(),
			settings: { onError: 'continueErrorOutput' },
		});
		const [succeeded, failed] = outputs;
		expect(pairs(succeeded ?? [])).toEqual([{ item: 0 }, { item: 1 }, { item: 4 }]);
		expect(pairs(failed ?? [])).toEqual([{ item: 2 }, { item: 3 }]);
		expect(failed?.[0]?.json).toMatchObject({
			id: UNKNOWN,
			keep: 'me',
			details: { httpStatus: 500 },
		});
	});

	test('a base URL that cannot be used fails every item, none passes as done', async () => {
		const account = { url: 'http://api.example.com', apiKey: 'k' };
		const outcome = await run({ parameters: complete, account, items: sessions(2), settings });
		expect(outcome.items.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([
			["The credential's Base URL cannot be used", { item: 0 }],
			["The credential's Base URL cannot be used", { item: 1 }],
		]);
	});
});

describe('cancelling', () => {
	test('an open request is given up and no further one begins', async () => {
		const api = await scriptedApi({ hang: true });
		const account = { url: api.url, apiKey: 'k' };
		const items = Array.from({ length: 5 }, () => sessions(10)).flat();
		const { cancel, finished } = await start({ parameters: complete, account, items });
		await api.arrived(1);
		cancel();
		const outcome = await finished;
		expect(outcome.status).toBe('canceled');
		expect(api.requests.length).toBeLessThanOrEqual(10);
	});

	test('a wait for the limit ends at once', async () => {
		const api = await scriptedApi({ status: 429, headers: { 'retry-after': '300' }, json: {} });
		const account = { url: api.url, apiKey: 'k' };
		const { cancel, finished } = await start({ parameters: complete, account, items: sessions(1) });
		await api.arrived(1);
		cancel();
		// the test's own time limit is far below the five minutes
		expect((await finished).status).toBe('canceled');
		expect(api.requests).toHaveLength(1);
	});
});

describe('as the tool of an AI agent', () => {
	const parameters = {
		...complete,
		sessionId: "={{ $fromAI('sessionId', 'ID of the session', 'string') }}",
	};

	test('the agent reads what the tool does, and gets the updated session', async () => {
		const [{ id } = { id: '' }] = sessions(1);
		const { toolDescription, answer } = await callAsTool(
			{ parameters, account: sandbox() },
			{ sessionId: id },
		);
		expect(toolDescription).toBe('Update a session in WTS Chat');
		expect(JSON.parse(answer)).toMatchObject([{ id, status: 'COMPLETED' }]);
	});

	test('the agent is told what was wrong and what to do', async () => {
		const calling = callAsTool({ parameters, account: sandbox() }, { sessionId: 'Maria' });
		await expect(calling).rejects.toThrow(/'Session' is not an ID.*"Maria"/s);
	});
});
