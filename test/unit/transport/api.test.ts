import { NodeApiError, NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { connect, RUN_DEFAULTS } from '../../../nodes/WtsChat/transport/api';
import { cancelledBy, cancelSignalOf } from '../../../nodes/WtsChat/transport/context';
import { del, get, post, put, type ApiRequest } from '../../../nodes/WtsChat/transport/contract';
import { errorOf, onTheClock, scripted, type Step } from './support';

jest.useFakeTimers();

const ID = '20000000-0000-4000-8000-000000000001';
const READ = get('/core/v1/agent', {});
const SEARCH: ApiRequest = { ...post('/core/v1/contact/filter', { body: {} }), readOnly: true };
const SEND = post('/chat/v1/session/{id}/note', { path: { id: ID }, body: { text: 'Oi' } });
const CHANGE = put('/chat/v1/session/{id}/assignee', { path: { id: ID }, body: { userId: ID } });
const REMOVE = del('/chat/v1/session/note/{id}', { path: { id: ID } });

const BUSY: Step = { status: 503 };
const LOST: Step = { fails: 'ECONNRESET' };
const UNREACHED: Step = { fails: 'ECONNREFUSED' };
const GONE: Step = { status: 404 };
const OK: Step = { body: { id: ID } };

const limited = (seconds: number): Step => ({
	status: 429,
	headers: { 'retry-after': String(seconds) },
});

/** A run that sends one request to an API that takes these steps. */
async function running(steps: Step[], request: ApiRequest, options = RUN_DEFAULTS) {
	const account = scripted(steps);
	const api = await connect(account.run, options);
	return { ...account, api, work: api.send(request) };
}

describe('a request', () => {
	test('goes to the host and path with the credential of the node, as JSON', async () => {
		const { editor, sent } = scripted([OK], { baseUrl: ' https://api.helena.run/ ' });
		const query = { IncludeDetails: ['ContactDetails' as const] };
		const api = await connect(editor);
		await onTheClock(api.send(get('/chat/v2/session', { query })));
		await onTheClock(api.send(SEND));
		expect(sent).toMatchObject([
			{
				credential: 'wtsChatApi',
				options: {
					baseURL: 'https://api.helena.run',
					url: '/chat/v2/session',
					method: 'GET',
					qs: query,
					// a list in a query is one name several times
					arrayFormat: 'repeat',
					json: true,
				},
			},
			{
				options: {
					url: `/chat/v1/session/${ID}/note`,
					method: 'POST',
					body: { text: 'Oi' },
				},
			},
		]);
	});

	test('is judged here, and is led nowhere else', async () => {
		const { editor, sent } = scripted([OK]);
		await onTheClock((await connect(editor)).send(READ));
		expect(sent[0]?.options).toMatchObject({
			ignoreHttpStatusErrors: true,
			returnFullResponse: true,
			disableFollowRedirect: true,
		});
	});

	test.each([
		['the usual', RUN_DEFAULTS.timeoutMs, undefined, 30_000],
		['that of a request that takes longer', 30_000, 40_000, 40_000],
		["the user's where that is longer", 120_000, 40_000, 120_000],
		["the user's", 5_000, undefined, 5_000],
	])('has a time limit: %s', async (_, timeoutMs, ofRequest, expected) => {
		const { editor, sent } = scripted([OK]);
		const api = await connect(editor, { ...RUN_DEFAULTS, timeoutMs });
		await onTheClock(api.send({ ...READ, timeoutMs: ofRequest }));
		expect(sent[0]?.options.timeout).toBe(expected);
	});

	test.each([
		['a record', { id: ID }],
		['a list', [{ id: ID }]],
		['nothing', undefined],
	])('gives the answer of the API: %s', async (_, body) => {
		const { work } = await running([{ body }], READ);
		expect(await onTheClock(work)).toEqual(body);
	});

	test.each([5, true, null, ''])(
		'gives nothing for what is neither record nor list: %j',
		async (body) => {
			const { work } = await running([{ body }], READ);
			expect(await onTheClock(work)).toBeUndefined();
		},
	);

	test('without a usable credential is never sent', async () => {
		const { run, sent } = scripted([OK], { baseUrl: 'http://api.helena.run' });
		await expect(connect(run)).rejects.toThrow(NodeOperationError);
		expect(sent).toEqual([]);
	});
});

describe('after a fault', () => {
	test.each([READ, SEARCH, CHANGE, REMOVE])(
		'a $method that can be repeated ($path) is tried again',
		async (request) => {
			for (const fault of [BUSY, LOST, UNREACHED]) {
				const { work, sent } = await running([fault, OK], request);
				expect(await onTheClock(work)).toEqual({ id: ID });
				expect(sent).toHaveLength(2);
			}
		},
	);

	test.each([READ, CHANGE, SEND])(
		'a $method that is refused is not tried again',
		async (request) => {
			const { work, sent } = await running([{ status: 400, body: { text: 'Não.' } }, OK], request);
			expect((await errorOf(work)).message).toBe('WTS Chat refused the request');
			expect(sent).toHaveLength(1);
		},
	);

	test.each([BUSY, LOST, { fails: 'ETIMEDOUT' }, { body: '<html>Sign in</html>' }])(
		'a message that may have arrived is not sent again (%j)',
		async (fault) => {
			const { work, sent } = await running([fault, OK], SEND);
			const { message, description } = await errorOf(work);
			expect(message).toContain('may have been sent');
			expect(description).toContain('Look in WTS Chat');
			expect(sent).toHaveLength(1);
		},
	);

	test('a message that never arrived is sent again', async () => {
		const { work, sent } = await running([UNREACHED, UNREACHED, OK], SEND);
		expect(await onTheClock(work)).toEqual({ id: ID });
		expect(sent).toHaveLength(3);
	});

	test.each([0, 1, 3])('there are %i more tries when the user chooses so', async (retries) => {
		const { work, sent } = await running([BUSY], READ, { ...RUN_DEFAULTS, retries });
		expect((await errorOf(work)).message).toBe('WTS Chat is not available right now');
		expect(sent).toHaveLength(1 + retries);
	});

	test('there are three more tries unless the user chooses another number', async () => {
		const { work, sent } = await running([BUSY], READ);
		await errorOf(work);
		expect(sent).toHaveLength(4);
	});

	test('each try waits longer than the one before', async () => {
		const { work, sent } = await running([BUSY], READ);
		await errorOf(work);
		const waits = sent.slice(1).map(({ at }, n) => at - sent[n]!.at);
		expect(waits).toEqual([...waits].sort((one, other) => one - other));
		expect(waits[0]).toBeGreaterThanOrEqual(250);
	});

	test('the last fault is the one that is told', async () => {
		const { work } = await running([BUSY, LOST, BUSY, UNREACHED], READ);
		expect((await errorOf(work)).message).toBe('WTS Chat could not be reached');
	});
});

describe('told to slow down', () => {
	test.each([READ, SEND, REMOVE])('a $method waits as asked and goes on', async (request) => {
		const { work, sent, api } = await running([limited(7), OK], request);
		expect(await onTheClock(work)).toEqual({ id: ID });
		expect(sent[1]!.at - sent[0]!.at).toBeGreaterThanOrEqual(7_000);
		expect(sent[1]!.at - sent[0]!.at).toBeLessThanOrEqual(7_250);
		expect(api.rateLimitedSeconds()).toBe(7);
	});

	test('a run counts that as no fault', async () => {
		const steps = [limited(1), BUSY, limited(1), BUSY, limited(1), limited(1), OK];
		const { work, sent } = await running(steps, READ, { ...RUN_DEFAULTS, retries: 2 });
		expect(await onTheClock(work)).toEqual({ id: ID });
		expect(sent).toHaveLength(7);
	});

	test('a run without any retries goes on as well', async () => {
		const { work } = await running([limited(1), OK], SEND, { ...RUN_DEFAULTS, retries: 0 });
		expect(await onTheClock(work)).toEqual({ id: ID });
	});

	test.each([
		['a run waits up to a quarter of an hour', 440, 3],
		['a run waits no longer than a quarter of an hour', 460, 2],
	])('%s in all, %i s each time', async (_, seconds, count) => {
		const began = Date.now();
		const { work, sent } = await running([limited(seconds)], READ);
		expect((await errorOf(work)).message).toContain('too many requests');
		expect(sent).toHaveLength(count);
		expect(Date.now() - began).toBeLessThanOrEqual(15 * 60_000);
	});

	test('the time that the API takes for its answers is not told as held up', async () => {
		const { work, api } = await running(
			[
				{ ...limited(7), after: 5_000 },
				{ ...OK, after: 5_000 },
			],
			READ,
		);
		await onTheClock(work);
		expect(api.rateLimitedSeconds()).toBe(7);
	});

	test('an editor waits ten seconds', async () => {
		const { editor, sent } = scripted([limited(9), OK]);
		expect(await onTheClock((await connect(editor)).send(READ))).toEqual({ id: ID });
		expect(sent).toHaveLength(2);
	});

	test.each([limited(11), { ...limited(11), status: 503 }])(
		'an editor lets nobody wait for longer than ten seconds (%j)',
		async (step) => {
			const { editor, sent } = scripted([step, OK]);
			const began = Date.now();
			await errorOf((await connect(editor)).send(READ));
			expect(sent).toHaveLength(1);
			expect(Date.now()).toBe(began);
		},
	);

	test('a run takes more than a quarter of an hour for a plain refusal', async () => {
		const { work, sent } = await running([limited(901), OK], READ);
		expect((await errorOf(work)).message).toContain('too many requests');
		expect(sent).toHaveLength(1);
	});

	test('an editor says so as well of what is not even sent', async () => {
		const { editor, sent } = scripted([limited(60)]);
		const api = await connect(editor);
		for (const again of [1, 2]) {
			const { message } = await errorOf(api.send(READ));
			expect([again, message]).toEqual([again, expect.stringContaining('too many requests')]);
		}
		expect(sent).toHaveLength(1);
	});

	test('the error of an editor names the limits', async () => {
		const { editor } = scripted([limited(60)]);
		const { message } = await errorOf((await connect(editor)).send(READ));
		expect(message).toMatch(/too many requests.*200 requests in 5 seconds.*HTTP 429/);
	});

	test('another account goes on', async () => {
		const [busy, other] = [scripted([limited(60)]), scripted([OK])];
		await errorOf((await connect(busy.editor)).send(READ));
		expect(await onTheClock((await connect(other.editor)).send(READ))).toEqual({ id: ID });
	});
});

describe('the published limits', () => {
	/** How long one more request waits after 200 reads at once. */
	async function waitAfterReads(request: ApiRequest, options = RUN_DEFAULTS): Promise<number> {
		const { run, sent } = scripted([OK]);
		const api = await connect(run, options);
		const reads = Array.from({ length: 200 }, async () => await api.send(READ));
		await onTheClock(Promise.all(reads));
		await onTheClock(api.send(request));
		return sent.at(-1)!.at - sent[0]!.at;
	}

	test('are kept', async () => {
		expect(await waitAfterReads(READ)).toBeGreaterThanOrEqual(5_000);
	});

	test('are no matter when the user does not want them kept', async () => {
		expect(await waitAfterReads(READ, { ...RUN_DEFAULTS, paced: false })).toBe(0);
	});

	test('of reading do not hold up the sending of messages', async () => {
		expect(await waitAfterReads({ ...SEND, path: '/chat/v1/send/text' })).toBe(0);
	});

	test('hold up nothing but what asks for too much', async () => {
		const { run } = scripted([OK]);
		const api = await connect(run);
		await onTheClock(api.send(READ));
		expect(api.rateLimitedSeconds()).toBe(0);
	});
});

describe('what is not there any more', () => {
	const NOT_FOUND = { status: 500, body: { key: 'FORM_ERROR', text: 'Registro não encontrado' } };

	test.each<[string, Step[]]>([
		['at once', [GONE]],
		['after 429', [limited(1), GONE]],
		['after a try that never arrived', [UNREACHED, GONE]],
	])('when it is removed is an error: %s', async (_, steps) => {
		const { work, sent } = await running(steps, REMOVE);
		expect((await errorOf(work)).message).toBe('WTS Chat does not find what this item names');
		expect(sent).toHaveLength(steps.length);
	});

	test.each<[string, Step[]]>([
		['a lost answer', [LOST, GONE]],
		['a time-out', [{ fails: 'ETIMEDOUT' }, GONE]],
		['503', [BUSY, GONE]],
		['a lost answer and 429', [LOST, limited(1), GONE]],
		['a lost answer, in the words of the API', [LOST, NOT_FOUND]],
	])('may have been removed by the try before, and counts as removed: %s', async (_, steps) => {
		const { work, sent } = await running(steps, REMOVE);
		expect(await onTheClock(work)).toBeUndefined();
		expect(sent).toHaveLength(steps.length);
	});

	test.each([GONE, NOT_FOUND])(
		'is as good as removed where that is all that matters',
		async (step) => {
			const { work, sent } = await running([step], { ...REMOVE, notFoundIsSuccess: true });
			expect(await onTheClock(work)).toBeUndefined();
			expect(sent).toHaveLength(1);
		},
	);

	test('is no excuse for another refusal of a removal', async () => {
		const { work } = await running([LOST, { status: 400, body: { text: 'Não.' } }], {
			...REMOVE,
			notFoundIsSuccess: true,
		});
		expect((await errorOf(work)).message).toBe('WTS Chat refused the request');
	});

	test.each([READ, CHANGE])('is an error of a $method, whatever went before', async (request) => {
		const { work } = await running([LOST, GONE], request);
		expect((await errorOf(work)).message).toBe('WTS Chat does not find what this item names');
	});
});

describe('a run that is stopped', () => {
	test.each([
		['for a limit', limited(300)],
		['after a fault', { ...limited(300), status: 503 }],
	])('does not go on waiting %s, and sends nothing more', async (_, step) => {
		const { work, sent, stop } = await running([step, OK], READ);
		const failing = errorOf(work);
		setTimeout(stop, 10_000);
		const began = Date.now();
		expect(await failing).toBeInstanceOf(NodeApiError);
		expect(Date.now() - began).toBeLessThanOrEqual(10_250);
		expect(sent).toHaveLength(1);
	});

	test('sends nothing', async () => {
		const { run, sent, stop } = scripted([OK]);
		const api = await connect(run);
		stop();
		expect((await errorOf(api.send(SEND))).description).toContain('the run was stopped');
		expect(sent).toEqual([]);
	});

	test('does not wait', async () => {
		const { run, stop } = scripted([OK]);
		const api = await connect(run);
		expect(await onTheClock(api.wait(1_000))).toBe(true);
		const waiting = api.wait(60_000);
		stop();
		expect(await onTheClock(waiting)).toBe(false);
	});
});

describe('an error', () => {
	test("of a run is n8n's error of an API, with the status", async () => {
		const { work } = await running([{ status: 403 }], READ);
		const error = await errorOf(work);
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({ httpCode: '403' });
	});

	test('of the editor says all in its message', async () => {
		const { editor } = scripted([{ status: 403, body: { text: 'Acesso negado' } }]);
		const error = await errorOf((await connect(editor)).send(READ));
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error.message).toMatch(/not allowed to do this\. Use a key.*"Acesso negado"/);
	});

	test('never tells the key, even when the API repeats it', async () => {
		const account = scripted([{ status: 401, body: { text: 'pn_secret is wrong' } }], {
			apiKey: ' Bearer pn_secret ',
		});
		const error = await errorOf((await connect(account.run)).send(READ));
		expect(`${error.message} ${error.description}`).not.toContain('pn_secret');
		expect(error.description).toContain('"[API key] is wrong"');
	});
});

describe('an account', () => {
	const accountOf = async (apiKey: string, baseUrl?: string) =>
		(await connect(scripted([OK], { apiKey, baseUrl }).run)).account;

	test('is the same for every run, however its key was pasted', async () => {
		expect(await accountOf(' Bearer pn_1')).toBe(
			await accountOf('pn_1', 'https://api.helena.run/'),
		);
	});

	test('is another one for another key, and for another host', async () => {
		const accounts = [
			await accountOf('pn_1'),
			await accountOf('pn_2'),
			await accountOf('pn_1', 'https://api.example.com'),
		];
		expect(new Set(accounts).size).toBe(3);
	});
});

test('what n8n gives to runs can be stopped, and nothing else', () => {
	const { run, editor, signal } = scripted([OK]);
	expect(cancelSignalOf(run)).toBe(signal);
	expect(cancelSignalOf(editor)).toBeUndefined();
	expect(cancelSignalOf({} as IHookFunctions)).toBeUndefined();
});

test('a request has its own signal in place of that of the run, and all else of it', () => {
	const { run } = scripted([OK]);
	const { signal } = new AbortController();
	const context = cancelledBy(run, signal);
	expect(cancelSignalOf(context)).toBe(signal);
	expect(context.getNode()).toBe(run.getNode());
});
