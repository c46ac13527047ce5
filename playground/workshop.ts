import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
	describePackage,
	packageFolder,
	type InstalledPackage,
	type PackageJson,
} from './communityPackage';
import type { N8nOptions } from './n8nEnvironment';
import { dataFolder, root } from './pack';
import { PlainError } from './plainError';
import { spawnTool } from './processes';

/** Where a debugger attaches to n8n. */
export const INSPECTOR_PORT = 9229;

/** How n8n runs for somebody who works on the nodes. */
export function devOptions(inspect: boolean): Omit<N8nOptions, 'port' | 'brokerPort'> {
	return {
		// apart from that of npm start
		userFolder: join(dataFolder, 'dev'),
		nodeOptions: inspect ? [`--inspect=127.0.0.1:${INSPECTOR_PORT}`] : [],
		// n8n loads the package again when a built file has changed, and says so
		variables: { N8N_DEV_RELOAD: 'true', N8N_LOG_LEVEL: 'info' },
	};
}

/** A program that builds again whatever changes. */
export interface Builder {
	name: string;
	args: string[];
	variables?: NodeJS.ProcessEnv;
	/** What it prints when it has built. */
	built: RegExp;
	/** Whether its output is of use to a person. */
	talks: boolean;
}

/**
 * What builds the package into a folder of its own: not `dist`, which other commands build anew, and with
 * source maps, which are not published.
 */
export function buildersInto(folder: string): Builder[] {
	const bin = (...path: string[]) => join(root, 'node_modules', ...path);
	const compiler = [bin('typescript', 'bin', 'tsc'), '--watch', '--preserveWatchOutput'];
	return [
		{
			name: 'tsc',
			args: [...compiler, '--sourceMap', '--outDir', folder],
			built: /Watching for file changes/,
			talks: true,
		},
		{
			name: 'gulp',
			args: [bin('gulp', 'bin', 'gulp.js'), 'assets:watch'],
			variables: { BUILD_FOLDER: folder },
			built: /Finished 'assets'/,
			talks: false,
		},
	];
}

/** Keeps the package built where an n8n loads it from, as long as somebody works on it. */
export class Workshop {
	private readonly running: ChildProcessWithoutNullStreams[] = [];

	private fail!: (error: PlainError) => void;

	/** Rejects when a builder ends by itself. */
	readonly broken = new Promise<never>((_resolve, reject) => (this.fail = reject));

	constructor(
		private readonly n8nFolder: string,
		private readonly builders = buildersInto,
	) {}

	/** Builds everything, and from then on what changes. */
	async open(): Promise<InstalledPackage> {
		const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as PackageJson;
		const { name, version } = manifest;
		const folder = join(packageFolder(this.n8nFolder, name), 'dist');
		// what is there may be of sources that are gone
		await rm(folder, { recursive: true, force: true });
		await describePackage(this.n8nFolder, manifest);
		await Promise.all(this.builders(folder).map(async (builder) => await this.run(builder)));
		return { name, version };
	}

	close(): void {
		// a builder ends when its input does
		for (const builder of this.running.splice(0)) builder.stdin.destroy();
	}

	/** Starts a builder; resolves when it has built for the first time. */
	private async run({ name, args, variables, built, talks }: Builder): Promise<void> {
		const child = spawnTool(args, { cwd: root, env: { ...process.env, ...variables } });
		this.running.push(child);
		child.once('exit', (code, signal) => {
			if (this.running.includes(child)) {
				this.fail(new PlainError(`${name} has ended (${signal ?? `code ${code}`}).`));
			}
		});
		child.stderr.pipe(process.stderr);
		const firstBuild = new Promise<void>((resolve) => {
			createInterface(child.stdout).on('line', (line) => {
				if (talks) console.log(line);
				if (built.test(line)) resolve();
			});
		});
		await Promise.race([firstBuild, this.broken]);
	}
}
