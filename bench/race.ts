import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { Result, Task } from './task';

export type Name = 'wtsChat' | 'httpRequest' | 'bareAxios' | 'incumbent';

/** A sandbox in a process of its own, so that its work counts as nobody's. */
export async function withSandbox<Value>(
	options: string[],
	work: (account: { url: string; apiKey: string }) => Promise<Value>,
): Promise<Value> {
	const apiKey = 'pn_bench';
	const main = join(__dirname, '..', 'playground', 'sandbox', 'main.ts');
	const server = spawn(
		process.execPath,
		['--import', 'tsx', main, '--key', apiKey, '--account', 'large', ...options],
		{ stdio: ['ignore', 'pipe', 'inherit'] },
	);
	try {
		for await (const line of createInterface({ input: server.stdout })) {
			const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
			if (url) return await work({ url, apiKey });
		}
		throw new Error('The sandbox did not start');
	} finally {
		server.kill();
	}
}

/** Lets one contender do the task, in a new process, on a sandbox of its own. */
export async function race(
	name: Name,
	task: Omit<Task, 'url' | 'apiKey'>,
	sandboxOptions: string[] = [],
): Promise<Result> {
	return await withSandbox(sandboxOptions, async (account) => {
		const { stdout } = await promisify(execFile)(process.execPath, [
			'--import',
			'tsx',
			join(__dirname, 'contender.ts'),
			name,
			JSON.stringify({ ...account, ...task }),
		]);
		return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Result;
	});
}

export const TITLES: Record<Name, string> = {
	wtsChat: 'WTS Chat',
	httpRequest: 'HTTP Request (n8n), batching',
	bareAxios: 'bare axios, keep-alive',
	incumbent: 'n8n-nodes-wts',
};
