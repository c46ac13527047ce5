/**
 * Runs `job` for every entry, at most `width` at once. Results stand where their entry stood,
 * whatever finished first; entries not begun when `stopped` turns true stay undefined.
 */
export async function mapConcurrently<Entry, Result>(
	entries: readonly Entry[],
	width: number,
	job: (entry: Entry, index: number) => Promise<Result>,
	stopped: () => boolean = () => false,
): Promise<Array<Result | undefined>> {
	const results = new Array<Result | undefined>(entries.length);
	const remaining = entries.entries();

	async function work() {
		for (const [index, entry] of remaining) {
			if (stopped()) return;
			results[index] = await job(entry, index);
		}
	}

	await Promise.all(Array.from({ length: Math.min(width, entries.length) }, work));
	return results;
}
