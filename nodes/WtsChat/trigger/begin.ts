import { createHash } from 'node:crypto';
import type { IRun, ITriggerFunctions } from 'n8n-workflow';
import type { Delivery } from '../events/delivery';
import { handedOver } from './handover';
import { keyOf } from './identity';
import { ownerOf } from './memory';

/** Executions that begin one after another leave n8n and the account room for what happens meanwhile. */
export const PACE_MS = 500;

/**
 * Starts the workflow with an event that n8n has found by itself; `refused` is called where n8n cannot store it.
 *
 * @param earlier the events that it takes along, the oldest first
 */
export function begin(
	trigger: ITriggerFunctions,
	delivery: Delivery,
	refused: () => void,
	earlier: Delivery[] = [],
): void {
	const done = trigger.helpers.createDeferredPromise<IRun>();
	done.promise.catch(refused);
	// n8n has one execution for a key
	const key = createHash('sha256')
		.update(keyOf(ownerOf(trigger), delivery))
		.digest('base64');
	const handed = [...earlier, delivery].map((event) => ({ delivery: event }));
	trigger.emit([[handedOver(handed)]], undefined, done, key);
}
