import type { IHookFunctions } from 'n8n-workflow';
import { sweepAtStart } from '../replies/sweeps';
import {
	changeSubscription,
	listSubscriptions,
	makeSubscription,
	removeSubscription,
	type Subscription,
} from '../subscriptions/subscriptions';
import { connect, type Api } from '../transport/api';
import { logWarning } from '../transport/logWarning';
import { heardIn } from './heard';
import { isTestRun, ownerOf, recall, remember } from './memory';
import { addressOf, isAsWanted, nameFor, orderOf, type Order } from './order';
import { isElsewhere } from './elsewhere';
import { showSilence } from './sample';
import { isOurs } from './secret';
import * as sentences from './sentences';
import { Standing } from './standing';

/** The subscriptions of this n8n process. */
export const standing = new Standing<Order>();

/**
 * Finds the subscription of the node, where its events need one, and puts right what somebody has changed: switched off, other
 * events, or the address after n8n's own has changed. Leftovers of the node are removed; those of
 * anybody else are never touched.
 *
 * @returns whether there is a subscription, or none is needed
 * @throws NodeOperationError when a filter cannot be read, or the API refuses or cannot be reached
 */
export async function isSubscribed(context: IHookFunctions): Promise<boolean> {
	const { secret, order } = await orderOf(context, leftAt(context));
	if (order.wanted.events.length === 0) {
		if (isTestRun(context)) await showSilence(order);
		stands(order, secret);
		return true;
	}
	const api = await connect(context);
	const at = Date.now();
	const listed = await listSubscriptions(api);
	const own = await ownAmong(listed, context, order);
	if (isStart(context)) resume(order, own);
	const state = await putRight(api, order, own);
	// n8n runs this when it starts
	sweepAtStart(context, api, listed, at);
	if (state === 'gone') {
		// it may belong to another n8n
		if (!order.subscriptionId) remember(context, { secret, silentSince: order.silences?.since });
		return false;
	}
	stands(order, secret);
	return true;
}

/**
 * Subscribes the node to its events.
 *
 * @throws NodeOperationError when a filter cannot be read, or the API refuses or cannot be reached
 */
export async function subscribe(context: IHookFunctions): Promise<void> {
	const { secret, order } = await orderOf(context, leftAt(context));
	const api = await connect(context);
	if (isStart(context) && order.subscriptionId && order.catchUp) {
		logWarning(context, sentences.removedWhileAway(context.getNode().name));
	}
	await make(api, order);
	stands(order, secret);
}

/**
 * Puts the subscription right while n8n runs, and makes it again if it is gone. n8n saves nothing of what
 * a node remembers meanwhile without losing what others do, so the ID of a new one stays in this process;
 * later it is found by its address.
 *
 * @returns what it was before
 * @throws NodeOperationError when the API refuses or cannot be reached
 */
export async function restore(order: Order): Promise<State> {
	if (order.wanted.events.length === 0) return 'right';
	const api = await connect(order.context);
	const own = await ownAmong(await listSubscriptions(api), order.context, order);
	const state = await putRight(api, order, own);
	if (state === 'gone') await make(api, order);
	return state;
}

/**
 * Removes the subscription of the node; one that is gone already is no error.
 *
 * @throws NodeOperationError when the API refuses or cannot be reached
 */
export async function unsubscribe(context: IHookFunctions): Promise<void> {
	if (!isTestRun(context)) await leave(ownerOf(context));
	const api = await connect(context);
	const address = addressOf(context);
	const memory = recall(context);
	const listed = await listSubscriptions(api);
	for (const { id } of await ownAmong(listed, context, { ...memory, address })) {
		if (id) await removeSubscription(api, id);
	}
	// the secret stays: a delivery that is on its way must not bring an older one back
	const { silentSince } = memory;
	remember(context, { secret: memory.secret, silentSince });
}

/** Notes that there is a subscription, or that silences are looked for. */
function stands(order: Order, secret: string): void {
	const { context, subscriptionId, silences } = order;
	remember(context, { secret, subscriptionId, silentSince: silences?.since });
	if (!isTestRun(context)) standing.begin(ownerOf(context), order);
}

/**
 * Notes on the subscription that everything was heard up to when it was last seen as it should be.
 *
 * @throws NodeOperationError when the API refuses or cannot be reached
 */
export async function noteHeard(order: Order): Promise<void> {
	const { context, subscriptionId } = order;
	const heardUntil = order.seenAt - OVERLAP_MS;
	if (!subscriptionId || heardUntil <= order.heardUntil) return;
	const name = nameFor({ ...order, heardUntil });
	await changeSubscription(await connect(context), subscriptionId, { name });
	order.heardUntil = heardUntil;
}

/** What the clocks of n8n and WTS Chat may differ by, and what a delivery may take. */
const OVERLAP_MS = 2 * 60_000;

/** When this process has removed the subscriptions of triggers, in milliseconds. */
const left = new Map<string, number>();
/** How long publishing again may take. */
const PUBLISHING_MS = 5 * 60_000;

async function leave(owner: string): Promise<void> {
	await standing.end(owner);
	left.set(owner, Date.now());
}

/** When the subscription was removed in order to be made anew: n8n publishes again what was published. */
function leftAt(context: IHookFunctions): number | undefined {
	if (context.getActivationMode() !== 'update') return undefined;
	const at = left.get(ownerOf(context));
	return at !== undefined && Date.now() - at < PUBLISHING_MS ? at : undefined;
}

/** Whether the workflow was published before, and n8n was away. */
function isStart(context: IHookFunctions): boolean {
	return ['init', 'leadershipChange'].includes(context.getActivationMode());
}

/** Goes on from where n8n has heard everything before it was away. */
function resume(order: Order, [kept]: Subscription[]): void {
	const heardUntil = heardIn(kept?.name);
	if (heardUntil === undefined) return;
	order.heardUntil = heardUntil;
	order.mayHaveMissed = true;
}

async function make(api: Api, order: Order): Promise<void> {
	order.seenAt = Date.now();
	const fields = { ...order.wanted, name: nameFor(order) };
	order.subscriptionId = await makeSubscription(api, fields);
}

/** What a subscription was found to be: as it should, something else or switched off, or not there. */
type State = 'right' | 'wrong' | 'gone';

async function putRight(
	api: Api,
	order: Order,
	[kept, ...leftovers]: Subscription[],
): Promise<State> {
	const { wanted } = order;
	order.seenAt = Date.now();
	for (const { id } of leftovers) if (id) await removeSubscription(api, id);
	if (!kept?.id) return 'gone';
	order.subscriptionId = kept.id;
	if (isAsWanted(kept, order)) return 'right';
	await changeSubscription(api, kept.id, { ...wanted, name: nameFor(order), enabled: true });
	return 'wrong';
}

/**
 * The subscriptions of the node: what has our address, or our ID from the time when n8n had another
 * address. Where another n8n answers at that address, one of the two is a copy, and the subscription is
 * not ours any more.
 */
async function ownAmong(
	listed: Subscription[],
	context: IHookFunctions,
	ours: Pick<Order, 'address' | 'subscriptionId'>,
): Promise<Subscription[]> {
	const moved = listed.find(
		({ id, url }) => id && id === ours.subscriptionId && !isOurs(url ?? '', ours.address),
	);
	if (moved?.url && (await isElsewhere(context, moved.url, ours.address))) {
		ours.subscriptionId = undefined;
		const { origin } = new URL(moved.url);
		logWarning(context, sentences.movedAway(context.getNode().name, origin));
	}
	return listed.filter(
		({ id, url }) => (id && id === ours.subscriptionId) || isOurs(url ?? '', ours.address),
	);
}
