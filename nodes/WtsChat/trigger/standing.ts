/**
 * The subscriptions that n8n has made or found in this process, by their owner. Whoever looks after one
 * later takes what it should be from here: n8n works expressions out only while it publishes a workflow.
 */
export class Standing<Order extends object> {
	private readonly orders = new Map<string, Order>();

	private readonly work = new Map<string, Promise<unknown>>();

	private readonly waiting = new Set<() => void>();

	/** From now on there is a subscription. */
	begin(owner: string, order: Order): void {
		this.orders.set(owner, order);
		for (const wake of this.waiting) wake();
		this.waiting.clear();
	}

	/** From now on there is none; resolves when nobody works on it any more. */
	async end(owner: string): Promise<void> {
		this.orders.delete(owner);
		await this.work.get(owner)?.catch(() => undefined);
	}

	/** Resolves when there is one, or `signal` aborts. */
	async begun(owner: string, signal: AbortSignal): Promise<void> {
		while (!this.orders.has(owner) && !signal.aborted) {
			await new Promise<void>((resolve) => {
				this.waiting.add(resolve);
				signal.addEventListener('abort', () => resolve(), { once: true });
			});
		}
	}

	/** Does `work` on the subscription, if there is one. */
	async during(owner: string, work: (order: Order) => Promise<void>): Promise<void> {
		const order = this.orders.get(owner);
		if (!order) return;
		const working = work(order);
		this.work.set(owner, working);
		await working;
	}
}
