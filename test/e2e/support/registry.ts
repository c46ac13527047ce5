import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import axios from 'axios';
import { n8n2 } from '../../../playground/n8nEnvironment';
import { npm } from '../../../playground/pack';
import { freePort } from '../../../playground/ports';
import { until } from './until';

const VERDACCIO = join(
	__dirname,
	...['..', '..', '..', 'playground', 'node_modules', 'verdaccio', 'bin', 'verdaccio'],
);

const runFile = promisify(execFile);

/** An npm registry on 127.0.0.1 that knows only what is published into it. */
export class Registry {
	private constructor(
		readonly port: number,
		private readonly folder: string,
		private readonly server: ChildProcess,
	) {}

	static async start(): Promise<Registry> {
		const folder = await mkdtemp(join(tmpdir(), 'wts-chat-registry-'));
		const port = await freePort();
		const config = join(folder, 'config.yaml');
		// JSON is YAML as well
		await writeFile(config, JSON.stringify(configuration(folder)));
		const server = spawn(
			n8n2.node,
			[VERDACCIO, '--config', config, '--listen', `127.0.0.1:${port}`],
			{
				cwd: folder,
				stdio: 'ignore',
			},
		);
		const registry = new Registry(port, folder, server);
		try {
			await until('the registry answers', async () => await registry.answers());
			return registry;
		} catch (error) {
			await registry.close();
			throw error;
		}
	}

	/** Publishes a tarball as it is. */
	async publish(tarball: string): Promise<void> {
		await this.npmPublish(tarball);
	}

	/** Publishes the content of a tarball under another version. */
	async publishAs(version: string, tarball: string): Promise<void> {
		const folder = await mkdtemp(join(this.folder, 'repacked-'));
		await runFile('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
		const manifestFile = join(folder, 'package.json');
		const manifest = JSON.parse(await readFile(manifestFile, 'utf8')) as object;
		await writeFile(manifestFile, JSON.stringify({ ...manifest, version }, null, 2));
		await this.npmPublish(folder);
	}

	async close(): Promise<void> {
		if (this.server.exitCode === null && this.server.signalCode === null) {
			const ended = new Promise((resolve) => this.server.once('exit', resolve));
			this.server.kill('SIGKILL');
			await ended;
		}
		await rm(this.folder, { recursive: true, force: true });
	}

	private async npmPublish(what: string): Promise<void> {
		const host = `127.0.0.1:${this.port}`;
		await npm(
			...['publish', what, '--ignore-scripts', '--provenance=false', '--noproxy=127.0.0.1'],
			`--registry=http://${host}`,
			`--cache=${join(this.folder, 'npm-cache')}`,
			// npm wants a token, and this registry lets everybody publish
			`--//${host}/:_authToken=anybody`,
		);
	}

	private async answers(): Promise<boolean> {
		const url = `http://127.0.0.1:${this.port}/-/ping`;
		return await axios.get(url, { timeout: 2_000, proxy: false }).then(
			() => true,
			() => false,
		);
	}
}

function configuration(folder: string) {
	return {
		storage: join(folder, 'storage'),
		auth: { htpasswd: { file: join(folder, 'htpasswd') } },
		uplinks: {},
		packages: { '**': { access: '$all', publish: '$all' } },
		web: { enable: false },
	};
}
