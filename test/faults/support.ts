import type { IDataObject } from 'n8n-workflow';
import type { Sandbox } from '../../playground/sandbox';
import { run, type Outcome } from '../support/engine';

/**
 * Lets the clock of this process go `factor` times faster, for whoever asks it, waits for it, or sets
 * a time limit.
 */
export function speedUp(factor: number): () => void {
	const { now } = Date;
	const { setTimeout: realSetTimeout } = globalThis;
	const began = now();
	Date.now = () => Math.floor(began + (now() - began) * factor);
	globalThis.setTimeout = ((work: () => void, ms = 0, ...rest: unknown[]) =>
		realSetTimeout(work, ms / factor, ...(rest as []))) as typeof setTimeout;
	return () => {
		Date.now = now;
		globalThis.setTimeout = realSetTimeout;
	};
}

/** A second of the real clock, in seconds of one that goes {@link FACTOR} times faster. */
export const FACTOR = 100;

/** Runs the node on many items, continuing on errors, as fast as the faults allow. */
export async function runMany(
	account: Sandbox,
	parameters: IDataObject,
	items: IDataObject[],
): Promise<Outcome> {
	return await run({
		parameters: {
			...parameters,
			requestOptions: { concurrency: 50, timeout: FACTOR, paced: false },
		},
		account,
		items,
		settings: { onError: 'continueRegularOutput' },
	});
}

/** The output of each input item: exactly one, or the test fails. */
export function outcomesOf({ items }: Outcome, count: number): IDataObject[] {
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
		Array.from({ length: count }, (_, item) => ({ item })),
	);
	return items.map(({ json }) => json);
}
