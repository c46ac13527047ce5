import axios from 'axios';
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { mapConcurrently } from '../nodes/WtsChat/transport/concurrency';
import { run } from '../test/support/engine';
import { median, type Section } from './report';

const UPDATES = 500;
const AT_ONCE = 10;
const ROUNDS = 5;

interface Cost {
	wallMs: number;
	cpuMs: number;
}

async function costOf(work: () => Promise<void>): Promise<Cost> {
	const began = performance.now();
	const before = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(before);
	return { wallMs: performance.now() - began, cpuMs: (user + system) / 1000 };
}

/** A sandbox in a process of its own, so that its work is not counted as the node's. */
async function startSandbox(): Promise<{ url: string; apiKey: string; process: ChildProcess }> {
	const apiKey = 'pn_bench';
	const main = join(__dirname, '..', 'playground', 'sandbox', 'main.ts');
	const server = spawn(process.execPath, ['--import', 'tsx', main, '--key', apiKey], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	for await (const line of createInterface({ input: server.stdout })) {
		const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
		if (url) return { url, apiKey, process: server };
	}
	throw new Error('The sandbox did not start');
}

/** What the node adds to the bare requests: the same updates through n8n's engine and through axios, in turn. */
export async function measureUpdates(): Promise<Section> {
	const sandbox = await startSandbox();
	const http = axios.create({
		baseURL: sandbox.url,
		headers: { Authorization: `Bearer ${sandbox.apiKey}` },
		httpAgent: new Agent({ keepAlive: true }),
		proxy: false,
	});
	try {
		const { data } = await http.get('/chat/v2/session');
		const sessionId = String(data.items[0].id);

		const withAxios = async () => {
			const body = { fields: ['Number'], number: '42' };
			const path = `/chat/v2/session/${sessionId}/partial`;
			await mapConcurrently(
				Array.from({ length: UPDATES }),
				AT_ONCE,
				async () => await http.put(path, body),
			);
		};
		const withNode = async () => {
			const { items } = await run({
				parameters: {
					resource: 'session',
					operation: 'update',
					sessionId,
					updateFields: { number: '42' },
				},
				account: sandbox,
				items: Array.from({ length: UPDATES }, () => ({})),
			});
			if (items.length !== UPDATES) throw new Error(`Only ${items.length} updates came out`);
		};

		await withAxios();
		await withNode();
		const rounds: Array<{ axios: Cost; node: Cost }> = [];
		for (let round = 0; round < ROUNDS; round++) {
			rounds.push({ axios: await costOf(withAxios), node: await costOf(withNode) });
		}

		const ratio = (measure: keyof Cost) =>
			median(rounds.map(({ axios, node }) => node[measure] / axios[measure])).toFixed(2);
		const perItem = median(rounds.map(({ axios, node }) => (node.cpuMs - axios.cpuMs) / UPDATES));
		return {
			title: 'What one item costs',
			about: `${UPDATES} session updates, ${AT_ONCE} at once, no latency and no limits; median of ${ROUNDS} rounds in turn.`,
			header: ['Compared with bare axios, keep-alive', 'Time', 'CPU', 'CPU more an item'],
			rows: [
				['WTS Chat', `${ratio('wallMs')} ×`, `${ratio('cpuMs')} ×`, `${perItem.toFixed(2)} ms`],
			],
		};
	} finally {
		sandbox.process.kill();
	}
}
