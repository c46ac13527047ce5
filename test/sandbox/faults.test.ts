import axios, { type AxiosResponse } from 'axios';
import { startSandbox, STORM, type Fault, type Sandbox } from '../../playground/sandbox';

let sandbox: Sandbox;
afterEach(async () => {
	await sandbox.close();
});

/** Starts a sandbox where every request has this fault. */
async function everyRequestWith(fault: Fault) {
	sandbox = await startSandbox({ faults: [{ fault, rate: 1 }] });
	return axios.create({
		baseURL: sandbox.url,
		headers: { Authorization: `Bearer ${sandbox.apiKey}` },
		validateStatus: () => true,
		proxy: false,
	});
}

/** Adds a tag, which shows whether a request was processed. */
async function addTag(fault: Fault, signal?: AbortSignal): Promise<AxiosResponse | Error> {
	const client = await everyRequestWith(fault);
	const before = sandbox.account.tags.length;
	const answer = await client
		.post('/core/v1/tag', { name: 'Inverno' }, { signal })
		.catch((error: Error) => error);
	const [entry] = sandbox.requests;
	// the ledger knows what the client may not know
	expect(entry).toMatchObject({ fault, processed: sandbox.account.tags.length > before });
	return answer;
}

const processed = () => sandbox.requests[0]?.processed;

test.each<[Fault, number, RegExp | undefined]>([
	['429', 429, undefined],
	['429 with seconds', 429, /^2$/],
	['429 with a date', 429, / GMT$/],
])('%s refuses without processing', async (fault, status, retryAfter) => {
	const answer = (await addTag(fault)) as AxiosResponse;
	expect(answer.status).toBe(status);
	if (retryAfter) expect(answer.headers['retry-after']).toMatch(retryAfter);
	else expect(answer.headers['retry-after']).toBeUndefined();
	expect(processed()).toBe(false);
});

test('500 with a key answers in the envelope of the platform', async () => {
	const answer = (await addTag('500 with a key')) as AxiosResponse;
	expect(answer.status).toBe(500);
	expect(answer.data).toMatchObject({ key: 'FORM_ERROR', error: true });
	expect(processed()).toBe(false);
});

test.each<[Fault, number]>([
	['502', 502],
	['503', 503],
	['504', 504],
])('%s comes with a page of HTML', async (fault, status) => {
	const answer = (await addTag(fault)) as AxiosResponse;
	expect(answer.status).toBe(status);
	expect(answer.headers['content-type']).toContain('text/html');
	expect(answer.data).toContain('<title>');
	expect(processed()).toBe(false);
});

test.each<[Fault, boolean]>([
	['reset before', false],
	['reset after', true],
])('%s: the connection breaks, and processed is %s', async (fault, isProcessed) => {
	expect(await addTag(fault)).toMatchObject({ code: 'ECONNRESET' });
	expect(processed()).toBe(isProcessed);
});

test.each<[Fault, boolean]>([
	['hang before', false],
	['hang after', true],
	['slow body', true],
])('%s: no answer comes to its end, and processed is %s', async (fault, isProcessed) => {
	expect(await addTag(fault, AbortSignal.timeout(300))).toMatchObject({ code: 'ERR_CANCELED' });
	expect(processed()).toBe(isProcessed);
});

test('truncated JSON is half an answer to what was processed', async () => {
	const answer = (await addTag('truncated JSON')) as AxiosResponse;
	expect(answer.status).toBe(200);
	expect(answer.data).toMatch(/^{"id":/);
	expect(processed()).toBe(true);
});

test.each<[Fault, unknown]>([
	['error in a 200', expect.objectContaining({ error: true, key: 'FORM_ERROR' })],
	['empty 200', ''],
])('%s was not processed', async (fault, data) => {
	const answer = (await addTag(fault)) as AxiosResponse;
	expect(answer.status).toBe(200);
	expect(answer.data).toEqual(data);
	expect(processed()).toBe(false);
});

test('a repeated page has the records of the first', async () => {
	const client = await everyRequestWith('repeated page');
	const pages = await Promise.all(
		[1, 2].map((PageNumber) =>
			client.get('/core/v1/contact', { params: { PageNumber, PageSize: 5 } }),
		),
	);
	expect(pages[1]?.data.items).toEqual(pages[0]?.data.items);
});

test('endless pages always have records, and say that there are more', async () => {
	const client = await everyRequestWith('endless pages');
	const { data } = await client.get('/core/v1/contact', { params: { PageNumber: 900 } });
	expect(data.items).toHaveLength(1);
	expect(data.hasMorePages).toBe(true);
});

test('a storm is the same in every run', async () => {
	const faultsOf = async (seed: number) => {
		sandbox = await startSandbox({ faults: STORM, seed });
		const drawn = Array.from({ length: 10_000 }, () => sandbox.faults.draw('GET', '/'));
		await sandbox.close();
		return drawn;
	};
	const one = await faultsOf(7);
	expect(await faultsOf(7)).toEqual(one);
	expect(await faultsOf(8)).not.toEqual(one);
	const share = one.filter((fault) => fault === '429').length / one.length;
	expect(share).toBeGreaterThan(0.04);
	expect(share).toBeLessThan(0.06);
	sandbox = await startSandbox();
});

test('a fault can hit only what it is meant for, and be switched off', async () => {
	const client = await everyRequestWith('503');
	sandbox.faults.rules = [{ fault: '503', rate: 1, on: /^GET .*\/tag$/ }];
	const statuses = async () => [
		(await client.get('/core/v1/tag')).status,
		(await client.get('/core/v1/agent')).status,
	];
	expect(await statuses()).toEqual([503, 200]);
	sandbox.faults.rules = [];
	expect(await statuses()).toEqual([200, 200]);
});
