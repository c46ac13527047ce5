import type { Delivery } from '../events/delivery';
import { isSilence, type SilenceEvent } from '../events/names';
import { filtersOf } from './filters';
import type { ChoosingValues } from './form';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The silences that a trigger looks for. */
export interface SilencesWanted {
	/** From when on a silence of each kind may have begun, in milliseconds. */
	since: Partial<Record<SilenceEvent, number>>;
	/** How long a silence lasts until it is told of, or how long before the window closes it is. */
	ms: number;
	/** Whether only the time counts in which the account is open. */
	officeHoursOnly: boolean;
	/** How long ago a silence may have been due; undefined where what was due while n8n was away is left out. */
	mostMs?: number;
	/** How many are told of at once, the newest. */
	mostEvents: number;
	passes(delivery: Delivery): boolean;
}

/**
 * How the user wants it.
 *
 * @param since from when on a silence of that kind may have begun, in milliseconds
 * @returns undefined where no silence is chosen
 */
export function silencesWantedBy(
	values: ChoosingValues,
	since: (event: SilenceEvent) => number,
): SilencesWanted | undefined {
	const { minutes = 30, officeHoursOnly = false, options } = values;
	const events = values.events.filter(isSilence);
	if (events.length === 0) return undefined;
	const { ofEvent } = filtersOf(values);
	return {
		since: Object.fromEntries(events.map((event) => [event, since(event)])),
		ms: minutes * MINUTE_MS,
		officeHoursOnly,
		mostMs: options.catchUp === false ? undefined : (options.catchUpHours ?? 24) * HOUR_MS,
		mostEvents: options.catchUpEvents ?? 500,
		passes: (delivery) => ofEvent.every((passes) => passes(delivery)),
	};
}
