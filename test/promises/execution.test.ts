import type { IDataObject, INode } from 'n8n-workflow';
import { callFromAgent, run, start, type Scenario } from '../support/engine';
import { scriptedApi, type Arrival, type ScriptedApi, type Step } from '../support/scriptedApi';

/** The API of the test. */
let api: ScriptedApi;

/** The n-th ID of the account. */
const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Items about the records of these numbers. */
const about = (...numbers: number[]) => numbers.map((n) => ({ id: idOf(n) }));

/** The number of the record that a request's path names. */
const numberIn = ({ url }: Arrival) => Number(/-(\d{12})\b/.exec(url)?.[1]);

const bodyOf = ({ body }: Arrival) => JSON.parse(body) as IDataObject;

/** Answers with the record that the request names. */
const found = (request: Arrival): Step => ({ json: { id: idOf(numberIn(request)) } });

const missing: Step = { status: 404, json: { key: 'X', text: 'Sem registro' } };

/** Finds the records of all numbers but these. */
const findsAllBut =
	(...numbers: number[]) =>
	(request: Arrival) =>
		numbers.includes(numberIn(request)) ? missing : found(request);

const update = {
	resource: 'session',
	operation: 'update',
	sessionId: '={{ $json.id }}',
	updateFields: { status: 'COMPLETED' },
};

const continuing: Partial<INode> = { onError: 'continueRegularOutput' };

const accountAt = (url: string) => ({ url, apiKey: 'pn_0' });

/** Runs the node on an API that answers each request with what `reply` says of it. */
async function runOn(
	reply: Step | ((request: Arrival) => Step | Promise<Step>),
	{ parameters = update, ...scenario }: Partial<Scenario>,
) {
	api = await scriptedApi(reply);
	// an answer that never comes fails within the time of a test
	const requestOptions = { timeout: 60, retries: 0, ...(parameters.requestOptions as IDataObject) };
	const outcome = await run({
		parameters: { ...parameters, requestOptions },
		account: accountAt(api.url),
		...scenario,
	});
	return { ...outcome, requests: api.requests };
}

const itemsIn = (outcome: { items: Array<{ pairedItem?: unknown }> }) =>
	outcome.items.map(({ pairedItem }) => (pairedItem as { item: number }).item);

/** Parameters with these request options. */
const withOptions = (requestOptions: IDataObject, parameters: IDataObject = update) => ({
	...parameters,
	requestOptions,
});

const oneAtOnce = withOptions({ concurrency: 1 });

describe('what comes out', () => {
	test('stands in the order of the items, whichever is answered first', async () => {
		const reply = async (request: Arrival) => {
			if (numberIn(request) === 0) await api.arrived(3);
			return found(request);
		};
		const outcome = await runOn(reply, { items: about(0, 1, 2) });
		expect(outcome.items.map(({ json }) => json)).toMatchObject(about(0, 1, 2));
		expect(itemsIn(outcome)).toEqual([0, 1, 2]);
	});

	test.each<[string, Step, IDataObject[]]>([
		['a record', { json: { id: 'a' } }, [{ id: 'a', sessionId: 'a' }]],
		[
			'a list',
			{ json: [{ id: 'a' }, { id: 'b' }] },
			[
				{ id: 'a', sessionId: 'a' },
				{ id: 'b', sessionId: 'b' },
			],
		],
		['a list of values', { json: ['a', 0, null] }, [{ value: 'a' }, { value: 0 }, { value: null }]],
		['nothing', { status: 204 }, [{ success: true }]],
	])('of %s is an item for each record, paired with its own', async (_, step, records) => {
		const outcome = await runOn(step, { items: about(0, 1) });
		expect(outcome.items.map(({ json }) => json)).toEqual([...records, ...records]);
		expect(itemsIn(outcome)).toEqual([...records.map(() => 0), ...records.map(() => 1)]);
	});

	test.each<[string, Step, IDataObject]>([
		['nothing', { status: 204 }, { deleted: true }],
		['a list', { json: ['ok'] }, { deleted: true }],
		[
			'the record',
			{ json: { id: 'a', name: 'Vendas' } },
			{ deleted: true, id: 'a', name: 'Vendas' },
		],
	])('of a deletion that is answered with %s says that it is deleted', async (_, step, record) => {
		const parameters = { resource: 'department', operation: 'delete', departmentId: idOf(1) };
		const { items, requests } = await runOn(step, { parameters });
		expect(requests.map(({ method }) => method)).toEqual(['DELETE']);
		expect(items.map(({ json }) => json)).toEqual([record]);
	});

	test.each([
		[{ limit: 2 }, 2],
		[{ returnAll: true }, 3],
	])('of a list is %j', async (amount, count) => {
		const parameters = { resource: 'tag', operation: 'getMany', ...amount };
		const { items } = await runOn({ json: about(0, 1, 2) }, { parameters });
		expect(items.map(({ json }) => json)).toEqual(about(0, 1, 2).slice(0, count));
	});
});

describe('the values of an item', () => {
	test('are its own, in the time zone of the workflow', async () => {
		const { requests } = await runOn(found, {
			parameters: withOptions(
				{ concurrency: 1 },
				{ ...update, updateFields: { endAt: '={{ $json.end }}' } },
			),
			items: about(0, 1).map((item, n) => ({ ...item, end: `2026-09-15T1${n}:00:00` })),
			timezone: 'Asia/Tokyo',
		});
		expect(requests.map((request) => [numberIn(request), bodyOf(request).endAt])).toEqual([
			[0, '2026-09-15T01:00:00.000Z'],
			[1, '2026-09-15T02:00:00.000Z'],
		]);
	});

	test('that name no file of the item are refused', async () => {
		const parameters = { resource: 'file', operation: 'upload', binaryPropertyName: 'photo' };
		const data = { data: '', mimeType: 'image/png' };
		const { error, requests } = await runOn(found, { parameters, binary: { data } });
		expect(error?.message).toContain('The item has no file');
		expect(error?.description).toContain('"photo"');
		expect(requests).toEqual([]);
	});

	test('are read as a model writes them where an agent runs the node', async () => {
		api = await scriptedApi(found);
		const updateFields = { number: 'null', status: '"COMPLETED"' };
		const parameters = { ...update, sessionId: idOf(1), updateFields };
		await callFromAgent({ parameters, account: accountAt(api.url) }, {});
		expect(api.requests.map(bodyOf)).toEqual([{ status: 'COMPLETED', fields: ['Status'] }]);
	});
});

describe('an item that fails', () => {
	test('stops the run, which tells how far it came', async () => {
		const outcome = await runOn(findsAllBut(1), { parameters: oneAtOnce, items: about(0, 1, 2) });
		expect(outcome.status).toBe('error');
		expect(outcome.error?.context.itemIndex).toBe(1);
		expect(outcome.error?.description).toMatch(
			/"Sem registro" .*\. Already done: 1 of 3 items; running again repeats them\.$/,
		);
		expect(outcome.requests.map(numberIn)).toEqual([0, 1]);
	});

	test('before anything is done does not speak of what is done', async () => {
		const { error } = await runOn(missing, { parameters: oneAtOnce, items: about(0, 1) });
		expect(error?.message).toBe('WTS Chat does not find what this item names');
		expect(error?.description).not.toContain('Already done');
	});

	test('stops the later items about the same session', async () => {
		const { requests } = await runOn(missing, { items: about(0, 0, 0) });
		expect(requests).toHaveLength(1);
	});

	test('first in the order of items is the one that the run names', async () => {
		const reply = async (request: Arrival) => {
			// the answers of the others come first
			if (numberIn(request) === 1) await api.arrived(3).then(answered);
			return findsAllBut(1, 2)(request);
		};
		const { error } = await runOn(reply, { items: about(0, 1, 2) });
		expect(error?.context.itemIndex).toBe(1);
		expect(error?.description).toContain('Already done: 1 of 3 items');
	});

	test.each<[string, IDataObject, string]>([
		[
			'one request',
			{ ...update, updateFields: { departmentId: idOf(7) } },
			`'Session' (${idOf(3)}) and 'Department' (${idOf(7)})`,
		],
		[
			'several requests',
			{
				resource: 'message',
				operation: 'sendText',
				sendTo: 'session',
				sessionId: '={{ $json.id }}',
				text: 'Bom dia!',
			},
			`'Session' (${idOf(3)})`,
		],
		[
			'a list',
			{ resource: 'sessionNote', operation: 'getMany', sessionId: '={{ $json.id }}' },
			`'Session' (${idOf(3)})`,
		],
	])('in %s names the IDs that it is about', async (_, parameters, ids) => {
		const { error } = await runOn(missing, { parameters, items: about(3) });
		expect(error?.description).toContain(`Check ${ids}.`);
	});

	test('without IDs names none', async () => {
		const parameters = { resource: 'tag', operation: 'getMany' };
		const { error } = await runOn(missing, { parameters });
		expect(error?.description).toContain('Check the IDs of the item.');
	});

	test('leaves the others untouched where the run goes on', async () => {
		const outcome = await runOn(findsAllBut(1), {
			parameters: oneAtOnce,
			items: [...about(0, 1), { id: 'Maria' }, { id: '' }, ...about(4)],
			settings: continuing,
		});
		expect(outcome.status).toBe('success');
		expect(itemsIn(outcome)).toEqual([0, 1, 2, 3, 4]);
		expect(outcome.items.map(({ json }) => json.error ?? json.id)).toEqual([
			idOf(0),
			'WTS Chat does not find what this item names',
			expect.stringContaining("'Session' is not an ID"),
			"'Session' is empty",
			idOf(4),
		]);
		expect(outcome.requests.map(numberIn)).toEqual([0, 1, 4]);
	});

	test('because of its expression leaves the others untouched, too', async () => {
		const outcome = await runOn(found, {
			parameters: { ...update, sessionId: '={{ $json.id.trim() }}' },
			items: [...about(0), { id: 5 }, ...about(2)],
			settings: continuing,
		});
		expect(itemsIn(outcome)).toEqual([0, 1, 2]);
		expect(outcome.items.map(({ json }) => json.id)).toEqual([idOf(0), undefined, idOf(2)]);
		expect(outcome.items[1]?.json.error).toBeTruthy();
	});

	test('is each that an account without a usable address is for', async () => {
		const outcome = await runOn(found, {
			account: accountAt('http://api.example.com'),
			items: [...about(0, 1), { id: '' }],
			settings: continuing,
		});
		expect(outcome.status).toBe('success');
		expect(itemsIn(outcome)).toEqual([0, 1, 2]);
		expect(outcome.items[2]?.json.error).toBe("'Session' is empty");
		for (const { json } of outcome.items.slice(0, 2)) {
			expect(json.error).toBe("The credential's Base URL cannot be used");
			expect(json.details).toEqual({ description: expect.stringContaining('https://') });
		}
		expect(outcome.hints).toEqual([]);
	});
});

/** Resolves when the answers that are on their way have been read. */
async function answered(): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, 50));
}

test('an account without a usable address stops the run before anything is sent, as the fault of no item', async () => {
	const account = accountAt('http://api.example.com');
	const { status, error } = await runOn(found, { account, items: about(0, 1) });
	expect(status).toBe('error');
	expect(error?.message).toBe("The credential's Base URL cannot be used");
	expect(error?.context.itemIndex).toBeUndefined();
});

test('an operation that there is none of is said, with what was chosen', async () => {
	const parameters = { resource: 'session', operation: 'dance' };
	const { status, error, requests } = await runOn(found, { parameters });
	expect(status).toBe('error');
	expect(error?.message).toBe('The chosen operation does not exist');
	expect(error?.description).toContain('"session" and "dance"');
	expect(requests).toEqual([]);
});

describe('how many go at once', () => {
	/** Counts the requests that are open together. */
	function counting(reply: (request: Arrival) => Step | Promise<Step>) {
		const open = { now: 0, most: 0 };
		return {
			open,
			reply: async (request: Arrival) => {
				open.most = Math.max(open.most, ++open.now);
				const step = await reply(request);
				open.now--;
				return step;
			},
		};
	}

	test('are as many as the options say', async () => {
		const { open, reply } = counting(async (request) => {
			await api.arrived(2);
			return found(request);
		});
		const parameters = withOptions({ concurrency: 2 });
		const { items } = await runOn(reply, { parameters, items: about(0, 1, 2, 3, 4) });
		expect(items).toHaveLength(5);
		expect(open.most).toBe(2);
	});

	test.each<[string, IDataObject, IDataObject[]]>([
		['session', { ...update, updateFields: { number: '={{ $json.text }}' } }, about(1, 1, 1)],
		[
			'card',
			{
				resource: 'card',
				operation: 'update',
				cardId: '={{ $json.id }}',
				updateFields: { title: '={{ $json.text }}' },
			},
			about(1, 1, 1),
		],
		[
			'recipient, however its number is written',
			{
				resource: 'message',
				operation: 'sendText',
				to: '={{ $json.to }}',
				text: '={{ $json.text }}',
			},
			[{ to: '+55 (11) 90000-0001' }, { to: '11900000001' }, { to: '5511900000001' }],
		],
	])(
		'items about the same %s go one after another, the others meanwhile',
		async (_, parameters, same) => {
			const texts: unknown[] = [];
			const { open, reply } = counting(async (request) => {
				const { number, title, text } = bodyOf(request);
				texts.push(number ?? title ?? text);
				// the first is answered when the one about something else has come
				await api.arrived(2);
				return { json: { id: 'x' } };
			});
			const other = { id: idOf(9), to: '+55 21 90000-0009', text: 'other' };
			const items = [...same.map((item, n) => ({ ...item, text: `text ${n}` })), other];
			const outcome = await runOn(reply, { parameters, items });
			expect(itemsIn(outcome)).toEqual([0, 1, 2, 3]);
			expect(open.most).toBe(2);
			expect(texts.filter((text) => text !== 'other')).toEqual(['text 0', 'text 1', 'text 2']);
		},
	);

	test('are items that only read the same', async () => {
		const reply = async (request: Arrival) => {
			await api.arrived(3);
			return found(request);
		};
		const parameters = { resource: 'session', operation: 'get', sessionId: '={{ $json.id }}' };
		const { items } = await runOn(reply, { parameters, items: about(1, 1, 1) });
		expect(items).toHaveLength(3);
	});
});

describe('a run that is stopped', () => {
	/** Stops the run when so many requests have come, of which the last is never answered. */
	async function stoppedAt(count: number, scenario: Partial<Scenario>) {
		api = await scriptedApi(...Array.from({ length: count - 1 }, () => found), { hang: true });
		const running = await start({ parameters: update, account: accountAt(api.url), ...scenario });
		await Promise.race([api.arrived(count), running.finished]);
		running.cancel();
		return await running.finished;
	}

	test.each([{}, continuing])(
		'gives what was done, has no error of its own and begins nothing more (%j)',
		async (settings) => {
			const scenario = { parameters: oneAtOnce, items: about(0, 1, 2), settings };
			const { status, error, items } = await stoppedAt(2, scenario);
			expect(status).toBe('canceled');
			expect(error?.name).toBe('ManualExecutionCancelledError');
			expect(items[0]).toMatchObject({ json: { id: idOf(0) }, pairedItem: { item: 0 } });
			expect(api.requests).toHaveLength(2);
		},
	);

	test('begins no later item about the same session', async () => {
		const scenario = { items: about(0, 0, 0), settings: continuing };
		expect((await stoppedAt(1, scenario)).status).toBe('canceled');
		expect(api.requests).toHaveLength(1);
	});
});

describe('one request for all items', () => {
	const phones = (count: number) =>
		Array.from({ length: count }, (_, n) => ({
			phone: `+55 11 90000-${String(n).padStart(4, '0')}`,
		}));

	const upsert = {
		resource: 'contact',
		operation: 'upsert',
		options: { batching: true },
		phoneNumber: '={{ $json.phone }}',
		simplify: false,
	};

	const phonesIn = (request: Arrival) =>
		(bodyOf(request).items as IDataObject[]).map(({ phoneNumber }) => phoneNumber);

	/** Answers with the contacts that the request holds. */
	const saved = (request: Arrival): Step => ({
		json: phonesIn(request).map((phoneNumber) => ({ id: `id of ${phoneNumber}`, phoneNumber })),
	});

	const enrol = {
		resource: 'sequence',
		operation: 'addContact',
		options: { batching: true },
		sequenceId: '={{ $json.sequence }}',
		contactId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
	};

	test('holds no more of them than the API takes, and gives each its own result', async () => {
		const items = phones(101);
		const outcome = await runOn(saved, {
			parameters: withOptions({ concurrency: 1 }, upsert),
			items,
		});
		expect(outcome.requests.map((request) => phonesIn(request).length)).toEqual([100, 1]);
		expect(itemsIn(outcome)).toEqual(items.map((_, item) => item));
		expect(outcome.items.map(({ json }) => json.id)).toEqual(
			items.map(({ phone }) => `id of ${phone.replace(/\D/g, '')}`),
		);
	});

	test('holds only items that can go together; what comes out stands in their order', async () => {
		const items = [7, 8, 7, 8].map((sequence, n) => ({ sequence: idOf(sequence), id: idOf(n) }));
		const reply = (request: Arrival): Step => {
			const ids = bodyOf(request).contactIds as string[];
			return { json: { items: ids.map((contactId) => ({ contactId, of: numberIn(request) })) } };
		};
		const outcome = await runOn(reply, { parameters: enrol, items });
		expect(outcome.requests.map((request) => bodyOf(request).contactIds)).toEqual(
			expect.arrayContaining([
				[idOf(0), idOf(2)],
				[idOf(1), idOf(3)],
			]),
		);
		expect(outcome.requests).toHaveLength(2);
		expect(itemsIn(outcome)).toEqual([0, 1, 2, 3]);
		expect(outcome.items.map(({ json }) => [json.contactId, json.of])).toEqual(
			items.map(({ id }, n) => [id, n % 2 ? 8 : 7]),
		);
	});

	test('is a success for items that its answer does not tell of', async () => {
		const items = about(0, 1).map((item) => ({ ...item, sequence: idOf(7) }));
		const { items: given } = await runOn({ json: { items: [] } }, { parameters: enrol, items });
		expect(given.map(({ json }) => json)).toEqual([{ success: true }, { success: true }]);
	});

	test('is not made where each item is to have its own', async () => {
		const parameters = { ...upsert, options: { batching: false } };
		const { requests } = await runOn({ json: {} }, { parameters, items: phones(2) });
		expect(requests.map(({ url }) => url)).toEqual(['/core/v1/contact', '/core/v1/contact']);
	});

	test('goes without the items whose values are wrong', async () => {
		const items = [...phones(1), { phone: 'Maria' }, ...phones(3).slice(2)];
		const outcome = await runOn(saved, { parameters: upsert, items, settings: continuing });
		expect(outcome.requests.map(phonesIn)).toEqual([['5511900000000', '5511900000002']]);
		expect(itemsIn(outcome)).toEqual([0, 1, 2]);
		expect(outcome.items.map(({ json }) => json.error)).toEqual([
			undefined,
			expect.stringContaining('is not a phone number'),
			undefined,
		]);
	});

	test('is not made where a value is wrong and the run does not go on', async () => {
		const items = [...phones(2), { phone: 'Maria' }];
		const { error, requests } = await runOn(saved, { parameters: upsert, items });
		expect(error?.context.itemIndex).toBe(2);
		expect(requests).toEqual([]);
	});

	test('that is refused is an error of each of its items', async () => {
		const parameters = upsert;
		const outcome = await runOn(
			{ status: 400, json: { text: 'Não' } },
			{
				parameters,
				items: phones(3),
				settings: continuing,
			},
		);
		expect(itemsIn(outcome)).toEqual([0, 1, 2]);
		for (const { json } of outcome.items) {
			expect(json).toMatchObject({
				error: 'WTS Chat refused the request',
				details: { description: expect.stringContaining('"Não" (HTTP 400)') },
			});
		}
	});

	test('that is refused stops the run at the first of its items', async () => {
		const refusal = { status: 400, json: { text: 'Não' } };
		const { error } = await runOn(refusal, { parameters: upsert, items: phones(3) });
		expect(error?.message).toBe('WTS Chat refused the request');
		expect(error?.context.itemIndex).toBe(0);
	});

	test('whose answer cannot be told apart is an error of each of its items', async () => {
		const outcome = await runOn(
			{ json: [] },
			{
				parameters: upsert,
				items: phones(2),
				settings: continuing,
			},
		);
		expect(itemsIn(outcome)).toEqual([0, 1]);
		for (const { json } of outcome.items) {
			expect(json).toMatchObject({
				error: 'WTS Chat does not say what became of this contact; it may have been saved',
				details: { contacts: [] },
			});
		}
	});

	test('that is refused tells all of its items what its support asks for', async () => {
		const json = { text: 'Não', key: 'FORM_ERROR', id: { shortValue: '3f6d1c9a' } };
		const outcome = await runOn(
			{ status: 400, json },
			{ parameters: upsert, items: phones(3), settings: continuing },
		);
		expect(itemsIn(outcome)).toEqual([0, 1, 2]);
		for (const { json } of outcome.items) {
			expect(json.details).toMatchObject({
				httpStatus: 400,
				key: 'FORM_ERROR',
				supportId: '3f6d1c9a',
			});
		}
	});

	const cancel = {
		resource: 'scheduledMessage',
		operation: 'cancel',
		options: { batching: true },
		scheduledMessageId: '={{ $json.id }}',
	};

	/** Cancels all messages but the second of each request. */
	const allButOne = (request: Arrival): Step => ({
		json: (JSON.parse(request.body) as string[]).map((id, n) => ({
			id,
			status: n === 1 ? 'SENT' : 'CANCELED',
		})),
	});

	test('stops the run where one of its items fails', async () => {
		const parameters = withOptions({ concurrency: 1 }, cancel);
		const items = about(...Array.from({ length: 101 }, (_, n) => n));
		const { error, requests } = await runOn(allButOne, { parameters, items });
		expect(error?.message).toBe('The message was not canceled');
		expect(error?.context.itemIndex).toBe(1);
		expect(error?.description).toContain('Already done: 99 of 101 items');
		expect(requests).toHaveLength(1);
	});

	test('may succeed for some of its items and fail for others', async () => {
		const parameters = cancel;
		const items = about(0, 1, 2);
		const outcome = await runOn(allButOne, { parameters, items, settings: continuing });
		expect(itemsIn(outcome)).toEqual([0, 1, 2]);
		expect(outcome.items.map(({ json }) => json.error ?? json.status)).toEqual([
			'CANCELED',
			'The message was not canceled',
			'CANCELED',
		]);
	});

	describe('that its items cannot make together', () => {
		const send = {
			resource: 'message',
			operation: 'sendTemplate',
			from: { __rl: true, mode: 'number', value: '551130000000' },
			to: '={{ $json.to }}',
			templateId: idOf(1),
			options: { batching: true, senderId: '={{ $json.sender }}' },
		};
		const items = [
			{ to: '+55 11 90000-0001', sender: 'same' },
			{ to: '+55 11 90000-0002', sender: 'same' },
			{ to: 'Maria', sender: 'other' },
		];

		test('is an error of each of them, beside those of other items', async () => {
			const outcome = await runOn(found, { parameters: send, items, settings: continuing });
			expect(itemsIn(outcome)).toEqual([0, 1, 2]);
			expect(outcome.items.map(({ json }) => json.error)).toEqual([
				"Several items have the same 'Sender ID'",
				"Several items have the same 'Sender ID'",
				expect.stringContaining('is not a phone number'),
			]);
			expect(outcome.requests).toEqual([]);
		});

		test('stops the run at the first item that has an error', async () => {
			const { error } = await runOn(found, { parameters: send, items });
			expect(error?.message).toBe("Several items have the same 'Sender ID'");
			expect(error?.context.itemIndex).toBe(0);
		});
	});
});

describe('an operation that the node does not have', () => {
	const CUSTOM = '__CUSTOM_API_CALL__';
	const custom = /^'Custom API Call' is no operation of this node$/;
	const unknown = /^The chosen operation does not exist$/;

	test.each([
		['session', CUSTOM, custom],
		[CUSTOM, '', custom],
		['session', 'levitate', unknown],
		['levitation', 'get', unknown],
		['session', '', unknown],
	])(
		'%s: %s is an error of each item where the node continues',
		async (resource, operation, says) => {
			const parameters = { resource, operation };
			for (const onError of ['continueRegularOutput', 'continueErrorOutput'] as const) {
				const { outputs, requests } = await runOn(missing, {
					parameters,
					items: about(1, 2),
					settings: { onError },
				});
				const [failed, other] =
					onError === 'continueErrorOutput' ? [...outputs].reverse() : outputs;
				expect(failed).toHaveLength(2);
				for (const [item, { json, pairedItem }] of (failed ?? []).entries()) {
					expect(json.error).toMatch(says);
					expect(pairedItem).toEqual({ item });
				}
				expect(other ?? []).toEqual([]);
				expect(requests).toEqual([]);
			}
		},
	);

	test('stops the node where it does not continue, and says what to use', async () => {
		const parameters = { resource: 'session', operation: CUSTOM };
		const { error } = await runOn(missing, { parameters, items: about(1, 2) });
		expect(error?.message).toMatch(custom);
		expect(error?.description).toContain("'HTTP Request'");
	});
});

test('an empty list for one of ten changes is a success of this item', async () => {
	const empty = (request: Arrival): Step =>
		numberIn(request) === 4 ? { json: [] } : found(request);
	const outcome = await runOn(empty, { items: about(0, 1, 2, 3, 4, 5, 6, 7, 8, 9) });
	expect(itemsIn(outcome)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
	expect(outcome.items[4]?.json).toEqual({ success: true });
});

test('a message that is only queued is said to be, once for all', async () => {
	const parameters = {
		resource: 'message',
		operation: 'sendText',
		sendTo: 'session',
		sessionId: '={{ $json.id }}',
		text: 'Bom dia!',
	};
	const { hints } = await runOn(
		{ json: { id: 'm', status: 'QUEUED' } },
		{ parameters, items: about(1, 2) },
	);
	expect(hints).toEqual([expect.stringMatching(/queued has not reached.*'Wait for Delivery'/)]);
	const sent = await runOn({ json: { id: 'm', status: 'SENT' } }, { parameters, items: about(1) });
	expect(sent.hints).toEqual([]);
});

test('a list that changed while it was read says so beside the output', async () => {
	const page = (items: object[], totalItems: number) => ({
		json: { items, totalItems, totalPages: 2 },
	});
	const parameters = { resource: 'session', operation: 'getMany', returnAll: true };
	api = await scriptedApi(
		page([{ id: 'a' }, { id: 'b' }], 3),
		page([{ id: 'b' }, { id: 'c' }, { id: 'd' }], 4),
	);
	const { items, hints } = await run({ parameters, account: accountAt(api.url) });
	expect(items.map(({ json }) => json.id)).toEqual(['a', 'b', 'c', 'd']);
	expect(hints).toEqual([expect.stringContaining('changed while it was read')]);
});
