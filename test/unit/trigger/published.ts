import { ownerOf } from '../../../nodes/WtsChat/trigger/memory';
import type { Order } from '../../../nodes/WtsChat/trigger/order';
import { isSubscribed, standing, subscribe } from '../../../nodes/WtsChat/trigger/subscription';
import { watchSubscription } from '../../../nodes/WtsChat/trigger/watch';
import { Account, n8nFor, type Setting } from './n8n';

export const NOW = Date.parse('2026-11-30T12:00:00Z');

export type N8n = ReturnType<typeof n8nFor>;

/** An account for each test of one file, on Jest's clock. */
export function useAccount(): () => Account {
	let account: Account;
	beforeEach(() => {
		jest.useFakeTimers({ now: NOW });
		account = new Account();
	});
	afterEach(() => {
		jest.useRealTimers();
	});
	return () => account;
}

/** Begins what n8n keeps in memory of a published trigger, until the test ends; gives what n8n ends it with. */
export function useWatch(): (n8n: N8n) => Promise<() => Promise<void>> {
	const closing: Array<() => Promise<void>> = [];
	afterEach(async () => {
		for (const close of closing.splice(0)) await close();
	});
	return async ({ trigger }) => {
		const { closeFunction } = await watchSubscription.call(trigger);
		const close = async () => await closeFunction?.();
		closing.push(close);
		return close;
	};
}

/** As n8n does when a workflow is published, and when it starts. */
export async function activate({ hook }: N8n): Promise<void> {
	if (!(await isSubscribed(hook))) await subscribe(hook);
}

/** An n8n in which a workflow with the trigger was just published. */
export async function published(account: Account, setting: Setting = {}): Promise<N8n> {
	const n8n = n8nFor(account, setting);
	await activate(n8n);
	return n8n;
}

/** The same workflow in an n8n that starts with what the first one has kept. */
export async function startedAfter(
	account: Account,
	{ staticData, workflowId }: N8n,
	setting: Setting = {},
): Promise<N8n> {
	const n8n = n8nFor(account, { staticData, workflowId, activation: 'init', ...setting });
	await activate(n8n);
	return n8n;
}

/** What this process looks after of the trigger. */
export async function orderIn({ hook }: N8n): Promise<Order | undefined> {
	let found: Order | undefined;
	await standing.during(ownerOf(hook), async (order) => {
		found = order;
		await Promise.resolve();
	});
	return found;
}
