import { mkdtempSync, chmodSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { credentialFor } from '../../../playground/credential';
import { N8n } from '../../../playground/n8n';
import { N8nApi } from '../../../playground/n8nApi';
import { freePort } from '../../../playground/ports';
import type { Sandbox } from '../../../playground/sandbox';
import { packedPackage } from '../../e2e/support/packOnce';
import { Balancer } from './balancer';
import { startPostgres, startRedis, type Service } from './services';

/**
 * An n8n in queue mode: one main process, workers, processes for webhooks, Redis and PostgreSQL. Behind
 * one address, the processes for webhooks get requests in turn, or the main process where there are none.
 */
export class Cluster {
	private readonly folder = mkdtempSync(join(tmpdir(), 'wts-chat-queue-'));

	private readonly started: Array<{ stop(): Promise<void> }> = [];

	private count = 0;

	private variables: NodeJS.ProcessEnv = {};

	private mainProcess?: N8n;

	private mainApi?: N8nApi;

	/** The processes that take webhooks. */
	webhooks: N8n[] = [];

	private constructor(private readonly balancer: Balancer) {}

	/** Starts the main process and what all processes share. */
	static async start(): Promise<Cluster> {
		const cluster = new Cluster(await Balancer.start());
		cluster.keep(cluster.balancer);
		try {
			await cluster.startAll();
			return cluster;
		} catch (error) {
			await cluster.close();
			throw error;
		}
	}

	get main(): N8n {
		if (!this.mainProcess) throw new Error('The main process has not started');
		return this.mainProcess;
	}

	get api(): N8nApi {
		if (!this.mainApi) throw new Error('The main process has not started');
		return this.mainApi;
	}

	/** Lets all workflows use the account of this sandbox. */
	async use(sandbox: Sandbox): Promise<void> {
		const credential = credentialFor(sandbox);
		if (await this.api.updateCredential(credential)) return;
		await this.main.import('credentials', [credential]);
	}

	async startWorkers(count: number, variables: NodeJS.ProcessEnv = {}): Promise<N8n[]> {
		const workers = Array.from(
			{ length: count },
			async () => await this.startPart('worker', variables),
		);
		return await Promise.all(workers);
	}

	/** Starts processes that take webhooks, in place of the main process. */
	async startWebhooks(count: number): Promise<void> {
		const parts = Array.from({ length: count }, async () => await this.startPart('webhook'));
		this.webhooks = await Promise.all(parts);
		this.balance();
	}

	/** Stops them again. */
	async stopWebhooks(): Promise<void> {
		const stopped = this.webhooks.splice(0);
		this.balance();
		await Promise.all(stopped.map(async (part) => await part.stop()));
	}

	/** Starts the main process once more, with all that it keeps, when it has ended. */
	async restartMain(): Promise<void> {
		const { userFolder, url } = this.main;
		await this.startMain(Number(new URL(url).port), userFolder);
	}

	async close(): Promise<void> {
		for (const part of this.started.reverse()) await part.stop();
		await rm(this.folder, { recursive: true, force: true });
	}

	private async startAll(): Promise<void> {
		// PostgreSQL runs as somebody else
		chmodSync(this.folder, 0o755);
		const postgres = this.keep(await startPostgres(join(this.folder, 'postgres')));
		const redis = this.keep(await startRedis(join(this.folder, 'redis')));
		this.variables = queueVariables(postgres, redis, this.balancer.url);
		await this.startMain();
	}

	private async startMain(port?: number, userFolder?: string): Promise<void> {
		this.mainProcess = await this.startPart('start', {}, port, userFolder);
		this.mainApi = await N8nApi.signIn(this.mainProcess.url);
		this.balance();
	}

	private balance(): void {
		const takers = this.webhooks.length > 0 ? this.webhooks : [this.main];
		this.balancer.targets = takers.map(({ url }) => url);
	}

	private async startPart(
		role: 'start' | 'worker' | 'webhook',
		variables: NodeJS.ProcessEnv = {},
		port?: number,
		userFolder = join(this.folder, `${role}-${++this.count}`),
	): Promise<N8n> {
		const ownPort = port ?? (await freePort());
		const part = new N8n({
			role,
			userFolder,
			port: ownPort,
			brokerPort: await freePort(),
			variables: { ...this.variables, QUEUE_HEALTH_CHECK_PORT: String(ownPort), ...variables },
		});
		this.keep(part);
		await part.installPackage(packedPackage());
		await part.start();
		return part;
	}

	private keep<Part extends { stop(): Promise<void> }>(part: Part): Part {
		this.started.push(part);
		return part;
	}
}

/** What all processes of an n8n in queue mode have to be told alike. */
function queueVariables(postgres: Service, redis: Service, webhookUrl: string): NodeJS.ProcessEnv {
	return {
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(postgres.port),
		DB_POSTGRESDB_DATABASE: 'postgres',
		DB_POSTGRESDB_USER: 'n8n',
		DB_POSTGRESDB_PASSWORD: 'n8n',
		// executions resume wherever requests arrive, not where they were put to wait
		N8N_WEBHOOK_URL: `${webhookUrl}/`,
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
		// workers tell at this level which execution they run
		N8N_LOG_LEVEL: 'info',
	};
}

/** The executions that a worker has begun, as its log tells. */
export async function begunBy(worker: N8n): Promise<string[]> {
	return await told(worker, /Worker started execution (\d+)/g);
}

/** The executions that a worker has brought to their end. */
export async function endedBy(worker: N8n): Promise<string[]> {
	return await told(worker, /Worker finished execution (\d+)/g);
}

async function told(worker: N8n, pattern: RegExp): Promise<string[]> {
	const log = await readFile(worker.logFile, 'utf8');
	return [...log.matchAll(pattern)].map(([, id]) => id ?? '');
}
