import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../../playground/ports';

/** A program of the machine that a test runs for itself, with its data in a folder of the test. */
export interface Service {
	port: number;
	stop(): Promise<void>;
}

interface Account {
	uid: number;
	gid: number;
}

const POSTGRES_HOMES = '/usr/lib/postgresql';

/** Starts a PostgreSQL with one empty database, `postgres`, and one user, `n8n`. */
export async function startPostgres(folder: string): Promise<Service> {
	const account = postgresAccount();
	mkdirSync(folder);
	if (account) chownSync(folder, account.uid, account.gid);
	const options = { cwd: folder, ...account };
	execFileSync(
		postgresProgram('initdb'),
		['--pgdata', folder, '--username=n8n', '--auth=trust', '--encoding=UTF8', '--no-sync'],
		{ ...options, stdio: 'ignore' },
	);
	const port = await freePort();
	const settings = {
		port,
		listen_addresses: '127.0.0.1',
		unix_socket_directories: '',
		// nothing here has to outlive the test
		fsync: 'off',
	};
	const program = spawn(
		postgresProgram('postgres'),
		[
			'-D',
			folder,
			...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
		],
		{ ...options, stdio: ['ignore', 'ignore', 'pipe'] },
	);
	return await service(program, port, 'SIGINT');
}

export async function startRedis(folder: string): Promise<Service> {
	mkdirSync(folder);
	const port = await freePort();
	const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder];
	const program = spawn('redis-server', settings, { stdio: ['ignore', 'pipe', 'ignore'] });
	return await service(program, port, 'SIGTERM');
}

/** PostgreSQL refuses to run as root; Debian brings an account for it. */
function postgresAccount(): Account | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const idOf = (flag: string) =>
		Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
	return { uid: idOf('-u'), gid: idOf('-g') };
}

/** Debian keeps the programs of each version of PostgreSQL out of the path. */
function postgresProgram(name: string): string {
	const versions = existsSync(POSTGRES_HOMES) ? readdirSync(POSTGRES_HOMES) : [];
	const newest = versions.sort((one, other) => Number(other) - Number(one))[0];
	return newest ? join(POSTGRES_HOMES, newest, 'bin', name) : name;
}

/** Resolves when the program says that it is ready. */
async function service(program: ChildProcess, port: number, end: NodeJS.Signals): Promise<Service> {
	const ended = new Promise<void>((resolve) => program.once('close', () => resolve()));
	const stop = async () => {
		program.kill(end);
		await ended;
	};
	let output = '';
	await new Promise<void>((resolve, reject) => {
		program.once('error', reject);
		program.once('exit', () => reject(new Error(`${program.spawnfile} has ended.\n${output}`)));
		(program.stdout ?? program.stderr)?.on('data', (chunk) => {
			output += String(chunk);
			if (/ready to accept connections/i.test(output)) resolve();
		});
	});
	return { port, stop };
}
