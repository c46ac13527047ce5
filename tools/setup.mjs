// Makes the installed packages current: `node tools/setup.mjs` those of the project,
// `node tools/setup.mjs playground` n8n as well, and with `playground/n8n-1.x` the older n8n too.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	closeSync,
	existsSync,
	mkdirSync,
	openSync,
	readFileSync,
	readdirSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './installLock.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Options of Node.js with which a child ends when we end, even by SIGKILL. Its stdin has to be a pipe. */
const endWithParent = ['--require', join(root, 'playground', 'endWithParent.cjs')];

/** The folders that hold an n8n, with the Node.js that it runs on. */
const n8nFolders = {
	playground: { n8n: 'n8n', nodeMajor: 24, size: '2.4 GB; about 4 minutes' },
	'playground/n8n-1.x': { n8n: 'n8n 1.x', nodeMajor: 22, size: '1.6 GB; about 4 minutes' },
};

async function main() {
	if (Number(process.versions.node.split('.')[0]) < 20) {
		throw new Error(`This project needs Node.js 20 or newer, and this is ${process.version}.`);
	}
	await install(root, 'the packages of the project (about a minute the first time)');
	for (const name of process.argv.slice(2)) await installN8n(name);
}

async function installN8n(name) {
	const known = n8nFolders[name];
	if (!known) throw new Error(`There is no n8n to be installed in "${name}".`);
	const folder = join(root, name);
	await install(
		folder,
		`${known.n8n} and the Node.js that it runs on (${known.size} the first time)`,
		// n8n needs its native modules; npm hands the project's own ignore-scripts down to us
		['--ignore-scripts=false'],
	);
	ensureNode(folder, known);
}

/** Runs npm install where package.json or package-lock.json changed since it last succeeded. */
async function install(folder, what, options = []) {
	if (isCurrent(folder)) return;
	const tellOfWait = () => console.log(`Waiting for another command that installs ${what} …`);
	await withLock(folder, tellOfWait, async () => {
		if (isCurrent(folder)) return;
		console.log(`Installing ${what} …`);
		removeHalves(folder);
		writeFileSync(halfMark(folder), '');
		await runInstall(folder, options);
		// taken afterwards: npm install may complete package-lock.json
		writeFileSync(stampOf(folder), hashOf(folder));
	});
}

function isCurrent(folder) {
	const stamp = stampOf(folder);
	if (existsSync(halfMark(folder)) || !existsSync(stamp)) return false;
	return readFileSync(stamp, 'utf8') === hashOf(folder);
}

function stampOf(folder) {
	return join(folder, 'node_modules', '.setup-stamp');
}

/** A file that is there as long as an installation is not finished. */
function halfMark(folder) {
	return join(folder, 'node_modules', '.setup-unfinished');
}

function hashOf(folder) {
	const hash = createHash('sha256');
	for (const name of ['package.json', 'package-lock.json', '.npmrc']) {
		const file = join(folder, name);
		if (existsSync(file)) hash.update(readFileSync(file));
	}
	return hash.digest('hex');
}

/** Removes what an unfinished installation has left: npm would take half a package for a whole one. */
function removeHalves(folder) {
	const modules = join(folder, 'node_modules');
	// npm's own list, which it writes at the end
	const list = join(modules, '.package-lock.json');
	if (existsSync(modules) && (existsSync(halfMark(folder)) || !existsSync(list))) {
		console.log('  An earlier installation was not finished: this one begins from nothing.');
		rmSync(modules, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
	}
	mkdirSync(modules, { recursive: true });
}

async function runInstall(folder, options) {
	const logFile = join(tmpdir(), `wts-chat-install-${process.pid}.log`);
	const log = openSync(logFile, 'w');
	const child = spawnNpm(['install', ...options], { cwd: folder, stdio: ['pipe', log, log] });
	closeSync(log);
	const began = Date.now();
	const progress = setInterval(() => {
		const seconds = Math.round((Date.now() - began) / 1000);
		console.log(`  ${seconds} s, ${countPackages(folder)} packages so far`);
	}, 15_000);
	const [code, signal] = await new Promise((resolve) => {
		child.once('error', (error) => resolve([error.code]));
		child.once('exit', (...ending) => resolve(ending));
	}).finally(() => clearInterval(progress));
	// an npm that ends by itself leaves nothing half-done, even if it fails
	if (!signal) rmSync(halfMark(folder));
	if (code !== 0) {
		const output = `${readFileSync(logFile, 'utf8')}\n${signal ?? code}`;
		throw new Error(`npm install failed. ${reasonOf(output)}\nnpm's output is in ${logFile}.`);
	}
	console.log(`  done in ${Math.round((Date.now() - began) / 1000)} s`);
}

/** What npm's output means for the person at the keyboard; the first that fits counts. */
const REASONS = [
	[
		/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EIDLETIMEOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/,
		"npm cannot reach its registry. Check the network and npm's proxy settings, then run the command again.",
	],
	[/ENOSPC|EDQUOT/, 'The disk is full. Free some space, then run the command again.'],
	[
		/EACCES|EPERM|EROFS/,
		"This user may not write to the folder of the project, or to npm's cache. Give them to this user, then run the command again.",
	],
	[/SIGKILL|SIGTERM|SIGINT/, 'It was interrupted. Run the command again.'],
];

function reasonOf(output) {
	const reason = REASONS.find(([pattern]) => pattern.test(output))?.[1];
	return reason ?? `Its last words:\n${output.trimEnd().split('\n').slice(-20).join('\n')}`;
}

function spawnNpm(args, options) {
	const isWindows = process.platform === 'win32';
	const program = process.env.npm_execpath;
	if (!program) return spawn('npm', args, { ...options, shell: isWindows });
	// leads a group, and takes it along when it ends with us
	const ownGroup = { ...options, detached: !isWindows };
	return spawn(process.execPath, [...endWithParent, program, ...args], ownGroup);
}

function countPackages(folder) {
	const modules = join(folder, 'node_modules');
	if (!existsSync(modules)) return 0;
	return readdirSync(modules).reduce(
		(count, name) => count + (name.startsWith('@') ? readdirSync(join(modules, name)).length : 1),
		0,
	);
}

/** The binary of the package `node` comes from its install script, which npm may have blocked. */
function ensureNode(n8nFolder, { n8n, nodeMajor }) {
	const folder = join(n8nFolder, 'node_modules', 'node');
	if (!nodeVersion(folder)) fetchNode(folder);
	const version = nodeVersion(folder);
	if (!version?.startsWith(`v${nodeMajor}.`)) {
		throw new Error(
			`${n8n} is to run on Node.js ${nodeMajor}, and the one in ${folder} ${version ? `is ${version}` : 'does not run'}. Delete ${join(n8nFolder, 'node_modules')} and run the command again.`,
		);
	}
}

function fetchNode(folder) {
	mkdirSync(join(folder, 'bin'), { recursive: true });
	try {
		execFileSync(process.execPath, ['installArchSpecificPackage'], { cwd: folder, stdio: 'pipe' });
	} catch (error) {
		throw new Error(
			`Node.js could not be fetched. ${reasonOf(`${error.stdout}\n${error.stderr}`)}`,
		);
	}
}

function nodeVersion(folder) {
	const name = process.platform === 'win32' ? 'node.exe' : 'node';
	try {
		return execFileSync(join(folder, 'bin', name), ['--version'], { encoding: 'utf8' }).trim();
	} catch {
		return undefined;
	}
}

main().catch(({ message, code }) => {
	// an error of the file system has a code; all others are sentences already
	console.error(`\n${code ? reasonOf(message) : message}`);
	process.exit(1);
});
