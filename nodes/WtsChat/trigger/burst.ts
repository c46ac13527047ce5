import type { IWebhookFunctions } from 'n8n-workflow';
import { isFromContact } from '../conversation/author';
import { burstsIn, type Patience, type Written } from '../conversation/bursts';
import { readHistory } from '../conversation/read';
import { deliveryIn, type Delivery } from '../events/delivery';
import type { WebhookEvent } from '../events/names';
import { connect, type Api } from '../transport/api';
import { cancelledBy } from '../transport/context';
import { logWarning } from '../transport/logWarning';
import { isBlank } from '../values/blank';
import { momentOf } from '../values/moments';
import { Gathering, type Burst } from './gathering';
import { isTestRun, ownerOf } from './memory';
import * as sentences from './sentences';

/** How long WTS Chat waits beyond the burst, for what the API says of it. */
const READING_MS = 10_000;
const RECEIVED: WebhookEvent = 'MESSAGE_RECEIVED';

/** A message that can be told from others, with its event. */
interface Heard extends Written {
	delivery: Delivery;
}

const gathering = new Gathering<Heard>();

/**
 * Waits until the contact has been quiet, or has written more.
 *
 * @param passes whether a message counts
 * @returns the messages that start the workflow together, the oldest first; undefined when a newer one
 * takes this one along
 */
export async function burstEndedBy(
	context: IWebhookFunctions,
	delivery: Delivery,
	patience: Patience,
	passes: (delivery: Delivery) => boolean,
): Promise<Burst<Delivery> | undefined> {
	const [message] = asHeard(delivery);
	if (!message) return { messages: [delivery], isRead: true };
	const sessionId = String(delivery.content.sessionId);
	const place = isTestRun(context) ? 'test' : 'production';
	const burst = await gathering.burstEndedBy(
		[ownerOf(context), place, sessionId].join('/'),
		message,
		patience,
		async () => await readFor(context, sessionId, passes),
	);
	return burst && { ...burst, messages: burst.messages.map((one) => one.delivery) };
}

async function readFor(
	context: IWebhookFunctions,
	sessionId: string,
	passes: (delivery: Delivery) => boolean,
): Promise<Heard[] | undefined> {
	try {
		const api = await connect(cancelledBy(context, AbortSignal.timeout(READING_MS)));
		return (await writtenIn(api, sessionId)).filter(({ delivery }) => passes(delivery));
	} catch (error) {
		logWarning(context, sentences.burstUnread((error as Error).message));
		return undefined;
	}
}

/**
 * What the contact wrote in the session.
 *
 * @throws NodeApiError when the API refuses or cannot be reached
 */
export async function writtenIn(api: Api, sessionId: string): Promise<Heard[]> {
	const { messages } = await readHistory(api, sessionId);
	return messages.filter(isFromContact).flatMap((message) => {
		const { createdAt: date } = message;
		return asHeard(deliveryIn({ eventType: RECEIVED, date, content: { ...message } }));
	});
}

/**
 * The messages of the burst up to this one, the oldest first: what the process could not read that took it.
 *
 * @throws NodeApiError when the API refuses or cannot be reached
 */
export async function burstUpTo(
	api: Api,
	delivery: Delivery,
	patience: Patience,
	passes: (delivery: Delivery) => boolean,
): Promise<Delivery[]> {
	const [message] = asHeard(delivery);
	if (!message) return [delivery];
	const written = await writtenIn(api, String(delivery.content.sessionId));
	const others = written.filter((one) => one.id !== message.id && passes(one.delivery));
	const placeIn = (burst: Heard[]) => burst.findIndex(({ id }) => id === message.id);
	const bursts = burstsIn([...others, message], patience);
	const burst = bursts.find((one) => placeIn(one) >= 0) ?? [message];
	return burst.slice(0, placeIn(burst) + 1).map((one) => one.delivery);
}

/** The events in bursts, in their order; one that is no message of a contact stands alone. */
export function inBursts<Event extends { at: number; delivery: Delivery }>(
	events: Event[],
	patience: Patience,
): Event[][] {
	const bursts: Event[][] = [];
	const sessions = new Map<string, Array<Event & Written>>();
	for (const event of events) {
		const [message] = asHeard(event.delivery);
		if (message) {
			const { sessionId } = event.delivery.content;
			const messages = sessions.get(String(sessionId)) ?? [];
			sessions.set(String(sessionId), [...messages, { ...event, id: message.id }]);
		} else {
			bursts.push([event]);
		}
	}
	for (const messages of sessions.values()) bursts.push(...burstsIn(messages, patience));
	return bursts.sort((one, other) => lastAt(one) - lastAt(other));
}

/** When the last of the events was, in milliseconds. */
export function lastAt(events: Array<{ at: number }>): number {
	return events.at(-1)?.at ?? 0;
}

/** The message of a contact; none where it cannot be told from others. */
function asHeard(delivery: Delivery | undefined): Heard[] {
	const { id, sessionId, createdAt } = delivery?.content ?? {};
	const at = momentOf(createdAt);
	if (delivery?.eventType !== RECEIVED || isBlank(id) || isBlank(sessionId) || at === undefined) {
		return [];
	}
	return [{ id: String(id), at, delivery }];
}
