import { holdLongWaits, type LongWaits } from './clock';
import { tidied } from './waiting';

const MINUTE_MS = 60_000;

/** A clock for each test of one file that holds whoever waits `least` milliseconds or longer (`holdLongWaits`). */
export function useHeldClock(least: number) {
	let held: LongWaits;
	beforeEach(() => {
		held = holdLongWaits(least);
	});
	afterEach(() => {
		held.release();
	});

	const pass = (ms: number) => held.pass(ms);
	return {
		pass,
		/** From now on it holds waits of another length. */
		hold(another: number): void {
			held.release();
			held = holdLongWaits(another);
		},
		/** Lets minute after minute pass until it holds. */
		async asMinutesPass(holds: () => boolean): Promise<void> {
			await tidied(() => {
				pass(MINUTE_MS);
				return holds();
			});
		},
	};
}
