import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import axios from 'axios';
import type { NodeType } from './n8nApi';
import { environment, n8n2, type Installation, type N8nOptions } from './n8nEnvironment';
import { PlainError } from './plainError';
import { freePort } from './ports';

const runFile = promisify(execFile);

const startLimit = 180_000;
const stopLimit = 15_000;

const READINESS = '/healthz/readiness';

export interface InstalledPackage {
	name: string;
	version: string;
}

interface PackageJson extends InstalledPackage {
	devDependencies?: unknown;
	peerDependencies?: unknown;
	optionalDependencies?: unknown;
}

/** An n8n on 127.0.0.1, with a user folder of its own. */
export class N8n {
	readonly url: string;

	readonly userFolder: string;

	readonly logFile: string;

	private readonly installation: Installation;

	private readonly dataFolder: string;

	private server?: ChildProcess;

	private exit?: Promise<string>;

	private readonly commands = new Set<ChildProcess>();

	private stopped = false;

	constructor(private readonly options: N8nOptions) {
		this.installation = options.installation ?? n8n2;
		this.url = `http://127.0.0.1:${options.port}`;
		this.userFolder = options.userFolder;
		this.logFile = join(this.userFolder, 'n8n.log');
		this.dataFolder = join(this.userFolder, '.n8n');
	}

	/**
	 * Unpacks a package as n8n does when somebody installs it under Settings → Community nodes.
	 * n8n itself takes packages from the npm registry only.
	 */
	async installPackage(tarball: string): Promise<InstalledPackage> {
		const folder = join(this.dataFolder, 'nodes');
		const stampFile = join(folder, 'installed-tarball.json');
		const checksum = createHash('sha256')
			.update(await readFile(tarball))
			.digest('hex');

		const stamp = await readJson<InstalledPackage & { checksum: string }>(stampFile);
		if (stamp?.checksum === checksum) return { name: stamp.name, version: stamp.version };

		const { stdout } = await runFile('tar', ['-xzOf', tarball, 'package/package.json']);
		const manifest = JSON.parse(stdout) as PackageJson;
		// nothing of these is installed with the package
		delete manifest.devDependencies;
		delete manifest.peerDependencies;
		delete manifest.optionalDependencies;
		const { name, version } = manifest;
		const target = join(folder, 'node_modules', name);
		await rm(target, { recursive: true, force: true });
		await mkdir(target, { recursive: true });
		await runFile('tar', ['-xzf', tarball, '-C', target, '--strip-components=1']);
		await writeJson(join(target, 'package.json'), manifest);
		await writeJson(join(folder, 'package.json'), {
			name: 'installed-nodes',
			private: true,
			dependencies: { [name]: version },
		});
		await writeJson(stampFile, { name, version, checksum });
		return { name, version };
	}

	/** Makes n8n's Settings → Community nodes list a package that {@link installPackage} unpacked. */
	async listPackage(installed: InstalledPackage, nodeTypes: NodeType[]): Promise<void> {
		await runFile(this.installation.node, [
			'--disable-warning=ExperimentalWarning',
			join(__dirname, 'list-package.mjs'),
			join(this.dataFolder, 'database.sqlite'),
			JSON.stringify({ ...installed, nodeTypes }),
		]);
	}

	/** @throws Error with the last lines of the log when n8n ends or does not answer in time */
	async start(): Promise<void> {
		await mkdir(this.userFolder, { recursive: true });
		if (this.stopped) throw new Error('This n8n was stopped; make another one to start it again');
		const log = openSync(this.logFile, 'w');
		const { node, program } = this.installation;
		const server = spawn(node, [program, this.options.role ?? 'start'], {
			cwd: this.userFolder,
			env: environment(this.installation, this.options),
			stdio: ['ignore', log, log],
			// a group of its own: Ctrl-C reaches n8n only through stop()
			detached: process.platform !== 'win32',
		});
		closeSync(log);
		this.server = server;
		this.exit = new Promise((resolve) => {
			server.once('error', (error) => resolve(error.message));
			server.once('exit', (code, signal) => resolve(`n8n ended with ${signal ?? `code ${code}`}`));
		});

		const ended = this.exit.then((reason) => ({ reason }));
		const deadline = Date.now() + startLimit;
		while (Date.now() < deadline) {
			if (await this.answers()) return;
			const early = await Promise.race([ended, sleep(250)]);
			if (early) throw new PlainError(`${early.reason}.\n${await this.lastLogLines()}`);
		}
		await this.stop();
		throw new PlainError(
			`n8n did not answer on ${this.url} within ${startLimit / 1000} seconds.\n${await this.lastLogLines()}`,
		);
	}

	/** Resolves with the reason when a started n8n ends, whoever ended it. */
	async ended(): Promise<string> {
		if (!this.exit) throw new Error('n8n was not started');
		return await this.exit;
	}

	/** Ends n8n at once, as a machine that fails does. */
	async kill(): Promise<void> {
		this.stopped = true;
		if (this.server?.pid) killGroup(this.server.pid);
		await this.exit;
	}

	/** Ends n8n and its commands for good. */
	async stop(): Promise<void> {
		this.stopped = true;
		for (const command of this.commands) command.kill('SIGTERM');
		const { server, exit } = this;
		if (!server?.pid || !exit) return;
		if (server.exitCode === null && server.signalCode === null) {
			server.kill('SIGTERM');
			await Promise.race([exit, sleep(stopLimit, undefined, { ref: false })]);
		}
		killGroup(server.pid);
		await exit;
	}

	async lastLogLines(count = 30): Promise<string> {
		const log = await readFile(this.logFile, 'utf8').catch(() => '');
		return log.trimEnd().split('\n').slice(-count).join('\n');
	}

	/** Runs a command of n8n's command line, e.g. `run('execute', '--id=1')`, and gives what it printed. */
	async run(...args: string[]): Promise<string> {
		await mkdir(this.userFolder, { recursive: true });
		const brokerPort = await freePort();
		if (this.stopped) throw new Error('This n8n was stopped');
		const { node, program } = this.installation;
		const command = runFile(node, [program, ...args], {
			cwd: this.userFolder,
			// only the log tells whether an import worked
			env: {
				...environment(this.installation, { ...this.options, brokerPort }),
				N8N_LOG_LEVEL: 'info',
			},
			maxBuffer: 64 * 1024 * 1024,
		});
		this.commands.add(command.child);
		try {
			return (await command).stdout;
		} catch (error) {
			const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
			const output = `${stdout}\n${stderr}`.trim().split('\n').slice(-30).join('\n');
			throw new PlainError(`n8n ${args.join(' ')} failed.\n${output}`);
		} finally {
			this.commands.delete(command.child);
		}
	}

	/** Imports records with ids: an existing record with the same id is replaced. */
	async import(kind: 'credentials' | 'workflow', records: object[]): Promise<void> {
		await mkdir(this.userFolder, { recursive: true });
		const file = join(this.userFolder, `import-${kind}.json`);
		await writeJson(file, records);
		try {
			const output = await this.run(`import:${kind}`, `--input=${file}`);
			// n8n logs a failed import and still ends with code 0
			if (!output.includes('Successfully imported')) {
				throw new PlainError(`n8n did not import the ${kind}.\n${output}`);
			}
		} finally {
			await rm(file, { force: true });
		}
	}

	private async answers(): Promise<boolean> {
		// only the main process has an editor; its health check says "ready" too early
		const path = (this.options.role ?? 'start') === 'start' ? '/rest/settings' : READINESS;
		const response = await axios
			.get(`${this.url}${path}`, { timeout: 2_000, proxy: false })
			.catch(() => undefined);
		return typeof response?.data === 'object';
	}
}

/** Ends what is left of n8n's own process group: the server or a task runner that hangs. */
function killGroup(pid: number): void {
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		// the whole group has ended
	}
}

async function readJson<T>(file: string): Promise<T | undefined> {
	const text = await readFile(file, 'utf8').catch(() => undefined);
	return text === undefined ? undefined : (JSON.parse(text) as T);
}

async function writeJson(file: string, value: unknown): Promise<void> {
	await writeFile(file, JSON.stringify(value, null, 2));
}
