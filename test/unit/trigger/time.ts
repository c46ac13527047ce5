/** A clock that a test moves on. */
export class Time {
	private at = 0;

	private due: Array<{ at: number; run: () => void }> = [];

	now = () => this.at;

	plan(at: number, run: () => void): void {
		this.due.push({ at, run });
	}

	later = async (ms: number, signal?: AbortSignal) =>
		await new Promise<void>((resolve) => {
			this.plan(this.at + ms, resolve);
			signal?.addEventListener('abort', () => resolve());
		});

	/** Lets all time pass that anybody waits for. */
	async pass(): Promise<void> {
		for (;;) {
			await new Promise((resolve) => setImmediate(resolve));
			const [next] = this.due.sort((one, other) => one.at - other.at);
			if (!next) return;
			this.due.shift();
			this.at = Math.max(this.at, next.at);
			next.run();
		}
	}
}
