import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import type { WebhookEvent } from '../events/names';
import { webhookParameters } from '../execution/webhookParameters';
import { InputError } from '../fields/itemParameters';
import { MOST_NAME, MOST_URL, shortened, type Subscription } from '../subscriptions/subscriptions';
import { catchUpFrom, type CatchUp } from './catchUp';
import { filtersFrom } from './filters';
import { triggerForm } from './form';
import { saysHeard, withHeard } from './heard';
import { isTestRun, recall } from './memory';
import { secretOf, withSecret } from './secret';

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
	const catchUp = checkedForm(context);
	const address = answeredAddressOf(context);
	const secret = await secretOf(context);
	const now = Date.now();
	const order = {
		context,
		address,
		wanted: wantedBy(context, address, secret),
		subscriptionId: recall(context).subscriptionId,
		catchUp: isTestRun(context) ? undefined : catchUp,
		heardUntil: since ?? now,
		seenAt: now,
		mayHaveMissed: since !== undefined,
	};
	return { secret, order };
}

/** How to catch up. A filter that cannot be read would match nothing, and nobody would be told. */
function checkedForm(context: IHookFunctions): CatchUp | undefined {
	try {
		const parameters = webhookParameters(context, triggerForm);
		filtersFrom(parameters);
		return catchUpFrom(parameters, chosenEvents(context));
	} catch (error) {
		// n8n shows no description where a workflow is published
		const told =
			error instanceof InputError ? [error.message, error.remedy].join('. ') : (error as Error);
		throw new NodeOperationError(context.getNode(), told);
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
	return shortened(`${kind}: ${context.getWorkflow().name ?? context.getNode().name}`, MOST_NAME);
}

/** The name as it should stand in WTS Chat now. */
export function nameFor({ wanted: { name }, catchUp, heardUntil }: Order): string {
	return catchUp ? withHeard(name, heardUntil) : name;
}

/** The chosen events. An expression may name events that are newer than the contract. */
export function chosenEvents(context: Pick<IHookFunctions, 'getNode'> & Chooser): WebhookEvent[] {
	const chosen: unknown = context.getNodeParameter('events', []);
	const names = (Array.isArray(chosen) ? chosen : String(chosen).split(','))
		.map((name: unknown) => String(name).trim())
		.filter((name) => name !== '');
	if (names.length > 0) return [...new Set(names)] as WebhookEvent[];
	throw new NodeOperationError(context.getNode(), 'No event is chosen', {
		description: "Choose one or more under 'Trigger On'.",
	});
}

interface Chooser {
	getNodeParameter(name: string, fallback?: unknown): unknown;
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
