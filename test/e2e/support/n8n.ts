import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { N8n } from '../../../playground/n8n';
import { N8nApi } from '../../../playground/n8nApi';
import type { N8nOptions } from '../../../playground/n8nEnvironment';
import { freePort } from '../../../playground/ports';
import { packedPackage } from './packOnce';

/** On a busy machine n8n would take its database for lost, and refuse all requests for a while. */
const BUSY = { DB_PING_TIMEOUT_MS: '300000' };

/** An n8n that does not run yet, at a free port and with a folder of its own unless told otherwise. */
export async function newN8n(options: Partial<N8nOptions> = {}): Promise<N8n> {
	return new N8n({
		userFolder: options.userFolder ?? (await mkdtemp(join(tmpdir(), 'wts-chat-e2e-'))),
		port: options.port ?? (await freePort()),
		brokerPort: await freePort(),
		installation: options.installation,
		variables: { ...BUSY, ...options.variables },
	});
}

/** Starts n8n as it is, and signs in. */
export async function startN8n(n8n: N8n): Promise<N8nApi> {
	await n8n.start();
	return await N8nApi.signIn(n8n.url);
}

/** Starts n8n with the packed package installed, and signs in. */
export async function startPacked(n8n: N8n): Promise<N8nApi> {
	const installed = await n8n.installPackage(packedPackage());
	const api = await startN8n(n8n);
	await n8n.listPackage(installed, await api.nodeTypes(installed.name));
	return api;
}

/** Stops n8n and removes all that it has kept. */
export async function removeN8n(n8n: N8n): Promise<void> {
	await n8n.stop();
	await rm(n8n.userFolder, { recursive: true, force: true });
}
