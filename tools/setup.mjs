// Makes the installed packages current: `node tools/setup.mjs` those of the project,
// `node tools/setup.mjs playground` those of the playground as well.
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
const playground = join(root, 'playground');

async function main() {
	if (Number(process.versions.node.split('.')[0]) < 20) {
		throw new Error(`This project needs Node.js 20 or newer, and this is ${process.version}.`);
	}
	await install(root, 'the packages of the project (about a minute the first time)');
	if (process.argv[2] === 'playground') {
		await install(
			playground,
			'n8n and the Node.js that it runs on (2.4 GB; about 4 minutes the first time)',
			// n8n needs its native modules; npm hands the project's own ignore-scripts down to us
			['--ignore-scripts=false'],
		);
		ensureNode();
	}
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
function ensureNode() {
	if (!nodeVersion()) {
		const folder = join(playground, 'node_modules', 'node');
		mkdirSync(join(folder, 'bin'), { recursive: true });
		execFileSync(process.execPath, ['installArchSpecificPackage'], {
			cwd: folder,
			stdio: 'inherit',
		});
	}
	const version = nodeVersion();
	if (!version?.startsWith('v24.')) {
		throw new Error(
			`n8n needs Node.js 24, and the one in playground/node_modules/node ${version ? `is ${version}` : 'does not run'}.`,
		);
	}
}

function nodeVersion() {
	const name = process.platform === 'win32' ? 'node.exe' : 'node';
	try {
		const program = join(playground, 'node_modules', 'node', 'bin', name);
		return execFileSync(program, ['--version'], { encoding: 'utf8' }).trim();
	} catch {
		return undefined;
	}
}

main().catch((error) => {
	console.error(error.message);
	process.exit(1);
});
