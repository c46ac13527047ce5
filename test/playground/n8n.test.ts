import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import axios from 'axios';
import { N8n } from '../../playground/n8n';
import { PlainError } from '../../playground/plainError';
import { freePort } from '../../playground/ports';
import { endWithParent } from '../../playground/processes';
import { untilUnused } from '../../playground/userFolder';

const program = join(__dirname, 'support', 'scriptedN8n.cjs');

let userFolder: string;
const started: N8n[] = [];

beforeEach(() => {
	userFolder = mkdtempSync(join(tmpdir(), 'wts-chat-n8n-'));
});

afterEach(async () => {
	for (const n8n of started.splice(0)) await n8n.stop();
	rmSync(userFolder, { recursive: true });
});

async function n8nThatIs(script: string, node = process.execPath): Promise<N8n> {
	const n8n = new N8n({
		installation: { node, program, variables: { SCRIPT: script } },
		userFolder,
		port: await freePort(),
		brokerPort: await freePort(),
	});
	started.push(n8n);
	return n8n;
}

/** What a person is told about an n8n that does not start. */
async function complaintOf(n8n: N8n): Promise<string> {
	const error = await n8n.start().catch((reason: unknown) => reason);
	expect(error).toBeInstanceOf(PlainError);
	expect((error as PlainError).message).not.toMatch(/^\s+at /m);
	return (error as PlainError).message;
}

test('n8n has started when its last route stands', async () => {
	const n8n = await n8nThatIs('late');
	await n8n.start();
	const { status } = await axios.get(`${n8n.url}/types/nodes.json`, { proxy: false });
	expect(status).toBe(200);
});

describe('an n8n that ends while it starts', () => {
	test('is told with its last words, its log and its data', async () => {
		const n8n = await n8nThatIs('refusing');
		expect(await complaintOf(n8n)).toBe(
			`n8n ended with code 1 while it started.
What n8n said last:
  There was an error running database migrations
n8n's log is ${n8n.logFile}. To begin anew, delete the folder ${userFolder}.`,
		);
	});

	test.each([
		['missing', 'Its installation is not whole. Delete the folder playground/node_modules'],
		['full', 'The disk is full. Free some space'],
		['killed', 'Something on this machine ended it: often there is too little memory.'],
	])('because something is %s is told with what to do', async (script, advice) => {
		expect(await complaintOf(await n8nThatIs(script))).toContain(`\n${advice}`);
	});

	test('or that is not there at all is told as well', async () => {
		const complaint = await complaintOf(await n8nThatIs('late', join(userFolder, 'node')));
		expect(complaint).toMatch(/^n8n cannot be started \(spawn .* ENOENT\) while it started\.\n/);
		expect(complaint).toContain('Delete the folder playground/node_modules and start again.');
	});
});

test('a command of n8n that fails is told without a stack trace', async () => {
	const n8n = await n8nThatIs('refusing');
	await expect(n8n.run('import:workflow')).rejects.toThrow(
		new PlainError(
			'n8n import:workflow failed.\nWhat n8n said last:\n  There was an error running database migrations',
		),
	);
});

describe('what a killed run has left', () => {
	test('holds nobody up when nothing of it runs any more', async () => {
		const n8n = await n8nThatIs('late');
		await n8n.start();
		await n8n.kill();
		await untilUnused(userFolder, 0);
		await (await n8nThatIs('late')).start();
	});

	test('is named when its n8n goes on', async () => {
		await (await n8nThatIs('late')).start();
		const { processes } = JSON.parse(readFileSync(join(userFolder, 'running.json'), 'utf8'));
		const n8nPid = processes.at(-1).pid;
		await expect(untilUnused(userFolder, 0)).rejects.toThrow(
			new PlainError(
				`n8n already runs on the data in ${userFolder}. Stop it first: with Ctrl-C where it was started, or with "kill ${n8nPid}".`,
			),
		);
	});

	test('is no other process that has its number by now', async () => {
		const known = { pid: process.ppid, command: 'node n8n start' };
		writeFileSync(join(userFolder, 'running.json'), JSON.stringify({ processes: [known] }));
		await untilUnused(userFolder, 0);
	});

	test.each(['', '{"processes": [{"pid"'])(
		'is no mark that is half-written: "%s"',
		async (half) => {
			writeFileSync(join(userFolder, 'running.json'), half);
			await untilUnused(userFolder, 0);
		},
	);

	test('is no half-written configuration of n8n: n8n makes it anew', async () => {
		const config = join(userFolder, '.n8n', 'config');
		mkdirSync(join(userFolder, '.n8n'));
		writeFileSync(config, '{\n\t"encryp');
		await (await n8nThatIs('late')).start();
		expect(existsSync(config)).toBe(false);
	});

	test('is a whole configuration of n8n, which stays', async () => {
		const config = join(userFolder, '.n8n', 'config');
		mkdirSync(join(userFolder, '.n8n'));
		writeFileSync(config, '{"encryptionKey": "wts-chat-playground"}');
		await (await n8nThatIs('late')).start();
		expect(existsSync(config)).toBe(true);
	});
});

test('a child ends with its parent, even if the parent is killed', async () => {
	const child = 'console.log("runs"); setInterval(() => {}, 1_000)';
	const childArgs = JSON.stringify([...endWithParent, '-e', child]);
	const parent = spawn(
		process.execPath,
		[
			'-e',
			`require("node:child_process").spawn(process.execPath, ${childArgs}, { stdio: ["pipe", 1, 2] })`,
		],
		{ stdio: ['ignore', 'pipe', 'inherit'] },
	);
	// the child holds the output open as long as it runs
	const outputEnds = once(parent.stdout, 'close');
	await once(createInterface(parent.stdout), 'line');
	parent.kill('SIGKILL');
	await outputEnds;
});
