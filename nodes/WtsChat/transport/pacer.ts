import type { Limit } from './limits';
import type { Outcome, Refusal } from './outcome';
import { pause } from './pause';
import { isLimit } from './retry';

const FIRST_BLOCK_MS = 2_000;
const MAX_BLOCK_MS = 60_000;
/** The longest that the API can close the account for; what asks for more is taken as a plain refusal. */
export const MAX_ASKED_MS = 15 * 60_000;
const JITTER_AFTER_ASKED_MS = 250;
/** How often to look again for what has no known end: an answer that is on its way. */
const LOOK_AGAIN_MS = 50;
/** From here on the width does not matter any more. */
const WIDE_ENOUGH = 64;

/**
 * Lets requests pass as fast as the limits of the account allow, and slower where the account says
 * so, because others use it as well.
 *
 * A request counts from its start until each limit's span after its end, since nobody knows when in
 * between the API counts it. After a refusal (429) nothing passes for a while; then one request at
 * a time, and twice as many after each that is taken.
 */
export class Pacer {
	/** When the latest requests ended, in order. */
	private ends: number[] = [];
	private running = 0;
	private blockedUntil = 0;
	private refusals = 0;
	/** How many requests may be under way at once. */
	private width = Infinity;
	private refusedSince: number | undefined;

	constructor(private readonly limits: Limit[]) {}

	/**
	 * Waits until a request may start; what it comes to has to be told with {@link leave}.
	 *
	 * @param patienceMs the longest pause, and the longest series of refusals, that is waited out
	 * @param since when the run began: its patience does not count what was refused before
	 * @returns when it started, or undefined when the run was stopped or the patience was not enough
	 */
	async enter(
		patienceMs: number,
		signal?: AbortSignal,
		since = Date.now(),
	): Promise<number | undefined> {
		while (!signal?.aborted) {
			const now = Date.now();
			const wait = this.opensAt(now) - now;
			if (wait <= 0) {
				this.running++;
				return now;
			}
			const refusedForMs = now - Math.max(this.refusedSince ?? now, since);
			if (wait + refusedForMs > patienceMs) return undefined;
			await pause(wait, signal);
		}
		return undefined;
	}

	/** Notes what a request has come to. Of several that are refused at once, one makes the pause longer. */
	leave(startedAt: number, outcome: Outcome): void {
		const now = Date.now();
		this.running--;
		this.ends.push(now);
		this.forgetOld();
		if (outcome.kind === 'unreached' || outcome.kind === 'lost') return;
		if (isLimit(outcome)) {
			if (startedAt >= this.blockedUntil) this.refusals++;
			this.refusedSince ??= now;
			this.width = 1;
			this.blockedUntil = Math.max(this.blockedUntil, now + this.blockMs(outcome));
		} else {
			// whatever it says, the account took the request
			this.refusals = 0;
			this.refusedSince = undefined;
			this.width = this.width < WIDE_ENOUGH ? this.width * 2 : Infinity;
		}
	}

	/** When the next request may start, as far as that can be known. */
	private opensAt(now: number): number {
		const byLimits = this.limits.map(({ requests, ms }) => {
			const free = requests - this.running;
			if (free <= 0) return now + LOOK_AGAIN_MS;
			// of so many requests, this is the one that has to leave the span
			const leaving = this.ends[this.ends.length - free];
			return leaving === undefined ? 0 : leaving + ms;
		});
		const byWidth = this.running < this.width ? 0 : now + LOOK_AGAIN_MS;
		return Math.max(this.blockedUntil, byWidth, ...byLimits);
	}

	/** Jitter keeps several workers from coming back all at once. */
	private blockMs({ retryAfterMs: asked = Infinity }: Refusal): number {
		const longer = FIRST_BLOCK_MS * 2 ** Math.max(0, this.refusals - 1);
		const backOff = Math.min(longer, MAX_BLOCK_MS) * (0.5 + Math.random() / 2);
		if (asked > MAX_ASKED_MS) return backOff;
		const asAsked = asked + Math.random() * JITTER_AFTER_ASKED_MS;
		// what goes on refusing although it was obeyed is asked less and less often
		return this.refusals > 1 ? Math.max(asAsked, backOff) : asAsked;
	}

	private forgetOld(): void {
		const most = Math.max(0, ...this.limits.map(({ requests }) => requests));
		if (this.ends.length > 2 * most) this.ends = this.ends.slice(this.ends.length - most);
	}
}
