import type { ITriggerFunctions } from 'n8n-workflow';
import type { Patience } from '../conversation/bursts';
import type { Delivery } from '../events/delivery';
import { connect, type Api } from '../transport/api';
import { cancelledBy, type ApiContext } from '../transport/context';
import { logWarning } from '../transport/logWarning';
import { later } from '../transport/pause';
import { PlainError } from '../transport/plainError';
import { begin, PACE_MS } from './begin';
import { inBursts, lastAt, writtenIn } from './burst';
import { filtersOf } from './filters';
import type { ChoosingValues } from './form';
import { keyOf } from './identity';
import { ownerOf } from './memory';
import { LAG_MS } from './gathering';
import { missedEvents, READABLE, type Missed } from './missed';
import { patienceOf } from './patience';
import { takenBefore } from './repeats';
import * as sentences from './sentences';

const HOUR_MS = 3_600_000;
/** What the clocks of n8n and WTS Chat may differ by. */
const SKEW_MS = 2 * 60_000;

/** How a trigger catches up on events that it has missed. */
export interface CatchUp {
	/** The events to look for. */
	events: string[];
	/** How old an event may be, in milliseconds. */
	mostMs: number;
	/** How many events, the newest, may start the workflow. */
	mostEvents: number;
	panelId?: string;
	/** What makes messages start the workflow together; undefined where each starts it. */
	patience?: Patience;
	passes(delivery: Delivery): boolean;
}

/**
 * How the user wants it.
 *
 * @param events the chosen events
 * @returns undefined when there is nothing to catch up on, or it is not wanted
 */
export function catchUpOf(values: ChoosingValues): CatchUp | undefined {
	const { panelId, options } = values;
	const readable = values.events.filter((event) => READABLE.includes(event));
	if (options.catchUp === false || readable.length === 0) return undefined;
	const { ofEvent } = filtersOf(values);
	return {
		events: readable,
		mostMs: (options.catchUpHours ?? 24) * HOUR_MS,
		mostEvents: options.catchUpEvents ?? 500,
		panelId,
		patience: patienceOf(values.options),
		passes: (delivery) => ofEvent.every((passes) => passes(delivery)),
	};
}

/**
 * Starts the workflow once for each event that has happened since `heardUntil` (milliseconds) and has not
 * come, the oldest first. The execution itself looks whether another one has begun with the event.
 *
 * @throws Error when the API cannot be read, n8n cannot store an execution, or `signal` aborts: then not
 * all of them have started
 */
export async function catchUp(
	trigger: ITriggerFunctions,
	asker: ApiContext,
	wanted: CatchUp,
	heardUntil: number,
	signal: AbortSignal,
): Promise<void> {
	const api = await connect(cancelledBy(asker, signal));
	const since = Math.max(heardUntil, Date.now() - wanted.mostMs);
	const readAt = Date.now();
	const missed: Missed[][] = [];
	for (const events of await lookFor(api, wanted, since)) {
		const [last] = events.slice(-1);
		if (last && !(await takenBefore(keyOf(ownerOf(trigger), last.delivery)))) missed.push(events);
	}

	const started = missed.slice(Math.max(0, missed.length - wanted.mostEvents));
	if (started.length === 0) return;
	const { name } = trigger.getNode();
	logWarning(trigger, sentences.catchesUp(name, started.length, missed.length));
	const isOver = async (events: Missed[]) => await isBurstOver(api, events, wanted, readAt, signal);
	await startEach(trigger, started, isOver, signal);
}

/** What has happened since then, the oldest first, with what starts the workflow together. */
async function lookFor(api: Api, wanted: CatchUp, since: number): Promise<Missed[][]> {
	const { patience, passes } = wanted;
	const found = await missedEvents(api, { ...wanted, since: since - (patience?.mostMs ?? 0) });
	const passing = found.filter(({ delivery }) => passes(delivery));
	const together = patience ? inBursts(passing, patience) : passing.map((one) => [one]);
	return together.filter((events) => lastAt(events) >= since);
}

/** Whether the contact has been quiet; a newer message has been delivered, and takes the others along. */
async function isBurstOver(
	api: Api,
	events: Missed[],
	{ patience, passes }: CatchUp,
	readAt: number,
	signal: AbortSignal,
): Promise<boolean> {
	const content = events.at(-1)?.delivery.content;
	const quietAt = readAt + (patience?.quietMs ?? 0) + LAG_MS;
	if (!patience || !content?.sessionId || lastAt(events) + patience.quietMs + SKEW_MS < readAt) {
		return true;
	}
	await later(Math.max(0, quietAt - Date.now()), signal);
	const written = await writtenIn(api, String(content.sessionId));
	const passing = written.filter(({ delivery }) => passes(delivery));
	const burst = inBursts(passing, patience).find((all) => all.some(({ id }) => id === content.id));
	return !burst || burst.at(-1)?.id === content.id;
}

async function startEach(
	trigger: ITriggerFunctions,
	missed: Missed[][],
	isOver: (events: Missed[]) => Promise<boolean>,
	signal: AbortSignal,
): Promise<void> {
	let isRefused = false;
	for (const events of missed) {
		signal.throwIfAborted();
		if (!(await isOver(events))) continue;
		const deliveries = events.map(({ delivery }) => delivery);
		const [last] = deliveries.slice(-1);
		if (last) begin(trigger, last, () => (isRefused = true), deliveries.slice(0, -1));
		await later(PACE_MS, signal);
	}
	if (isRefused) throw new PlainError(sentences.notStored);
}
