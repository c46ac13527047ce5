import type { IDataObject } from 'n8n-workflow';
import type { Sandbox } from '../../playground/sandbox';
import { run, type Outcome } from '../support/engine';

/** Every kind of fault strikes several times; `npm run test:storm` has ten thousand items. */
export const ITEMS = Number(process.env.STORM_ITEMS ?? 1_500);

/** A second of the real clock, in seconds of one that goes {@link FACTOR} times faster. */
export const FACTOR = 100;

/** Five seconds of the real clock: a request without a fault has its answer by then on a busy machine, too. */
export const TIMEOUT = 5 * FACTOR;

/** Runs the node on many items, continuing on errors, as fast as the faults allow. */
export async function runMany(
	account: Sandbox,
	parameters: IDataObject,
	items: IDataObject[],
): Promise<Outcome> {
	return await run({
		parameters: {
			...parameters,
			requestOptions: { concurrency: 50, timeout: TIMEOUT, paced: false },
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
