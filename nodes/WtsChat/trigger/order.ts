import type { IHookFunctions } from 'n8n-workflow';
import { isSilence, type SilenceEvent, type WebhookEvent } from '../events/names';
import { nodeErrorOf } from '../execution/itemError';
import { nodeSource } from '../execution/source';
import { valuesOf } from '../fields/field';
import { MAX_NAME, MAX_URL, shortened, type Subscription } from '../subscriptions/subscriptions';
import { editorError } from '../transport/errors';
import { nodeError } from '../transport/nodeError';
import { catchUpOf, type CatchUp } from './catchUp';
import { choosingFields, type ChoosingValues } from './form';
import { saysHeard, withHeard } from './heard';
import { isTestRun, recall } from './memory';
import { secretOf, withSecret } from './secret';
import * as sentences from './sentences';
import { silencesWantedBy, type SilencesWanted } from './silencesWanted';

/** What the subscription of a node should be. */
interface Wanted {
	/** As far as nothing is noted in it. */
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
	/** How to catch up on what was missed; undefined where it is not to. */
	catchUp?: CatchUp;
	/** What silences to look for; undefined where none is chosen. */
	silences?: SilencesWanted;
	/** Up to when everything was heard, in milliseconds. */
	heardUntil: number;
	/** When the subscription was last made, found or put right, in milliseconds. */
	seenAt: number;
	mayHaveMissed: boolean;
}

/**
 * What n8n works out of a node now, with its secret.
 *
 * @param since from when on events may have been missed, in milliseconds; undefined when none may
 * @throws NodeOperationError when a value of the form cannot be read, or n8n gives no address that works
 */
export async function orderOf(
	context: IHookFunctions,
	since?: number,
): Promise<{ secret: string; order: Order }> {
	const values = checkedForm(context);
	const address = answeredAddressOf(context);
	const secret = await secretOf(context);
	const now = Date.now();
	const silentSince = isPublished(context) ? {} : recall(context).silentSince;
	const order = {
		context,
		address,
		wanted: wantedBy(context, values.events.filter(isOfSubscription), address, secret),
		subscriptionId: recall(context).subscriptionId,
		catchUp: isTestRun(context) ? undefined : catchUpOf(values),
		silences: silencesWantedBy(values, (event) => silentSince?.[event] ?? now),
		heardUntil: since ?? now,
		seenAt: now,
		mayHaveMissed: since !== undefined,
	};
	return { secret, order };
}

/** Whether somebody has published the workflow, which was not published before. */
function isPublished(context: IHookFunctions): boolean {
	return context.getActivationMode() === 'activate';
}

function isOfSubscription(event: WebhookEvent | SilenceEvent): event is WebhookEvent {
	return !isSilence(event);
}

/** What the form says. A filter that cannot be read would match nothing, and nobody would be told. */
function checkedForm(context: IHookFunctions): ChoosingValues {
	try {
		return valuesOf(choosingFields, nodeSource(context));
	} catch (error) {
		// n8n shows no description where a workflow is published
		throw editorError(context.getNode(), nodeErrorOf(context, error));
	}
}

/**
 * The address that n8n gives the node.
 *
 * @throws NodeOperationError when it gives none
 */
export function addressOf(context: IHookFunctions): string {
	const address = context.getNodeWebhookUrl('default');
	if (address) return address;
	throw nodeError(context.getNode(), sentences.noAddress);
}

/** The address, unless n8n itself answers it with 404: it looks for a path without an ID as it is written, and for a request's as it is meant. */
function answeredAddressOf(context: IHookFunctions): string {
	const address = addressOf(context);
	if (!context.getNode().webhookId && new URL(address).pathname.includes('%')) {
		throw nodeError(context.getNode(), sentences.noAddress);
	}
	return address;
}

function wantedBy(
	context: IHookFunctions,
	events: WebhookEvent[],
	address: string,
	secret: string,
): Wanted {
	const url = withSecret(address, secret);
	if (url.length > MAX_URL) {
		throw nodeError(
			context.getNode(),
			sentences.addressTooLong(MAX_URL),
			'Shorten the webhook address of this n8n (WEBHOOK_URL).',
		);
	}
	return { name: nameOf(context), url, events };
}

function nameOf(context: IHookFunctions): string {
	const kind = isTestRun(context) ? 'n8n test' : 'n8n';
	return shortened(`${kind}: ${context.getWorkflow().name ?? context.getNode().name}`, MAX_NAME);
}

/** The name as it should stand in WTS Chat now. */
export function nameFor({ wanted: { name }, catchUp, heardUntil }: Order): string {
	return catchUp ? withHeard(name, heardUntil) : name;
}

/** Whether a subscription is as it should be, with the moment noted on it or a later one. */
export function isAsWanted(given: Subscription, { wanted, catchUp, heardUntil }: Order): boolean {
	const { name, url, events } = wanted;
	const heard = (given.events ?? []).map(({ event }) => String(event)).sort();
	return (
		given.enabled === true &&
		(catchUp ? saysHeard(given.name, name, heardUntil) : given.name === name) &&
		given.url === url &&
		heard.join() === [...events].sort().join()
	);
}
