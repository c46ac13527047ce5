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
import { connect } from '../transport/api';
import { filtersFrom } from './filters';
import { triggerForm } from './form';
import { isTestRun, recall, remember, type Memory } from './memory';
import { isOurs, secretOf, withSecret } from './secret';

/** What the subscription of a node should be. */
interface Wanted {
	name: string;
	url: string;
	events: WebhookEvent[];
}

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
	const address = answeredAddressOf(context);
	const api = await connect(context);
	const memory = recall(context);
	const listed = await listSubscriptions(api);

	const [kept, ...leftovers] = listed.filter((one) => isOwn(one, address, memory));
	for (const { id } of leftovers) if (id) await removeSubscription(api, id);
	// n8n runs this when it starts
	lookAfterWaits(context, api, listed);
	if (!kept?.id) return false;

	const secret = await secretOf(context);
	const wanted = wantedBy(context, address, secret);
	if (!isAsWanted(kept, wanted))
		await changeSubscription(api, kept.id, { ...wanted, enabled: true });
	remember(context, { secret, subscriptionId: kept.id });
	return true;
}

/**
 * Subscribes the node to its events.
 *
 * @throws NodeOperationError when a filter cannot be read, or the API refuses or cannot be reached
 */
export async function subscribe(context: IHookFunctions): Promise<void> {
	checkFilters(context);
	const secret = await secretOf(context);
	const wanted = wantedBy(context, answeredAddressOf(context), secret);
	const api = await connect(context);
	const subscriptionId = await makeSubscription(api, wanted);
	remember(context, { secret, subscriptionId });
}

/**
 * Removes the subscription of the node; one that is gone already is no error.
 *
 * @throws NodeOperationError when the API refuses or cannot be reached
 */
export async function unsubscribe(context: IHookFunctions): Promise<void> {
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
function isOwn({ id, url }: Subscription, address: string, { subscriptionId }: Memory): boolean {
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
