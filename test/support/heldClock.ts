import { holdLongWaits, type LongWaits } from './clock';
import { tidied } from './waiting';

const MINUTE_MS = 60_000;

/**
 * A clock for each test of one file that holds whoever waits `least` milliseconds or longer (`holdLongWaits`).
 *
 * @param stepMs how long n8n has for its work, in milliseconds of the real clock, before the next step of this one
 */
export function useHeldClock(least: number, stepMs?: number) {
	let held: LongWaits;
	beforeEach(() => {
		held = holdLongWaits(least);
	});
	afterEach(() => {
		held.release();
	});

	const pass = (ms: number) => held.pass(ms);

	/** Lets the time pass in steps of `ms` milliseconds until it holds. */
	async function asTimePasses(ms: number, holds: () => boolean): Promise<void> {
		await tidied(() => {
			const isSo = holds();
			if (!isSo) pass(ms);
			return isSo;
		}, stepMs);
	}

	return {
		pass,
		/** From now on it holds waits of another length. */
		hold(another: number): void {
			held.release();
			held = holdLongWaits(another);
		},
		/** Lets minute after minute pass until it holds. */
		asMinutesPass: async (holds: () => boolean) => await asTimePasses(MINUTE_MS, holds),
		asTimePasses,
	};
}
