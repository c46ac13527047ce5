import { randomUUID } from 'node:crypto';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { deliveryIn, type Delivery } from '../events/delivery';

/** Tells this process of n8n from others. */
const PROCESS = randomUUID();

/**
 * The item that n8n stores for the execution: what came, where expressions of the form look for it as well.
 *
 * @param isReply whether an execution waits for it, as far as the process knows that took it
 */
export function handedOver({ body }: Delivery, isReply = false): INodeExecutionData {
	return { json: { body, takenBy: PROCESS, ...(isReply && { isReply }) } };
}

/** What came; undefined for an item that is finished: of an earlier version of the node, or pinned. */
export function deliveryOf({ json }: INodeExecutionData): Delivery | undefined {
	return 'eventType' in json ? undefined : deliveryIn(json.body);
}

/** Whether the process that has taken the event runs its execution too; in queue mode workers do. */
export function isTakenHere({ takenBy }: IDataObject): boolean {
	return takenBy === PROCESS;
}
