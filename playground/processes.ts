import { execFile, spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const runFile = promisify(execFile);

/** Options of Node.js with which a child ends when we end, even by SIGKILL. Its stdin has to be a pipe. */
export const endWithParent = ['--require', join(__dirname, 'endWithParent.cjs')];

/** Runs a program on our own Node.js, which ends with us and takes along what it has started itself. */
export function spawnTool(
	args: string[],
	options: { cwd: string; env?: NodeJS.ProcessEnv },
): ChildProcessWithoutNullStreams {
	// a group of its own, which Ctrl-C does not reach before us
	const detached = process.platform !== 'win32';
	return spawn(process.execPath, [...endWithParent, ...args], { ...options, detached });
}

/** A process that can be found again: its number alone may by now be that of another one. */
export interface KnownProcess {
	pid: number;
	command: string;
}

/** Gives nothing where no such process runs, and on Windows. */
export async function findProcess(pid: number): Promise<KnownProcess | undefined> {
	const command = await commandOf(pid);
	return command ? { pid, command } : undefined;
}

export async function stillRuns({ pid, command }: KnownProcess): Promise<boolean> {
	return (await commandOf(pid)) === command;
}

/** The npm that runs this process for a script of package.json; a shell may stand between. */
export async function findNpm(): Promise<KnownProcess | undefined> {
	if (!process.env.npm_lifecycle_event) return undefined;
	for (const pid of [process.ppid, await parentOf(process.ppid)]) {
		const found = pid ? await findProcess(pid) : undefined;
		// the shell's command names npm only if the script does
		if (found && /^(\S*[\\/])?npm\b|npm-cli\.js/.test(found.command)) return found;
	}
	return undefined;
}

async function commandOf(pid: number): Promise<string> {
	if (process.platform !== 'linux') return await ps(pid, 'command');
	// a process that has ended and waits for its parent has no command any more
	const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
	return command.replaceAll('\0', ' ').trim();
}

async function parentOf(pid: number): Promise<number> {
	if (process.platform !== 'linux') return Number(await ps(pid, 'ppid'));
	const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
	return Number(/^PPid:\s*(\d+)/m.exec(status)?.[1] ?? 0);
}

async function ps(pid: number, field: string): Promise<string> {
	const output = await runFile('ps', ['-o', `${field}=`, '-p', String(pid)]).catch(() => undefined);
	return output?.stdout.trim() ?? '';
}
