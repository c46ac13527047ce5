import type { ITriggerFunctions } from 'n8n-workflow';
import type { Delivery } from '../events/delivery';
import { connect } from '../transport/api';
import { cancelledBy, type ApiContext } from '../transport/context';
import { later } from '../transport/pause';
import { begin, PACE_MS } from './begin';
import { filtersOf } from './filters';
import type { ChoosingValues } from './form';
import { keyOf } from './identity';
import { ownerOf } from './memory';
import { missedEvents, READABLE } from './missed';
import { takenBefore } from './repeats';

const HOUR_MS = 3_600_000;

/** How a trigger catches up on events that it has missed. */
export interface CatchUp {
	/** The events to look for. */
	events: string[];
	/** How old an event may be, in milliseconds. */
	mostMs: number;
	/** How many events, the newest, may start the workflow. */
	mostEvents: number;
	panelId?: string;
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
	const found = await missedEvents(api, { ...wanted, since });
	const missed: Delivery[] = [];
	for (const { delivery } of found) {
		if (!wanted.passes(delivery)) continue;
		if (!(await takenBefore(keyOf(ownerOf(trigger), delivery)))) missed.push(delivery);
	}

	const started = missed.slice(Math.max(0, missed.length - wanted.mostEvents));
	if (started.length === 0) return;
	const { name } = trigger.getNode();
	trigger.logger.warn(
		`'${name}' catches up on ${started.length} of ${missed.length} events that may have been missed.`,
	);
	await startEach(trigger, started, signal);
}

async function startEach(
	trigger: ITriggerFunctions,
	events: Delivery[],
	signal: AbortSignal,
): Promise<void> {
	let isRefused = false;
	for (const delivery of events) {
		signal.throwIfAborted();
		begin(trigger, delivery, () => (isRefused = true));
		await later(PACE_MS, signal);
	}
	if (isRefused) throw new Error('n8n could not store every execution.');
}
