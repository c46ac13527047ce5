import { randomUUID } from 'node:crypto';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { deliveryIn, type Delivery } from '../events/delivery';
import type { Noted } from '../replies/repliesAmong';
import { isRecord } from '../transport/records';

/** Tells this process of n8n from others. */
const PROCESS = randomUUID();

/** An event that an execution begins with. */
export interface Handed {
	delivery: Delivery;
	/** Whether an execution waits for it or has got it, as far as the process knows that took it. */
	noted?: Noted;
}

/**
 * The item that n8n stores for the execution: what came, where expressions of the form look for it as well.
 *
 * @param events the event, after those that it takes along
 * @param isRead whether these are all, as the API says it
 */
export function handedOver(events: Handed[], isRead = true): INodeExecutionData {
	const stored = events.map(({ delivery: { body }, noted }): IDataObject => {
		return { body, ...(noted && { reply: noted }) };
	});
	const earlier = stored.slice(0, -1);
	const json = {
		...stored.at(-1),
		takenBy: PROCESS,
		...(earlier.length > 0 && { earlier }),
		...(!isRead && { isUnread: true }),
	};
	return { json };
}

/** What came, the oldest first; none for an item that is finished: of an earlier version of the node, or pinned. */
export function handedIn({ json }: INodeExecutionData): Handed[] {
	if ('eventType' in json) return [];
	const earlier = Array.isArray(json.earlier) ? json.earlier.filter(isRecord) : [];
	return [...earlier, json].flatMap(({ body, reply }) => {
		const delivery = deliveryIn(body);
		const noted = reply === 'taken' || reply === 'awaited' ? reply : undefined;
		return delivery ? [{ delivery, noted }] : [];
	});
}

/** Whether the process that has taken the event runs its execution too; in queue mode workers do. */
export function isTakenHere({ takenBy }: IDataObject): boolean {
	return takenBy === PROCESS;
}
