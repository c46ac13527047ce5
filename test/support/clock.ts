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
