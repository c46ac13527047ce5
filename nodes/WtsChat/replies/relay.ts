import type { Delivery } from '../events/delivery';
import type { Api } from '../transport/api';
import type { ApiContext } from '../transport/context';
import { hasEnded, knownWaits, tidySoon } from './caretaker';
import { forward } from './forward';
import { isReply } from './question';

/** Every message of the account asks who waits for it, so this is not read all the time. */
const SPACING_MS = 5_000;

/** The messages that are being passed on: each comes once for every execution that listens. */
const underway = new Set<unknown>();

/**
 * Passes a message on to the executions that wait for it and do not listen themselves: at once to those
 * that this process knows, then to those of other processes.
 */
export async function relay(context: ApiContext, api: Api, delivery: Delivery): Promise<void> {
	const { id } = delivery.content;
	if (underway.has(id)) return;
	underway.add(id);
	try {
		const passedOn = await relayToKnown(context, api, delivery, new Set());
		await tidySoon(context, api, SPACING_MS);
		await relayToKnown(context, api, delivery, passedOn);
	} finally {
		underway.delete(id);
	}
}

/** @returns the addresses that the message has been passed on to, with those of `before` */
async function relayToKnown(
	context: ApiContext,
	api: Api,
	delivery: Delivery,
	before: Set<string>,
): Promise<Set<string>> {
	const wanted = knownWaits(api).filter(
		(wait) => !wait.listens && !before.has(wait.url) && isReply(delivery, wait),
	);
	for (const { url, signature } of wanted) {
		const outcome = await forward(context, url, delivery.body);
		if (outcome === 'gone') hasEnded(context, api, signature);
	}
	return new Set([...before, ...wanted.map(({ url }) => url)]);
}
