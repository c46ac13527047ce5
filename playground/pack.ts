import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PlainError } from './plainError';

const root = join(__dirname, '..');

export const dataFolder = join(__dirname, '.data');

/** Builds the package and packs it as it is published. Gives the path of the tarball. */
export async function packPackage(): Promise<string> {
	await mkdir(dataFolder, { recursive: true });
	await npm('run', 'build', '--silent');
	const output = await npm('pack', '--json', '--ignore-scripts', '--pack-destination', dataFolder);
	const [packed] = JSON.parse(output) as Array<{ filename: string }>;
	if (!packed) throw new PlainError(`npm pack gave no tarball.\n${output}`);
	return join(dataFolder, packed.filename);
}

/** Runs npm in the folder of the project, and gives what it printed. */
export async function npm(...args: string[]): Promise<string> {
	const program = process.env.npm_execpath;
	try {
		const { stdout } = program
			? await promisify(execFile)(process.execPath, [program, ...args], { cwd: root })
			: await promisify(execFile)('npm', args, { cwd: root, shell: process.platform === 'win32' });
		return stdout;
	} catch (error) {
		const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
		throw new PlainError(`npm ${args.join(' ')} failed.\n${`${stdout}\n${stderr}`.trim()}`);
	}
}
