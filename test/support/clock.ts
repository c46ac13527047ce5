import { DELIVERY_LIMIT_MS } from '../../playground/sandbox/events/post';
import { RUN_DEFAULTS } from '../../nodes/WtsChat/transport/api';

/** How long requests may take: a clock that passes by itself would break off those that are under way. */
const LIMITS_MS = [RUN_DEFAULTS.timeoutMs, DELIVERY_LIMIT_MS];

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

/** The time of those who wait beside n8n's own work, and of every clock; it passes only when the test lets it. */
export interface LongWaits {
	pass(ms: number): void;
	release(): void;
}

/**
 * Takes whoever waits `least` milliseconds or longer beside n8n's own work, such as from one look after
 * waiting executions to the next; shorter waits, and the time limits of requests, go on as ever.
 */
export function holdLongWaits(least: number): LongWaits {
	const { timeout } = AbortSignal;
	const { now } = Date;
	let passed = 0;
	let held: Array<{ end: AbortController; at: number }> = [];
	Date.now = () => now() + passed;
	AbortSignal.timeout = (ms) => {
		if (ms < least || LIMITS_MS.includes(ms)) return timeout(ms);
		const end = new AbortController();
		held.push({ end, at: Date.now() + ms });
		return end.signal;
	};
	return {
		pass(ms) {
			passed += ms;
			const due = held.filter(({ at }) => at <= Date.now());
			held = held.filter(({ at }) => at > Date.now());
			for (const { end } of due) end.abort();
		},
		release() {
			AbortSignal.timeout = timeout;
			Date.now = now;
		},
	};
}
