// One contender in a process of its own: updates sessions and prints what that took.
import '../test/support/environment';
import axios from 'axios';
import type { INodeType } from 'n8n-workflow';
import { Agent, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { mapConcurrently } from '../nodes/WtsChat/transport/concurrency';
import { fixedId } from '../playground/sandbox/seed/fixed';
import { speedUp } from '../test/support/clock';
import { run } from '../test/support/engine';
import { incumbent } from './incumbent';
import type { Contender, Item, Result, Task } from './task';

const wtsChat: Contender = async ({ url, apiKey, atOnce, limited }, items) => {
	const { items: results } = await run({
		parameters: {
			resource: 'session',
			operation: 'update',
			sessionId: '={{ $json.id }}',
			updateFields: { number: '={{ $json.number }}' },
			requestOptions: { concurrency: atOnce, paced: limited },
		},
		account: { url, apiKey },
		items,
		settings: { onError: 'continueRegularOutput' },
	});
	return items.length - results.filter(({ json }) => !('error' in json)).length;
};

/** n8n's HTTP Request node, with the batching that n8n's documentation advises against rate limits. */
const httpRequest: Contender = async ({ url, apiKey, atOnce, batchIntervalMs }, items) => {
	const folder = join(__dirname, '..', 'playground', 'node_modules', 'n8n-nodes-base', 'dist');
	const { HttpRequest } = (await import(
		join(folder, 'nodes', 'HttpRequest', 'HttpRequest.node.js')
	)) as { HttpRequest: new () => { nodeVersions: Record<string, INodeType> } };
	const type = new HttpRequest().nodeVersions['4.2'];
	if (!type) throw new Error('This n8n has no HTTP Request node of version 4.2.');
	const { items: results } = await run({
		subject: { name: 'n8n-nodes-base.httpRequest', type },
		parameters: {
			method: 'PUT',
			url: `=${url}/chat/v2/session/{{ $json.id }}/partial`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'wtsChatApi',
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '={{ { fields: ["Number"], number: $json.number } }}',
			options: { batching: { batch: { batchSize: atOnce, batchInterval: batchIntervalMs } } },
		},
		account: { url, apiKey },
		items,
		settings: { typeVersion: 4.2, onError: 'continueRegularOutput' },
	});
	return items.length - results.filter(({ json }) => !('error' in json)).length;
};

/** Nothing but the requests, on connections that stay open, at the times that are ideal. */
const bareAxios: Contender = async ({ url, apiKey, atOnce, limited }, items) => {
	const client = axios.create({
		baseURL: url,
		headers: { Authorization: `Bearer ${apiKey}` },
		httpAgent: new Agent({ keepAlive: true, maxSockets: atOnce }),
		proxy: false,
		validateStatus: () => true,
	});
	const began = Date.now();
	const statuses = await mapConcurrently(items, atOnce, async ({ id, number }, place) => {
		if (limited) await until(began + idealStart(place));
		const body = { fields: ['Number'], number };
		return (await client.put(`/chat/v2/session/${id}/partial`, body)).status;
	});
	return statuses.filter((status) => status !== 200).length;
};

/** A little more than the limits ask for, because the API counts when a request arrives. */
const MARGIN_MS = 400;

/** When the limits let a request pass at the earliest: 200 in 5 seconds, 1,000 in 5 minutes. */
function idealStart(place: number): number {
	const round = Math.floor(place / 1_000);
	const burst = Math.floor((place % 1_000) / 200);
	return round * (300_000 + MARGIN_MS) + burst * (5_000 + MARGIN_MS);
}

async function until(moment: number): Promise<void> {
	const ms = moment - Date.now();
	if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
}

const contenders: Record<string, Contender> = { wtsChat, httpRequest, bareAxios, incumbent };

/** Lets the contender load what it needs, on a server that counts for nothing. */
async function warmUp(contender: Contender, task: Task, items: Item[]): Promise<void> {
	const server = createServer((_request, response) => {
		response.setHeader('content-type', 'application/json');
		response.end('{}');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await contender({ ...task, url: `http://127.0.0.1:${port}`, limited: false }, items);
	server.closeAllConnections();
	server.close();
}

/** How many sessions the large account of the sandbox has. */
const SESSIONS = 300;

async function main(name: string, task: Task): Promise<void> {
	const items = Array.from({ length: task.updates }, (_, n) => ({
		id: fixedId('session', n % SESSIONS),
		number: String(n),
	}));
	const contender = contenders[name];
	if (!contender) throw new Error(`There is no contender named "${name}".`);
	await warmUp(contender, task, items.slice(0, 3));

	if (task.clock > 1) speedUp(task.clock);
	const memoryBefore = process.memoryUsage().rss;
	const before = process.cpuUsage();
	const began = performance.now();
	const failed = await contender(task, items);
	const wallMs = performance.now() - began;
	const { user, system } = process.cpuUsage(before);
	const peak = process.resourceUsage().maxRSS * 1024;
	const result: Result = {
		wallMs,
		cpuMs: (user + system) / 1_000,
		memoryMb: Math.max(0, peak - memoryBefore) / 1024 / 1024,
		failed,
	};
	console.log(JSON.stringify(result));
}

const [name = '', task = '{}'] = process.argv.slice(2);
void main(name, JSON.parse(task) as Task);
