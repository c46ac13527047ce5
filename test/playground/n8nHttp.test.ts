import { N8nApi } from '../../playground/n8nApi';
import { n8nHttp } from '../../playground/n8nHttp';
import { PlainError } from '../../playground/plainError';
import { CountedPatience, json, LateN8n, noRoute, type Answer } from './support/lateN8n';

let n8n: LateN8n;

beforeEach(async () => {
	n8n = await LateN8n.start();
});

afterEach(async () => await n8n.close());

const TYPES = '/types/nodes.json';

const unready: Array<[string, Answer]> = [
	['a page that says that nothing is there', noRoute(TYPES)],
	['a page instead of JSON', { body: '<!doctype html><title>n8n</title>' }],
	['a page that asks to wait', { body: 'n8n is starting up. Please wait' }],
	['a refusal without a word', { status: 401, headers: { 'content-type': '' } }],
	['that its database is not ready', json({ code: 503, message: 'Database is not ready!' }, 503)],
	['nothing, and breaks the connection', { broken: true }],
];

describe.each(unready)('as long as n8n answers %s', (_what, answer) => {
	test('the playground waits, and then signs in and finds the nodes', async () => {
		n8n.answers('/rest/settings', answer, answer);
		n8n.answers(TYPES, answer, answer, answer);
		const api = await N8nApi.signIn(n8n.url, new CountedPatience());
		expect(await api.nodeTypes('n8n-nodes-wts-chat')).toEqual([
			{ name: 'n8n-nodes-wts-chat.wtsChat', displayName: 'WTS Chat', version: 1 },
		]);
		expect(n8n.countOf('GET /rest/settings')).toBe(3);
		expect(n8n.countOf(`GET ${TYPES}`)).toBe(4);
	});
});

test('the playground waits for a login that comes later than the settings', async () => {
	n8n.answers('/rest/login', noRoute('/rest/login'), noRoute('/rest/login'));
	const api = await N8nApi.signIn(n8n.url, new CountedPatience());
	expect(api.cookie).toBe('ticket');
	expect(n8n.countOf('POST /rest/login')).toBe(3);
});

test('the playground waits for an n8n that does not listen yet', async () => {
	const { url, port } = n8n;
	await n8n.close();
	const patience = new CountedPatience(async (time) => {
		if (time === 1_000) await n8n.listen(port);
	});
	await expect(N8nApi.signIn(url, patience)).resolves.toBeInstanceOf(N8nApi);
});

test('a wait is told every fifteen seconds, with what n8n answers', async () => {
	const patience = new CountedPatience();
	// a try each quarter of a second: the routes stand after some 33 seconds
	n8n.answers(TYPES, ...Array<Answer>(130).fill(noRoute(TYPES)));
	await n8nHttp(n8n.url, patience).get(TYPES);
	expect(patience.told).toEqual([
		'Still waiting for n8n to start (15 seconds): it answers 404 (text/html) to GET /types/nodes.json …',
		'Still waiting for n8n to start (30 seconds): it answers 404 (text/html) to GET /types/nodes.json …',
	]);
});

test('a short wait is not told', async () => {
	const patience = new CountedPatience();
	n8n.answers(TYPES, ...Array<Answer>(20).fill(noRoute(TYPES)));
	await n8nHttp(n8n.url, patience).get(TYPES);
	expect(patience.told).toEqual([]);
});

describe('what is said to a person', () => {
	/** The error of a request, which has to be a plain one. */
	async function complaint(request: Promise<unknown>): Promise<string> {
		const error = await request.then(
			() => undefined,
			(reason: unknown) => reason,
		);
		expect(error).toBeInstanceOf(PlainError);
		return (error as PlainError).message;
	}

	test('names the last answer when the routes never stand', async () => {
		const http = n8nHttp(n8n.url, { ...new CountedPatience(), limitMs: 10_000 });
		expect(await complaint(http.get('/rest/nowhere'))).toBe(
			'n8n has not started within 10 seconds: it answers 404 (text/html) to GET /rest/nowhere.',
		);
	});

	test('says that nobody answers', async () => {
		const { url } = n8n;
		await n8n.close();
		const http = n8nHttp(url, { ...new CountedPatience(), limitMs: 10_000 });
		expect(await complaint(http.post('/rest/login', {}))).toBe(
			'n8n has not started within 10 seconds: it gives no answer to POST /rest/login (ECONNREFUSED).',
		);
	});

	test.each([
		[400, 'Cannot update an archived workflow.'],
		[401, 'Unauthorized'],
		[403, 'User is missing a scope'],
		[500, 'SQLITE_ERROR: no such table'],
	])('is what n8n says itself when it refuses with %i, at once', async (status, message) => {
		n8n.answers('/rest/workflows', json({ code: 0, message }, status));
		const http = n8nHttp(n8n.url, new CountedPatience());
		expect(await complaint(http.post('/rest/workflows', {}))).toBe(
			`n8n answers ${status} (${message}) to POST /rest/workflows.`,
		);
		expect(n8n.requests).toHaveLength(1);
	});

	test('names the password that n8n no longer accepts', async () => {
		n8n.answers('/rest/login', json({ message: 'Wrong username or password.' }, 401));
		expect(await complaint(N8nApi.signIn(n8n.url, new CountedPatience()))).toMatch(
			/^n8n does not accept owner@example.com with the password \w+ any more\.$/,
		);
	});

	test('names a request that may have arrived, which is not made again', async () => {
		n8n.answers('/rest/workflows', { broken: true });
		const http = n8nHttp(n8n.url, new CountedPatience());
		expect(await complaint(http.post('/rest/workflows', {}))).toBe(
			'n8n gives no answer to POST /rest/workflows (ECONNRESET).',
		);
		expect(n8n.requests).toHaveLength(1);
	});
});

test('an answer that a request allows for is given as it is', async () => {
	n8n.answers('/rest/workflows/1', json({ code: 404, message: 'Not found' }, 404));
	const { url } = n8n;
	const { status } = await n8nHttp(url, new CountedPatience()).get('/rest/workflows/1', {
		validateStatus: null,
	});
	expect(status).toBe(404);
	expect(n8n.requests).toHaveLength(1);
});

test('a wait ends when n8n has ended', async () => {
	const ended = new AbortController();
	const patience = new CountedPatience((time) => time === 2_000 && ended.abort());
	const http = n8nHttp(n8n.url, { ...patience, signal: ended.signal });
	await expect(http.get('/rest/nowhere')).rejects.toThrow(/abort/);
	expect(n8n.requests).toHaveLength(8);
});
