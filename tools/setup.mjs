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
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

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
	const stampFile = join(folder, 'node_modules', '.setup-stamp');
	if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hashOf(folder)) return;

	console.log(`Installing ${what} …`);
	await runInstall(folder, options);
	// taken afterwards: npm install may complete package-lock.json
	writeFileSync(stampFile, hashOf(folder));
}

function hashOf(folder) {
	const hash = createHash('sha256');
	for (const name of ['package.json', 'package-lock.json', '.npmrc']) {
		const file = join(folder, name);
		if (existsSync(file)) hash.update(readFileSync(file));
	}
	return hash.digest('hex');
}

async function runInstall(folder, options) {
	const logFile = join(tmpdir(), `wts-chat-install-${process.pid}.log`);
	const log = openSync(logFile, 'w');
	const [command, args] = npm('install', ...options);
	const child = spawn(command, args, {
		cwd: folder,
		stdio: ['ignore', log, log],
		shell: command === 'npm' && process.platform === 'win32',
	});
	closeSync(log);
	const began = Date.now();
	const progress = setInterval(() => {
		const seconds = Math.round((Date.now() - began) / 1000);
		console.log(`  ${seconds} s, ${countPackages(folder)} packages so far`);
	}, 15_000);
	const code = await new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', resolve);
	}).finally(() => clearInterval(progress));
	if (code !== 0) {
		const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-20).join('\n');
		throw new Error(`npm install failed in ${folder}. Its output is in ${logFile}:\n${lines}`);
	}
	console.log(`  done in ${Math.round((Date.now() - began) / 1000)} s`);
}

function npm(...args) {
	const program = process.env.npm_execpath;
	return program ? [process.execPath, [program, ...args]] : ['npm', args];
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
	if (!nodeVersion(folder)) {
		mkdirSync(join(folder, 'bin'), { recursive: true });
		execFileSync(process.execPath, ['installArchSpecificPackage'], {
			cwd: folder,
			stdio: 'inherit',
		});
	}
	const version = nodeVersion(folder);
	if (!version?.startsWith(`v${nodeMajor}.`)) {
		throw new Error(
			`${n8n} is to run on Node.js ${nodeMajor}, and the one in ${folder} ${version ? `is ${version}` : 'does not run'}.`,
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

main().catch((error) => {
	console.error(error.message);
	process.exit(1);
});
