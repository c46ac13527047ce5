/** Measures how long a run has waited, counting once what several requests waited for together. */
export class Waiting {
	private waiting = 0;
	private since = 0;
	private totalMs = 0;

	/** Does `work`, which is nothing but waiting. */
	async during<Result>(work: () => Promise<Result>): Promise<Result> {
		if (this.waiting++ === 0) this.since = Date.now();
		try {
			return await work();
		} finally {
			if (--this.waiting === 0) this.totalMs += Date.now() - this.since;
		}
	}

	get seconds(): number {
		return Math.round(this.totalMs / 1000);
	}
}
