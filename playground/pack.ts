import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PlainError } from './plainError';
import { spawnTool } from './processes';
import { programFailure } from './programFailure';

/** The folder of the project. */
export const root = join(__dirname, '..');

export const dataFolder = join(__dirname, '.data');

/** Builds the package and packs it as it is published. Gives the path of the tarball. */
export async function packPackage(): Promise<string> {
	await mkdir(dataFolder, { recursive: true });
	await npm('run', 'build', '--silent');
	const output = await npm('pack', '--json', '--ignore-scripts', '--pack-destination', dataFolder);
	const filename = /"filename": "(.+)"/.exec(output)?.[1];
	if (!filename) throw new PlainError(`npm pack gave no tarball.\n${output}`);
	return join(dataFolder, filename);
}

/** Runs npm in the folder of the project, and gives what it printed. */
export async function npm(...args: string[]): Promise<string> {
	const what = `npm ${args.join(' ')} failed`;
	const child = spawnNpm(args);
	let [stdout, stderr] = ['', ''];
	child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
	const ending = await new Promise<unknown>((resolve) => {
		child.once('error', ({ message }) => resolve(message));
		child.once('close', (code, signal) => resolve(signal ?? code));
	});
	if (ending === 0) return stdout;
	throw programFailure(`${what} (${String(ending)}).`, 'npm', `${stdout}\n${stderr}`);
}

function spawnNpm(args: string[]): ChildProcessWithoutNullStreams {
	const program = process.env.npm_execpath;
	return program
		? spawnTool([program, ...args], { cwd: root })
		: spawn('npm', args, { cwd: root, shell: process.platform === 'win32' });
}
