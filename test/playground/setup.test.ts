import { spawn } from 'node:child_process';
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectFolder } from '../support/package';

/** A copy of what is needed to set up, in which a test's own npm installs. */
let folder: string;

const inFolder = (...path: string[]) => join(folder, ...path);

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'wts-chat-setup-'));
	for (const file of ['tools/setup.mjs', 'tools/installLock.mjs', 'playground/endWithParent.cjs']) {
		mkdirSync(dirname(inFolder(file)), { recursive: true });
		copyFileSync(join(projectFolder, file), inFolder(file));
	}
	writeFileSync(inFolder('package.json'), '{}');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What an npm does that succeeds: a package, and its list of all packages. */
const INSTALLS = `
	const { mkdirSync, writeFileSync } = require('node:fs');
	mkdirSync('node_modules/whole', { recursive: true });
	writeFileSync('node_modules/whole/index.js', '');
	writeFileSync('node_modules/.package-lock.json', '{}');
	require('node:fs').appendFileSync('installs.txt', 'one ');
`;

const fails = (output: string) => `console.error(${JSON.stringify(output)}); process.exit(1);`;

function start(npm: string) {
	writeFileSync(inFolder('npm.cjs'), npm);
	return spawn(process.execPath, [inFolder('tools', 'setup.mjs')], {
		env: { ...process.env, npm_execpath: inFolder('npm.cjs'), TMPDIR: folder },
	});
}

/** Runs the setup; its npm is the script. */
async function setUp(npm: string) {
	const setup = start(npm);
	let output = '';
	for (const stream of [setup.stdout, setup.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => (output += text));
	}
	const status = await new Promise((resolve) => setup.once('close', resolve));
	return { status, output };
}

/** Waits for what another process does; the time limit of the test ends it. */
async function until(holds: () => boolean): Promise<void> {
	while (!holds()) await sleep(20);
}

function runs(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}

const installs = () =>
	existsSync(inFolder('installs.txt'))
		? readFileSync(inFolder('installs.txt'), 'utf8').trim().split(' ').length
		: 0;

test('packages are installed once, and again when package.json has changed', async () => {
	expect(await setUp(INSTALLS)).toMatchObject({ status: 0 });
	expect(await setUp(INSTALLS)).toEqual({ status: 0, output: '' });
	expect(installs()).toBe(1);
	writeFileSync(inFolder('package.json'), '{ "name": "changed" }');
	await setUp(INSTALLS);
	expect(installs()).toBe(2);
});

describe('an installation that was not finished', () => {
	/** A package of which a half is there; npm would not see that. */
	const half = () => inFolder('node_modules', 'half', 'package.json');

	function leaveHalf() {
		mkdirSync(dirname(half()), { recursive: true });
		writeFileSync(half(), '{}');
	}

	test('the first of all, begins from nothing', async () => {
		leaveHalf();
		const { status, output } = await setUp(INSTALLS);
		expect(status).toBe(0);
		expect(output).toContain(
			'An earlier installation was not finished: this one begins from nothing.',
		);
		expect(existsSync(half())).toBe(false);
		expect(existsSync(inFolder('node_modules', 'whole', 'index.js'))).toBe(true);
	});

	test('of a change, begins from nothing, even when the change is taken back', async () => {
		await setUp(INSTALLS);
		writeFileSync(inFolder('package.json'), '{ "name": "changed" }');
		leaveHalf();
		await setUp('process.kill(process.pid, "SIGKILL")');
		writeFileSync(inFolder('package.json'), '{}');
		const { status } = await setUp(INSTALLS);
		expect(status).toBe(0);
		expect(existsSync(half())).toBe(false);
		expect(installs()).toBe(2);
	});

	test('because the setup was killed, begins from nothing, and its npm has ended', async () => {
		leaveHalf();
		const npm = inFolder('npm.txt');
		const setup = start(
			`require('node:fs').writeFileSync(${JSON.stringify(npm)}, String(process.pid)); setInterval(() => {}, 1_000);`,
		);
		await until(() => existsSync(npm) && readFileSync(npm, 'utf8') !== '');
		setup.kill('SIGKILL');
		expect(await setUp(INSTALLS)).toMatchObject({ status: 0 });
		expect(existsSync(half())).toBe(false);
		await until(() => !runs(Number(readFileSync(npm, 'utf8'))));
	});

	test('because npm failed by itself, goes on with what is there', async () => {
		await setUp(INSTALLS);
		writeFileSync(inFolder('package.json'), '{ "name": "changed" }');
		expect(await setUp(fails('npm error code ENOTFOUND'))).toMatchObject({ status: 1 });
		const { output } = await setUp(INSTALLS);
		expect(output).not.toContain('not finished');
	});
});

test.each([
	[
		'no network',
		'npm error code EAI_AGAIN\nnpm error errno EAI_AGAIN',
		'npm cannot reach its registry.',
	],
	['a full disk', 'npm error code ENOSPC\nnpm error nospc no space left', 'The disk is full.'],
	['a folder of somebody else', 'npm error code EACCES\nnpm error syscall mkdir', 'may not write'],
	['anything else', 'npm error code ERESOLVE', 'Its last words:\nnpm error code ERESOLVE'],
])('%s is told in a sentence', async (_what, npmSays, sentence) => {
	const { status, output } = await setUp(fails(npmSays));
	expect(status).toBe(1);
	expect(output).toContain(`npm install failed. `);
	expect(output).toContain(sentence);
	expect(output).not.toMatch(/^\s+at /m);
});

test('two setups at the same time install one after the other', async () => {
	const slow = `setTimeout(() => { ${INSTALLS} }, 300)`;
	const [first, second] = await Promise.all([setUp(slow), setUp(slow)]);
	expect([first.status, second.status]).toEqual([0, 0]);
	expect(installs()).toBe(1);
});
