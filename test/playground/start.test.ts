import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { credentialFor } from '../../playground/credential';
import { prepareDemo } from '../../playground/demo';
import { greeting, languages, progress, systemLanguage } from '../../playground/terminal';
import { N8n } from '../../playground/n8n';
import { N8nApi } from '../../playground/n8nApi';
import { PlainError } from '../../playground/plainError';
import { startSandbox, type Sandbox } from '../../playground/sandbox';
import { serve } from '../../playground/serve';
import { demoWorkflows } from '../../playground/workflows';
import type { Workflow } from '../../playground/workflows/workflow';
import { projectFolder } from '../support/package';
import { CountedPatience, json, LateN8n } from './support/lateN8n';

const never = new Promise<void>(() => {});

let userFolder: string;

beforeEach(() => {
	userFolder = mkdtempSync(join(tmpdir(), 'wts-chat-start-'));
});

afterEach(() => rmSync(userFolder, { recursive: true }));

describe('a port that another program uses', () => {
	let other: Server;

	beforeEach(async () => {
		other = createServer();
		await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
	});

	afterEach(() => other.close());

	test.each([
		['n8n', 0],
		["n8n's task runners", 1],
		['the sandbox of the API', 2],
	])('is told before anything is started: that of %s', async (_user, offset) => {
		const { port } = other.address() as AddressInfo;
		const failure = serve(
			{
				port: port - offset,
				n8n: { userFolder },
				install: () => Promise.reject(new Error('It has begun')),
				greet: () => {},
				says: progress.en,
			},
			never,
		);
		await expect(failure).rejects.toThrow(PlainError);
		// a port beside it may be busy as well
		await expect(failure).rejects.toThrow(
			/^Port \d+, which .* would use, is busy\. Choose other ports: add "-- --port 5700" to the command\.$/,
		);
	});
});

test.each([
	['--port', 'The port has to be a number from 1 to 65533.'],
	['--language', 'The language has to be en or pt.'],
])('an option that cannot be understood is refused in a sentence: %s', (option, complaint) => {
	const { status, stderr } = spawnSync(
		process.execPath,
		['--import', 'tsx', 'playground/start.ts', option, 'many'],
		{ cwd: projectFolder, encoding: 'utf8' },
	);
	expect(status).toBe(1);
	expect(stderr.trim()).toBe(
		`${complaint} Usage: npm start -- [--port 5678] [--language en|pt] [--once]`,
	);
});

test.each([
	['pt-BR', 'pt'],
	['pt-PT', 'pt'],
	['en-US', 'en'],
	['es-AR', 'en'],
])('the greeting is in the language of a system that speaks %s: %s', (locale, language) => {
	expect(systemLanguage(locale)).toBe(language);
});

test.each(languages)(
	'the greeting in "%s" leads to every demo, the one that goes on answering last',
	async (language) => {
		const sandbox = await startSandbox();
		const text = greeting(language, 'http://127.0.0.1:5678', sandbox);
		await sandbox.close();
		const led = [...text.matchAll(/^\d\..*\/workflow\/(\w+)/gm)].map(([, id]) => id);
		const demos = demoWorkflows(sandbox);
		expect([...led].sort()).toEqual(demos.map(({ id }) => id).sort());
		const listens = ({ nodes }: Workflow) =>
			nodes.some(({ type }) => type.endsWith('Trigger') && !type.endsWith('manualTrigger'));
		expect(demos.filter(listens).map(({ id }) => id)).toEqual([led.at(-1)]);
		expect(text).toContain(sandbox.apiKey);
		expect(text).toContain(`${sandbox.url}/play`);
	},
);

describe('the demo, in an n8n that has it already', () => {
	let late: LateN8n;
	let sandbox: Sandbox;
	let api: N8nApi;

	beforeEach(async () => {
		late = await LateN8n.start();
		sandbox = await startSandbox();
		late.answers(`/rest/credentials/${credentialFor(sandbox).id}`, json({ data: {} }));
		api = await N8nApi.signIn(late.url, new CountedPatience());
	});

	afterEach(async () => {
		await sandbox.close();
		await late.close();
	});

	const ledger = () => join(userFolder, 'demo-workflows.json');

	async function prepare(versionId: string) {
		for (const { id, ...workflow } of demoWorkflows(sandbox)) {
			late.answers(`/rest/workflows/${id}`, json({ data: { id, ...workflow, versionId } }));
		}
		await prepareDemo(new N8n({ userFolder, port: late.port, brokerPort: 1 }), api, sandbox);
	}

	test.each(['', '{"wtsTransferDemo1": {"versionId"'])(
		'is left as it is when a killed run has left a half-written list of it: "%s"',
		async (half) => {
			writeFileSync(ledger(), half);
			await prepare('1');
			expect(late.requests.filter((one) => /^(POST|PATCH) \/rest\/workflows/.test(one))).toEqual(
				[],
			);
		},
	);

	test('is noted workflow by workflow, so that a killed run loses nothing', async () => {
		const [first, second] = demoWorkflows(sandbox);
		const missing = json({ code: 404, message: 'Not found' }, 404);
		late.answers(`/rest/workflows/${first?.id}`, missing);
		late.answers(`/rest/workflows/${second?.id}`, missing);
		late.answers('/rest/workflows', json({ data: { ...first, versionId: '7' } }));
		late.answers('/rest/workflows', { broken: true });
		await expect(prepare('1')).rejects.toThrow(PlainError);
		expect(JSON.parse(readFileSync(ledger(), 'utf8'))).toEqual({
			[String(first?.id)]: { versionId: '7', hash: expect.any(String) },
		});
	});
});
