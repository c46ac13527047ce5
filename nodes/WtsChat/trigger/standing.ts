/**
 * The subscriptions that n8n has made or found in this process, by their owner. Whoever looks after one
 * later takes what it should be from here: n8n works expressions out only while it publishes a workflow.
 */
export class Standing<Order extends object> {
	private readonly orders = new Map<string, { order: Order; ending: AbortController }>();

	private readonly work = new Map<string, Set<Promise<unknown>>>();

	private readonly waiting = new Set<() => void>();

	/** From now on there is a subscription. */
	begin(owner: string, order: Order): void {
		this.orders.get(owner)?.ending.abort();
		this.orders.set(owner, { order, ending: new AbortController() });
		for (const wake of this.waiting) wake();
		this.waiting.clear();
	}

	/** From now on there is none; resolves when nobody works on it any more. */
	async end(owner: string): Promise<void> {
		this.orders.get(owner)?.ending.abort();
		this.orders.delete(owner);
		await Promise.allSettled(this.work.get(owner) ?? []);
	}

	/** Resolves when there is one, or `signal` aborts. */
	async begun(owner: string, signal: AbortSignal): Promise<void> {
		while (!this.orders.has(owner) && !signal.aborted) {
			await new Promise<void>((resolve) => {
				this.waiting.add(resolve);
				signal.addEventListener('abort', () => resolve());
			});
		}
	}

	/** Does `work` on the subscription, if there is one; it is told when there is none any more. */
	async during(
		owner: string,
		work: (order: Order, ended: AbortSignal) => Promise<void>,
	): Promise<void> {
		const standing = this.orders.get(owner);
		if (!standing) return;
		const working = work(standing.order, standing.ending.signal);
		const all = this.work.get(owner) ?? new Set();
		this.work.set(owner, all.add(working));
		try {
			await working;
		} finally {
			all.delete(working);
		}
	}
}
