import { setTimeout as sleep } from 'node:timers/promises';
import type { InstalledPackage } from './communityPackage';
import { prepareDemo } from './demo';
import { N8n } from './n8n';
import { N8nApi } from './n8nApi';
import type { N8nOptions } from './n8nEnvironment';
import { PlainError } from './plainError';
import { requireFree } from './ports';
import { startSandbox, type Sandbox } from './sandbox';
import { untilUnused } from './userFolder';

/** What makes one playground another than the next. */
export interface Playground {
	/** n8n listens here, its task runners on the next port, and the sandbox on the one after it. */
	port: number;
	n8n: Omit<N8nOptions, 'port' | 'brokerPort'>;
	/** Brings the package to n8n, which does not run yet. */
	install(n8n: N8n): Promise<InstalledPackage>;
	/** What it says on its way. */
	says: { starting: string; stopping: string };
	/** Tells the person what to do with it. */
	greet(n8n: N8n, sandbox: Sandbox): void;
}

/** Runs n8n and a sandbox until somebody interrupts them. */
export async function serve(playground: Playground, interrupted: Promise<void>): Promise<void> {
	const { port, n8n: options } = playground;
	await untilUnused(options.userFolder);
	await requireFree(port, 'n8n');
	await requireFree(port + 1, "n8n's task runners");
	await requireFree(port + 2, 'the sandbox of the API');

	const sandbox = await startSandbox({ port: port + 2 });
	const n8n = new N8n({ ...options, port, brokerPort: port + 1 });
	try {
		await Promise.race([interrupted, runUntilEnd(playground, n8n, sandbox)]);
		console.log(`\n${playground.says.stopping}`);
	} finally {
		await n8n.stop();
		await sandbox.close();
	}
}

/** @throws PlainError when n8n ends */
async function runUntilEnd(playground: Playground, n8n: N8n, sandbox: Sandbox): Promise<never> {
	const installed = await playground.install(n8n);
	console.log(playground.says.starting);
	await n8n.start();
	const ended = n8n.ended().then(async (reason): Promise<never> => {
		throw await n8n.failure(`${reason}.`);
	});
	const prepared = prepare(n8n, installed, sandbox).catch(async (error: unknown) => {
		// an n8n that ended in the middle says more of the reason
		await Promise.race([ended, sleep(1_000)]);
		throw error;
	});
	await Promise.race([ended, prepared]);
	playground.greet(n8n, sandbox);
	return await ended;
}

/** Gives an n8n that has just started what the demo needs. */
export async function prepare(
	n8n: N8n,
	installed: InstalledPackage,
	sandbox: Sandbox,
): Promise<N8nApi> {
	try {
		const api = await N8nApi.signIn(n8n.url);
		const nodeTypes = await api.nodeTypes(installed.name);
		if (nodeTypes.length === 0) throw new PlainError(`n8n has not loaded ${installed.name}.`);
		await n8n.listPackage(installed, nodeTypes);
		await prepareDemo(n8n, api, sandbox);
		return api;
	} catch (error) {
		throw error instanceof PlainError ? new PlainError(`${error.message}\n${n8n.help}`) : error;
	}
}
