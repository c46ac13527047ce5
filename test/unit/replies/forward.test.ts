import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { call, forward, PING, TIME_OVER, tryAddress } from '../../../nodes/WtsChat/replies/forward';
import { waitsNoMore } from '../../../nodes/WtsChat/replies/sentences';
import type { ApiContext } from '../../../nodes/WtsChat/transport/context';
import { pass } from './world';

const URL = 'https://n8n.example.com/webhook-waiting/1/node?signature=s';
const ANSWERED = { statusCode: 200, body: { waits: true } };
const EVENT: IDataObject = { eventType: 'MESSAGE_RECEIVED', content: { text: 'Sim' } };

/** An n8n that answers one thing after the other, and then repeats the last; an error is no answer. */
function n8n(...answers: Array<{ statusCode: number; body?: unknown } | Error>) {
	const requests: IHttpRequestOptions[] = [];
	const seconds: number[] = [];
	const began = Date.now();
	const httpRequest = async (options: IHttpRequestOptions) => {
		requests.push(options);
		seconds.push((Date.now() - began) / 1_000);
		const answer = answers[Math.min(requests.length, answers.length) - 1];
		if (answer instanceof Error) throw answer;
		return await Promise.resolve(answer);
	};
	return { requests, seconds, context: { helpers: { httpRequest } } as unknown as ApiContext };
}

const refused = new Error('connect ECONNREFUSED');
const saying = (statusCode: number, message: unknown) => ({ statusCode, body: { message } });

test.each<[string, Parameters<typeof n8n>[0], string]>([
	['takes it', ANSWERED, 'taken'],
	['takes it with any other success', { statusCode: 299, body: {} }, 'taken'],
	['says that it has finished', saying(409, 'The execution "7" has finished already.'), 'gone'],
	['says that it does not exist', saying(404, 'The execution "7" does not exist.'), 'gone'],
	[
		'says that it does not wait there',
		saying(404, 'The workflow for execution "7" does not contain a waiting webhook'),
		'gone',
	],
	['says that the question waits no more', saying(410, waitsNoMore), 'gone'],
	['shows a page to say so', { statusCode: 200, body: '<h1>No action required</h1>' }, 'gone'],
	['shows another one', { statusCode: 404, body: '<h1>Invalid Form Link</h1>' }, 'gone'],
	['has not stored it yet', saying(409, 'The execution "7" is running already.'), 'unreached'],
	['is away, and a proxy answers', { statusCode: 502, body: 'Bad Gateway' }, 'unreached'],
	['is away, and a proxy shows a page', { statusCode: 200, body: '<h1>Soon</h1>' }, 'unreached'],
	['is away, and a proxy answers nothing', { statusCode: 200 }, 'unreached'],
	['redirects', { statusCode: 300, body: {} }, 'unreached'],
	['refuses the address', saying(401, 'Invalid token'), 'unreached'],
	['knows no such address', saying(404, 'Not found'), 'unreached'],
	['cannot be reached', refused, 'unreached'],
])('an n8n that %s', async (_, answer, expected) => {
	expect(await call(n8n(answer).context, URL, EVENT)).toBe(expected);
});

test('a call is told from what WTS Chat delivers, and takes ten seconds at most', async () => {
	const { context, requests } = n8n(ANSWERED);
	await call(context, URL, EVENT);
	expect(requests).toEqual([
		{
			url: URL,
			method: 'POST',
			headers: { 'x-wts-chat-own-call': '1' },
			body: EVENT,
			json: true,
			timeout: 10_000,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		},
	]);
});

test('what it asks by itself are events like those of WTS Chat', () => {
	expect([PING, TIME_OVER]).toEqual([
		{ eventType: 'PING', content: {} },
		{ eventType: 'TIME_OVER', content: {} },
	]);
});

describe('a message that is passed on', () => {
	beforeEach(() => {
		jest.useFakeTimers();
	});
	afterEach(() => {
		jest.useRealTimers();
	});

	/** What becomes of it, and how many seconds after the first try the others came. */
	async function passedOn(...answers: Parameters<typeof n8n>) {
		const { context, requests, seconds } = n8n(...answers);
		const outcome = forward(context, URL, EVENT);
		await pass(60_000);
		expect(requests.every(({ body, url }) => body === EVENT && url === URL)).toBe(true);
		return { outcome: await outcome, seconds };
	}

	test.each<[string, Parameters<typeof n8n>, string, number[]]>([
		['is taken at once', [ANSWERED], 'taken', [0]],
		['is for nobody any more', [saying(410, waitsNoMore)], 'gone', [0]],
		[
			'is taken once n8n has stored the execution',
			[saying(409, 'The execution "7" is running already.'), refused, ANSWERED],
			'taken',
			[0, 0.25, 1.25],
		],
		[
			'is taken at the last try',
			[refused, refused, refused, refused, refused, ANSWERED],
			'taken',
			[0, 0.25, 1.25, 4.25, 14.25, 44.25],
		],
		['finds no n8n', [refused], 'unreached', [0, 0.25, 1.25, 4.25, 14.25, 44.25]],
	])('%s', async (_, answers, outcome, seconds) => {
		expect(await passedOn(...answers)).toEqual({ outcome, seconds });
	});
});

describe('the address of an execution that runs', () => {
	let hosts = 0;
	const anotherHost = () => `https://n8n-${++hosts}.example.com`;

	test.each<[string, Parameters<typeof n8n>[0], unknown]>([
		['is reached where n8n says that it does not wait yet', saying(409, 'running'), 'reached'],
		['is reached where n8n takes it', ANSWERED, 'reached'],
		['is reached where n8n answers with anything else', { statusCode: 500 }, 'reached'],
		['is not reached where nothing answers', refused, 'unreached'],
		['leads elsewhere where something wants a login', { statusCode: 401 }, 401],
		['leads elsewhere where nothing is known of it', { statusCode: 404 }, 404],
	])('%s', async (_, answer, expected) => {
		const { context, requests } = n8n(answer);
		expect(await tryAddress(context, `${anotherHost()}/1`)).toBe(expected);
		expect(requests.map(({ body }) => body)).toEqual([PING]);
	});

	test.each<[string, Parameters<typeof n8n>[0], number]>([
		['is reached is tried once', saying(409, 'running'), 1],
		['leads elsewhere is tried each time', { statusCode: 404 }, 3],
		['cannot be reached is tried each time', refused, 3],
	])('that %s, whatever the execution', async (_, answer, count) => {
		const { context, requests } = n8n(answer);
		const host = anotherHost();
		const outcomes: unknown[] = [];
		for (const n of [1, 2, 3]) outcomes.push(await tryAddress(context, `${host}/${n}`));
		expect(requests).toHaveLength(count);
		expect(new Set(outcomes).size).toBe(1);
	});

	test('of another host is tried as well', async () => {
		const { context, requests } = n8n(ANSWERED);
		const [one, other] = [anotherHost(), anotherHost()];
		for (const host of [one, other, one]) await tryAddress(context, `${host}/1`);
		expect(requests).toHaveLength(2);
	});
});
