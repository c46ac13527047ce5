import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { listPackage, unpackPackage, type InstalledPackage } from './communityPackage';
import { writeJson } from './files';
import type { NodeType } from './n8nApi';
import { environment, n8n2, type Installation, type N8nOptions } from './n8nEnvironment';
import { n8nHttp } from './n8nHttp';
import { PlainError } from './plainError';
import { freePort } from './ports';
import { endWithParent } from './processes';
import { programFailure, type Advice } from './programFailure';
import { markAsUsed, repair } from './userFolder';

const runFile = promisify(execFile);

const stopLimit = 15_000;

const READINESS = '/healthz/readiness';

/** What n8n sets up last, seconds after it began to listen. */
const LAST_ROUTE = '/types/nodes.json';

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

	/** Its process, while it runs. */
	get pid(): number | undefined {
		return this.server?.pid;
	}

	async installPackage(tarball: string): Promise<InstalledPackage> {
		return await unpackPackage(this.dataFolder, tarball);
	}

	/** Makes n8n's Settings → Community nodes list a package that lies in its folder. */
	async listPackage(installed: InstalledPackage, nodeTypes: NodeType[]): Promise<void> {
		await listPackage(this.dataFolder, this.installation.node, installed, nodeTypes);
	}

	/** @throws PlainError with the last lines of the log when n8n ends or does not answer in time */
	async start(): Promise<void> {
		await mkdir(this.userFolder, { recursive: true });
		await repair(this.userFolder);
		if (this.stopped) throw new Error('This n8n was stopped; make another one to start it again');
		const server = this.spawnServer();
		const exit = new Promise<string>((resolve) => {
			server.once('error', (error) => resolve(`n8n cannot be started (${error.message})`));
			server.once('exit', (code, signal) => resolve(`n8n ended with ${signal ?? `code ${code}`}`));
		});
		this.exit = exit;
		const { pid } = server;
		if (pid) await markAsUsed(this.userFolder, process.pid, pid);

		const ended = new AbortController();
		void exit.then(() => ended.abort());
		try {
			await this.untilReady(ended.signal);
		} catch (error) {
			if (ended.signal.aborted) throw await this.failure(`${await exit} while it started.`);
			await this.stop();
			throw await this.failure((error as Error).message);
		}
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

	/** What to say of a failure of n8n, with its last words. */
	async failure(what: string): Promise<PlainError> {
		const log = await readFile(this.logFile, 'utf8').catch(() => '');
		return new PlainError(`${failureOf(what, log).message}\n${this.help}`);
	}

	/** Where somebody looks who has to help this n8n. */
	get help(): string {
		return `n8n's log is ${this.logFile}. To begin anew, delete the folder ${this.userFolder}.`;
	}

	/** Runs a command of n8n's command line, e.g. `run('execute', '--id=1')`, and gives what it printed. */
	async run(...args: string[]): Promise<string> {
		await mkdir(this.userFolder, { recursive: true });
		const brokerPort = await freePort();
		if (this.stopped) throw new Error('This n8n was stopped');
		const { node, program } = this.installation;
		const command = runFile(node, [...endWithParent, program, ...args], {
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
			const { stdout = '', stderr = '', code } = error as NodeJS.ErrnoException & Output;
			const reason = typeof code === 'string' ? ` (${code})` : '';
			const what = `n8n ${args.join(' ')} failed${reason}.`;
			throw failureOf(what, `${stdout}\n${stderr}`);
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
				throw failureOf(`n8n did not import the ${kind}.`, output);
			}
		} finally {
			await rm(file, { force: true });
		}
	}

	private spawnServer(): ChildProcess {
		const { node, program } = this.installation;
		const { role = 'start', nodeOptions = [] } = this.options;
		const log = openSync(this.logFile, 'w');
		const server = spawn(node, [...endWithParent, ...nodeOptions, program, role], {
			cwd: this.userFolder,
			env: environment(this.installation, this.options),
			stdio: ['pipe', log, log],
			// a group of its own: Ctrl-C reaches n8n only through stop()
			detached: process.platform !== 'win32',
		});
		closeSync(log);
		this.server = server;
		return server;
	}

	/** Waits until n8n serves all of its routes. */
	private async untilReady(signal: AbortSignal): Promise<void> {
		const http = n8nHttp(this.url, { signal });
		// the main process says too early that it is ready; others have no editor
		const path = (this.options.role ?? 'start') === 'start' ? LAST_ROUTE : READINESS;
		// who is not signed in is refused, by a route that stands
		await http.get(path, { timeout: 5_000, validateStatus: (status) => status < 500 });
	}
}

const ADVICE: Advice = [
	[
		/EADDRINUSE|already in use/i,
		'Another program uses one of its ports. Stop that program, or choose other ports: add "-- --port 5700" to the command.',
	],
	[
		/SQLITE_(CORRUPT|NOTADB)|malformed|not a database/i,
		'Its database is damaged. Delete the folder that holds it to begin anew.',
	],
	[
		/Cannot find module|MODULE_NOT_FOUND|ENOENT|invalid ELF|ERR_DLOPEN/,
		'Its installation is not whole. Delete the folder playground/node_modules and start again.',
	],
];

function failureOf(what: string, output: string): PlainError {
	return programFailure(what, 'n8n', output, ADVICE);
}

interface Output {
	stdout?: string;
	stderr?: string;
}

/** Ends what is left of n8n's own process group: the server or a task runner that hangs. */
function killGroup(pid: number): void {
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		// the whole group has ended
	}
}
