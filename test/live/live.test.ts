import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkAccount, type Result } from '../../tools/live/check';
import { checkLive, type Environment } from '../../tools/live/cli';
import { contractOperations, type Operation } from '../../tools/live/contract';
import { Reader } from '../../tools/live/reader';
import { isRead } from '../../tools/live/reads';
import { hostOf, reportText } from '../../tools/live/report';
import { useSandbox } from '../support/account';
import { projectFolder } from '../support/package';
import { bentApi, type Bend } from './bentApi';

const sandbox = useSandbox();

const folder = mkdtempSync(join(tmpdir(), 'wts-chat-live-'));
afterAll(() => rmSync(folder, { recursive: true }));

const noWait = async () => undefined;

async function check(url = sandbox().url): Promise<Result[]> {
	return await checkAccount({ baseUrl: url, apiKey: sandbox().apiKey }, { wait: noWait });
}

async function checkBent(bends: Record<string, Bend>): Promise<Result[]> {
	return await check(await bentApi(sandbox(), bends));
}

/** The differences as "operation path: text". */
const differences = (results: Result[]) =>
	results.flatMap(({ operationId, differences: found }) =>
		found.map(({ path, text }) => `${operationId} ${path}: ${text}`),
	);

const reportOf = (results: Result[]) =>
	reportText({ package: 'p', node: 'n', host: 'h', results }) + JSON.stringify(results);

/** Runs the command without its pauses. */
async function runCommand(environment: Environment, ...args: string[]) {
	let output = '';
	const write = (text: string) => (output += text);
	const code = await checkLive(args, environment, { output: write, error: write }, noWait);
	return { code, output };
}

describe('the plain sandbox', () => {
	test('has no differences, and every read is compared or left out with a reason', async () => {
		const results = await check();
		expect(differences(results)).toEqual([]);
		const reads = (await contractOperations()).filter(isRead).map((one) => one.operationId);
		expect(results.map((one) => one.operationId).sort()).toEqual(reads.sort());
		const silent = results.filter(({ outcome, reason }) => outcome === 'not compared' && !reason);
		expect(silent).toEqual([]);
		expect(results.filter(({ outcome }) => outcome === 'same').length).toBeGreaterThan(40);
	});

	test('is only read', async () => {
		const before = JSON.stringify(sandbox().account);
		await check();
		const { requests, account } = sandbox();
		const others = requests
			.filter(({ method }) => method !== 'GET')
			.map(({ method, path }) => `${method} ${path}`);
		expect(others).toEqual(['POST /core/v1/contact/filter']);
		expect(requests.filter(({ path }) => path === '/core/v2/file')).toEqual([]);
		expect(JSON.stringify(account)).toBe(before);
	});

	test('gets two requests a second', async () => {
		const waits: number[] = [];
		await checkAccount(
			{ baseUrl: sandbox().url, apiKey: sandbox().apiKey },
			{ wait: async (ms) => waits.push(ms) },
		);
		expect(waits).toEqual(sandbox().requests.map(() => 500));
	});

	test('an account without records is no difference', async () => {
		const { account } = sandbox();
		for (const list of Object.values(account)) if (Array.isArray(list)) list.length = 0;
		const results = await check();
		expect(differences(results)).toEqual([]);
		expect(results.find(({ operationId }) => operationId === 'getSession')?.reason).toBe(
			'listSessions gave no record for it',
		);
		expect(results.find(({ operationId }) => operationId === 'listTags')).toMatchObject({
			outcome: 'not compared',
			reason: 'the list is empty',
		});
	});
});

test('whatever is no read is not sent', async () => {
	const { url, apiKey, requests } = sandbox();
	const reader = new Reader({ baseUrl: url, apiKey }, noWait);
	const operations = await contractOperations();
	const forbidden = operations.filter(
		(one) => !isRead(one) || one.operationId === 'getFileUploadUrl',
	);
	expect(forbidden.length).toBeGreaterThan(50);
	for (const operation of forbidden) {
		await expect(reader.read(operation as Operation, {})).rejects.toThrow('not among the reads');
	}
	expect(requests).toEqual([]);
});

describe('an answer that the contract does not know', () => {
	type Page = { items: Array<Record<string, unknown>> };
	const first = (change: Record<string, unknown>) => (page: Page) => ({
		body: { ...page, items: page.items.map((one, n) => (n === 0 ? { ...one, ...change } : one)) },
	});
	const contacts = '/core/v1/contact';

	test.each<[string, (page: Page) => { status?: number; body: unknown }, string]>([
		[
			'a wrong type',
			first({ name: 4711 }),
			'items[].name: string or null in the contract, integer here',
		],
		[
			'an unknown property',
			first({ nickname: 'Zezinho' }),
			'items[].nickname: not in the contract',
		],
		['an unknown value', first({ status: 'Zezinho' }), 'items[].status: a value that is none of'],
		['a wrong form', first({ createdAt: 'Zezinho' }), 'items[].createdAt: a string that is no'],
		[
			'a missing property',
			({ items, ...page }) => ({
				// JSON leaves out what is undefined
				body: { ...page, items: items.map((one) => ({ ...one, name: undefined })) },
			}),
			'items[].name: missing everywhere',
		],
		['HTML', () => ({ body: '<html><title>Zezinho</title></html>' }), '(answer): no readable JSON'],
		['nothing', () => ({ body: '' }), '(answer): no body'],
		[
			'a failure',
			() => ({ status: 500, body: { error: true, key: 'FORM_ERROR', text: 'Zezinho' } }),
			'(answer): status 500, FORM_ERROR',
		],
		[
			'an error inside a 200',
			() => ({ body: { error: true, key: 'Zezinho', text: 'Zezinho' } }),
			'(answer): an error inside a 200',
		],
	])('%s is told with its operation and place', async (_, bend, expected) => {
		const results = await checkBent({ [contacts]: bend as Bend });
		const found = differences(results);
		expect(found).toHaveLength(1);
		expect(found[0]).toContain(`listContacts ${expected}`);
		expect(reportOf(results)).not.toContain('Zezinho');
		expect(reportOf(results)).not.toContain('4711');
	});

	test('a name that could be personal is not told', async () => {
		const results = await checkBent({
			[contacts]: first({ 'Maria Souza': 1, '5511900000001': 2 }) as Bend,
		});
		expect(differences(results)).toEqual([
			'listContacts items[].(a name that is no identifier): not in the contract',
		]);
	});

	test('a feature that is off is not compared', async () => {
		const text = 'App SEQUENCE não está habilitado';
		const off = () => ({ status: 500, body: { error: true, key: 'ENTITY_NOT_FOUND', text } });
		const results = await checkBent({ '/chat/v1/sequence': off });
		expect(differences(results)).toEqual([]);
		expect(results.find(({ operationId }) => operationId === 'listSequences')?.reason).toBe(
			'the feature is not enabled in this account',
		);
	});

	test('what the key may not do is not compared', async () => {
		const results = await checkBent({ '/core/v1/tag': () => ({ status: 401, body: {} }) });
		expect(differences(results)).toEqual([]);
		expect(results.find(({ operationId }) => operationId === 'listTags')?.reason).toBe(
			'the key is not allowed to do this',
		);
	});

	test('a limit is waited for', async () => {
		const waits: number[] = [];
		sandbox().faults.rules = [{ fault: '429 with seconds', rate: 1, on: /tag$/ }];
		const results = await checkAccount(
			{ baseUrl: sandbox().url, apiKey: sandbox().apiKey },
			{ wait: async (ms) => waits.push(ms) },
		);
		expect(waits.filter((ms) => ms === 2_000)).toHaveLength(3);
		expect(results.find(({ operationId }) => operationId === 'listTags')?.outcome).toBe(
			'not compared',
		);
	});

	test('a refused key stops the check', async () => {
		const wrong = { baseUrl: sandbox().url, apiKey: 'pn_wrong' };
		await expect(checkAccount(wrong, { wait: noWait })).rejects.toThrow(
			'WTS Chat did not accept the API key',
		);
		expect(sandbox().requests).toHaveLength(1);
	});
});

describe('the command', () => {
	test('as people run it, it says without a key how to get one', () => {
		const { status, stderr } = spawnSync(
			process.execPath,
			['--import', 'tsx', 'tools/live/main.ts'],
			{ cwd: projectFolder, env: { PATH: process.env.PATH }, encoding: 'utf8' },
		);
		expect(status).toBe(2);
		expect(stderr).toContain('Ajustes → Integrações');
	});

	test.each<[string, Environment, string[], string]>([
		['an unknown option', {}, ['--jsn'], "Unknown option '--jsn'"],
		['plain http', { WTS_CHAT_BASE_URL: 'http://example.com' }, [], 'has to start with https://'],
		[
			'a service that is not there',
			{ WTS_CHAT_BASE_URL: 'http://127.0.0.1:9' },
			[],
			'could not be reached (ECONNREFUSED)',
		],
	])('%s is refused in plain words', async (_, environment, args, words) => {
		const { code, output } = await runCommand(
			{ WTS_CHAT_API_KEY: 'pn_x', ...environment },
			...args,
		);
		expect(code).toBe(2);
		expect(output).toContain(words);
	});

	test('with a wrong key, it says so and does not repeat it', async () => {
		const { code, output } = await runCommand({
			WTS_CHAT_API_KEY: 'pn_canary_key',
			WTS_CHAT_BASE_URL: sandbox().url,
		});
		expect(code).toBe(2);
		expect(output).toContain('did not accept the API key');
		expect(output).not.toContain('pn_canary_key');
	});

	test('an account that keeps the contract is no difference; a report that cannot be written is said', async () => {
		const { url, apiKey } = sandbox();
		const { code, output } = await runCommand(
			{ WTS_CHAT_API_KEY: apiKey, WTS_CHAT_BASE_URL: url },
			'--json',
			join(folder, 'missing', 'report.json'),
		);
		expect(output).toContain('reads answer as the contract says, 0 do not');
		expect(output).toContain('report.json cannot be written');
		expect(code).toBe(2);
	});

	test('tells nothing of what the account holds', async () => {
		const canary = 'Canary Person';
		const { account, apiKey } = sandbox();
		for (const contact of account.contacts) {
			Object.assign(contact, { name: canary, email: 'canary@example.com' });
		}
		account.contacts[0]!.phoneNumber = '+55|11987654321';
		const url = await bentApi(sandbox(), {
			'/core/v1/contact': ((page: { items: object[] }) => ({
				body: { ...page, items: page.items.map((one) => ({ ...one, status: canary })) },
			})) as Bend,
		});
		const json = join(folder, 'report.json');
		const { code, output } = await runCommand(
			{ WTS_CHAT_API_KEY: `Bearer ${apiKey}`, WTS_CHAT_BASE_URL: url },
			'--json',
			json,
		);
		expect(code).toBe(1);
		expect(output).toContain('| listContacts | `items[].status` |');
		const everything = output + readFileSync(json, 'utf8');
		for (const secret of [canary, 'canary@', '11987654321', apiKey, url]) {
			expect(everything).not.toContain(secret);
		}
	});
});

test('a partner brand is not named', () => {
	expect(hostOf('https://api.wts.chat')).toBe('api.wts.chat');
	expect(hostOf('https://user:secret@api.brand.example/x')).toBe('an address of its own');
});
