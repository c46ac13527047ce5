import type { Wait } from './waits';

/**
 * How many of the waiting executions of one n8n hear all messages of the account, and pass on those of
 * the others. Each message that one hears costs n8n a look into its database, so not all of hundreds
 * should; and one alone would leave the others deaf when somebody stops it.
 */
export const LISTENERS = 5;

/** Longer than from one round of the caretaker to the next: it is relieved before its time is over. */
const SOON_MS = 90_000;
const HOUR_MS = 3_600_000;

/** The executions of `waits` that should listen. */
export function listenersAmong(waits: Wait[]): Set<Wait> {
	const byAddress = new Map<string, Wait[]>();
	for (const wait of waits) {
		const { origin } = new URL(wait.url);
		byAddress.set(origin, [...(byAddress.get(origin) ?? []), wait]);
	}
	return new Set([...byAddress.values()].flatMap(listenersOfOne));
}

function listenersOfOne(waits: Wait[]): Wait[] {
	const alone = waits.filter((wait) => wait.alone);
	const together = waits.filter((wait) => !wait.alone).sort(byFitness);
	return [...alone, ...together.slice(0, LISTENERS)];
}

/**
 * Who waits the longest listens: then somebody does as long as anybody waits, also while n8n is away.
 * Within an hour it is whoever listens already, so that there is little to change.
 */
function byFitness(one: Wait, other: Wait): number {
	return (
		Number(endsSoon(one)) - Number(endsSoon(other)) ||
		Math.floor(other.until / HOUR_MS) - Math.floor(one.until / HOUR_MS) ||
		Number(other.listens) - Number(one.listens) ||
		other.until - one.until
	);
}

function endsSoon({ until }: Wait): boolean {
	return until - Date.now() < SOON_MS;
}
