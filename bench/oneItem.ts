import axios from 'axios';
import { Agent } from 'node:http';
import { fixedId } from '../playground/sandbox/seed/fixed';
import { run } from '../test/support/engine';
import { withSandbox } from './race';
import { median, type Section } from './report';

const ROUNDS = 300;
/** The engine and the first requests load what they need. */
const WARM_UP = 50;

async function cpuMsOf(work: () => Promise<unknown>): Promise<number> {
	const before = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1_000;
}

/** A workflow that updates one session, beside the bare request, when everything is warm. */
export async function measureOneItem(): Promise<Section> {
	const sessionId = fixedId('session', 0);
	const costs = await withSandbox([], async (account) => {
		const client = axios.create({
			baseURL: account.url,
			headers: { Authorization: `Bearer ${account.apiKey}` },
			httpAgent: new Agent({ keepAlive: true }),
			proxy: false,
		});
		const bare = async () =>
			await client.put(`/chat/v2/session/${sessionId}/partial`, {
				fields: ['Number'],
				number: '42',
			});
		const node = async () =>
			await run({
				parameters: {
					resource: 'session',
					operation: 'update',
					sessionId,
					updateFields: { number: '42' },
					requestOptions: { paced: false },
				},
				account,
			});
		const pairs: Array<{ node: number; bare: number }> = [];
		for (let round = 0; round < ROUNDS; round++) {
			pairs.push({ node: await cpuMsOf(node), bare: await cpuMsOf(bare) });
		}
		return pairs.slice(WARM_UP);
	});
	const node = median(costs.map((pair) => pair.node));
	const bare = median(costs.map((pair) => pair.bare));
	return {
		title: 'One item, warm',
		about: `A workflow of two nodes that updates one session, beside the bare request; median CPU of ${ROUNDS - WARM_UP} rounds in turn. What is more includes n8n's engine.`,
		header: ['', 'CPU', 'more than bare axios'],
		rows: [['WTS Chat', `${node.toFixed(2)} ms`, `${(node - bare).toFixed(2)} ms`]],
	};
}
