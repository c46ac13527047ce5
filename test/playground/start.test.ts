import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { credentialFor } from '../../playground/credential';
import { prepareDemo } from '../../playground/demo';
import { N8n } from '../../playground/n8n';
import { N8nApi } from '../../playground/n8nApi';
import { PlainError } from '../../playground/plainError';
import { startSandbox, type Sandbox } from '../../playground/sandbox';
import { serve } from '../../playground/serve';
import { demoWorkflows } from '../../playground/workflows';
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

test('an option that cannot be understood is refused in a sentence', () => {
	const { status, stderr } = spawnSync(
		process.execPath,
		['--import', 'tsx', 'playground/start.ts', '--port', 'many'],
		{ cwd: projectFolder, encoding: 'utf8' },
	);
	expect(status).toBe(1);
	expect(stderr.trim()).toBe(
		'The port has to be a number from 1 to 65533. Usage: npm start -- [--port 5678] [--once]',
	);
});

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
