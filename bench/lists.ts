import axios, { type AxiosInstance } from 'axios';
import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { spawn } from 'node:child_process';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { mapConcurrently } from '../nodes/WtsChat/transport/concurrency';
import { editorContext, run } from '../test/support/engine';
import { wtsChat } from '../test/support/nodes';
import { median, type Section } from './report';

const ROUNDS = 5;
/** As many pages as the node itself reads at once. */
const AT_ONCE = 4;
const apiKey = 'pn_bench';

/** The pages of a list and nothing else: the first, then the others side by side. */
async function bareList(client: AxiosInstance, path: string): Promise<number> {
	const page = async (PageNumber: number) =>
		(await client.get(path, { params: { PageNumber, PageSize: 100 } })).data;
	const first = await page(1);
	const numbers = Array.from({ length: first.totalPages - 1 }, (_, n) => n + 2);
	const others = await mapConcurrently(numbers, AT_ONCE, page);
	return [first, ...others].flatMap(({ items }) => items as unknown[]).length;
}

async function allContacts(url: string): Promise<number> {
	const { items } = await run({
		parameters: {
			resource: 'contact',
			operation: 'getMany',
			returnAll: true,
			requestOptions: { paced: false },
		},
		account: { url, apiKey },
	});
	return items.length;
}

async function dropdown(url: string): Promise<number> {
	const load = wtsChat.methods?.loadOptions?.getPortfolios as (
		this: ILoadOptionsFunctions,
	) => Promise<unknown[]>;
	const context = await editorContext({ parameters: {}, account: { url, apiKey } });
	return (await load.call(context)).length;
}

async function timed(count: number, work: () => Promise<number>): Promise<number> {
	const began = performance.now();
	const read = await work();
	if (read !== count) throw new Error(`${read} records were read, not ${count}`);
	return performance.now() - began;
}

/** A server of pages in a process of its own. */
async function withPages<Value>(work: (url: string) => Promise<Value>): Promise<Value> {
	const server = spawn(process.execPath, [join(__dirname, 'pagesServer.mjs')], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	try {
		for await (const port of createInterface({ input: server.stdout })) {
			return await work(`http://127.0.0.1:${port}`);
		}
		throw new Error('The server of pages did not start');
	} finally {
		server.kill();
	}
}

/** A list of 10,000 records as items, and one of 2,500 as a dropdown, beside the bare requests. */
export async function measureLists(): Promise<Section> {
	const lists = [
		{
			title: 'Get Many, 10,000 contacts',
			path: '/core/v1/contact',
			count: 10_000,
			read: allContacts,
		},
		{ title: 'Dropdown, 2,500 entries', path: '/core/v1/portfolio', count: 2_500, read: dropdown },
	];
	const rows = await withPages(async (url) => {
		const httpAgent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
		const headers = { Authorization: `Bearer ${apiKey}` };
		const client = axios.create({ baseURL: url, headers, httpAgent, proxy: false });
		const made: string[][] = [];
		for (const { title, path, count, read } of lists) {
			const ratios: number[] = [];
			for (let round = 0; round < ROUNDS; round++) {
				const bare = await timed(count, async () => await bareList(client, path));
				ratios.push((await timed(count, async () => await read(url))) / bare);
			}
			made.push([title, `${median(ratios).toFixed(2)} ×`]);
		}
		return made;
	});
	return {
		title: 'Lists',
		about: `Pages of 100 records, ${AT_ONCE} at once, 50 ms latency; median of ${ROUNDS} rounds in turn. Ratio to bare axios with connections that stay open.`,
		header: ['', 'Time'],
		rows,
	};
}
