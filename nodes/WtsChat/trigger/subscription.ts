import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import type { WebhookEvent } from '../events/names';
import { webhookParameters } from '../execution/webhookParameters';
import { InputError } from '../fields/itemParameters';
import { lookAfterWaits } from '../replies/sweep';
import {
	changeSubscription,
	listSubscriptions,
	makeSubscription,
	MOST_NAME,
	MOST_URL,
	removeSubscription,
	type Subscription,
} from '../subscriptions/subscriptions';
import { connect, type Api } from '../transport/api';
import { filtersFrom } from './filters';
import { triggerForm } from './form';
import { isTestRun, ownerOf, recall, remember, type Memory } from './memory';
import { isOurs, secretOf, withSecret } from './secret';
import { Standing } from './standing';

/** What the subscription of a node should be. */
interface Wanted {
	name: string;
	url: string;
	events: WebhookEvent[];
}

/** A node and its subscription, with all that n8n works out only while it publishes the workflow. */
export interface Order {
	context: IHookFunctions;
	address: string;
	wanted: Wanted;
	subscriptionId?: string;
}

/** The subscriptions of this n8n process. */
export const standing = new Standing<Order>();

/**
 * Finds the subscription of the node and puts right what somebody has changed: switched off, other
 * events, or the address after n8n's own has changed. Leftovers of the node are removed; those of
 * anybody else are never touched.
 *
 * @returns whether there is a subscription
 * @throws NodeOperationError when a filter cannot be read, or the API refuses or cannot be reached
 */
export async function isSubscribed(context: IHookFunctions): Promise<boolean> {
	checkFilters(context);
	const { secret, order } = await orderOf(context);
	const api = await connect(context);
	const listed = await listSubscriptions(api);
	const state = await putRight(api, order, listed);
	// n8n runs this when it starts
	lookAfterWaits(context, api, listed);
	if (state === 'gone') return false;
	stands(order, secret);
	return true;
}

/**
 * Subscribes the node to its events.
 *
 * @throws NodeOperationError when a filter cannot be read, or the API refuses or cannot be reached
 */
export async function subscribe(context: IHookFunctions): Promise<void> {
	checkFilters(context);
	const { secret, order } = await orderOf(context);
	const api = await connect(context);
	order.subscriptionId = await makeSubscription(api, order.wanted);
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
	const api = await connect(order.context);
	const state = await putRight(api, order, await listSubscriptions(api));
	if (state === 'gone') order.subscriptionId = await makeSubscription(api, order.wanted);
	return state;
}

/**
 * Removes the subscription of the node; one that is gone already is no error.
 *
 * @throws NodeOperationError when the API refuses or cannot be reached
 */
export async function unsubscribe(context: IHookFunctions): Promise<void> {
	if (!isTestRun(context)) await standing.end(ownerOf(context));
	const api = await connect(context);
	const address = addressOf(context);
	const memory = recall(context);
	const listed = await listSubscriptions(api);
	for (const { id } of listed.filter((one) => isOwn(one, address, memory))) {
		if (id) await removeSubscription(api, id);
	}
	// the secret stays: a delivery that is on its way must not bring an older one back
	remember(context, { secret: memory.secret });
}

/** Notes that there is a subscription. */
function stands(order: Order, secret: string): void {
	const { context, subscriptionId } = order;
	remember(context, { secret, subscriptionId });
	if (!isTestRun(context)) standing.begin(ownerOf(context), order);
}

async function orderOf(context: IHookFunctions): Promise<{ secret: string; order: Order }> {
	const address = answeredAddressOf(context);
	const secret = await secretOf(context);
	const wanted = wantedBy(context, address, secret);
	const { subscriptionId } = recall(context);
	return { secret, order: { context, address, wanted, subscriptionId } };
}

/** What a subscription was found to be: as it should, something else or switched off, or not there. */
type State = 'right' | 'wrong' | 'gone';

async function putRight(api: Api, order: Order, listed: Subscription[]): Promise<State> {
	const { address, wanted } = order;
	const [kept, ...leftovers] = listed.filter((one) => isOwn(one, address, order));
	for (const { id } of leftovers) if (id) await removeSubscription(api, id);
	if (!kept?.id) return 'gone';
	order.subscriptionId = kept.id;
	if (isAsWanted(kept, wanted)) return 'right';
	await changeSubscription(api, kept.id, { ...wanted, enabled: true });
	return 'wrong';
}

/** A filter that cannot be read would match nothing, and nobody would be told. */
function checkFilters(context: IHookFunctions): void {
	try {
		filtersFrom(webhookParameters(context, triggerForm));
	} catch (error) {
		// n8n shows no description where a workflow is published
		const told =
			error instanceof InputError ? [error.message, error.remedy].join('. ') : (error as Error);
		throw new NodeOperationError(context.getNode(), told);
	}
}

function addressOf(context: IHookFunctions): string {
	const address = context.getNodeWebhookUrl('default');
	if (address) return address;
	throw noAddress(context);
}

/** The address, unless n8n itself answers it with 404: it looks for a path without an ID as it is written, and for a request's as it is meant. */
function answeredAddressOf(context: IHookFunctions): string {
	const address = addressOf(context);
	if (!context.getNode().webhookId && new URL(address).pathname.includes('%')) {
		throw noAddress(context);
	}
	return address;
}

function noAddress(context: IHookFunctions): NodeOperationError {
	return new NodeOperationError(
		context.getNode(),
		'n8n gives this node no address. Put a new WTS Chat Trigger in its place in the editor, save the workflow and publish it again.',
	);
}

/** Ours is what has our address, or our ID from the time when n8n had another address. */
function isOwn(
	{ id, url }: Subscription,
	address: string,
	{ subscriptionId }: Pick<Memory, 'subscriptionId'>,
): boolean {
	return (id !== undefined && id === subscriptionId) || isOurs(url ?? '', address);
}

function wantedBy(context: IHookFunctions, address: string, secret: string): Wanted {
	const url = withSecret(address, secret);
	if (url.length > MOST_URL) {
		throw new NodeOperationError(
			context.getNode(),
			`The webhook address is longer than the ${MOST_URL} characters that WTS Chat takes`,
			{ description: 'Shorten the webhook address of this n8n (WEBHOOK_URL).' },
		);
	}
	return { name: nameOf(context), url, events: chosenEvents(context) };
}

function nameOf(context: IHookFunctions): string {
	const kind = isTestRun(context) ? 'n8n test' : 'n8n';
	return `${kind}: ${context.getWorkflow().name ?? context.getNode().name}`.slice(0, MOST_NAME);
}

/** The chosen events. An expression may name events that are newer than the contract. */
export function chosenEvents(context: Pick<IHookFunctions, 'getNode'> & Chooser): WebhookEvent[] {
	const chosen: unknown = context.getNodeParameter('events', []);
	const names = (Array.isArray(chosen) ? chosen : String(chosen).split(','))
		.map((name: unknown) => String(name).trim())
		.filter((name) => name !== '');
	if (names.length > 0) return names as WebhookEvent[];
	throw new NodeOperationError(context.getNode(), 'No event is chosen', {
		description: "Choose one or more under 'Trigger On'.",
	});
}

interface Chooser {
	getNodeParameter(name: string, fallback?: unknown): unknown;
}

function isAsWanted(given: Subscription, { name, url, events }: Wanted): boolean {
	const heard = (given.events ?? []).map(({ event }) => String(event)).sort();
	return (
		given.enabled === true &&
		given.name === name &&
		given.url === url &&
		heard.join() === [...events].sort().join()
	);
}
