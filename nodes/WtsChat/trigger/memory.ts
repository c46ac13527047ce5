import type {
	IExecuteFunctions,
	IHookFunctions,
	ITriggerFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import type { SilenceEvent } from '../events/names';

/** What the node keeps of its subscription between two runs of n8n. */
export interface Memory {
	secret?: string;
	subscriptionId?: string;
	/** From when on a silence of each kind may have begun, in milliseconds. */
	silentSince?: Partial<Record<SilenceEvent, number>>;
	/** The n8n, workflow and node that the subscription was made for; a copy of the workflow is another one. */
	owner?: string;
}

type Place = 'production' | 'test';

/** A test run in the editor has a subscription of its own. */
export function isTestRun(context: IHookFunctions | IWebhookFunctions): boolean {
	return context.getMode() === 'manual';
}

/** Who a subscription belongs to. */
export function ownerOf(
	context: IExecuteFunctions | IHookFunctions | ITriggerFunctions | IWebhookFunctions,
): string {
	return [context.getInstanceId(), context.getWorkflow().id, context.getNode().id].join('/');
}

/** What is remembered; nothing in a copy of the workflow, which must not take the subscription of its original. */
export function recall(context: IHookFunctions | IWebhookFunctions): Memory {
	const memory = context.getWorkflowStaticData('node')[placeOf(context)] as Memory | undefined;
	return memory?.owner === ownerOf(context) ? { ...memory } : {};
}

/** Remembers from now on `memory` and nothing else. */
export function remember(context: IHookFunctions, memory: Omit<Memory, 'owner'>): void {
	// n8n notices a change only of the whole object
	const kept = { ...memory, owner: ownerOf(context) };
	context.getWorkflowStaticData('node')[placeOf(context)] = kept;
}

function placeOf(context: IHookFunctions | IWebhookFunctions): Place {
	return isTestRun(context) ? 'test' : 'production';
}
