import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account, SubscriptionRecord } from '../account';
import type { Envelope } from './watch';

/** How the sandbox delivers events; all of it can be changed while it runs. */
export interface DeliveryOptions {
	/** How often a delivery is repeated that gets no 2xx; 3 by default. */
	retries: number;
	/** Milliseconds before the first repetition; each further one waits twice as long. */
	retryAfterMs: number;
	/** How often each event is delivered in all; 2 doubles everything. */
	copies: number;
	/** Milliseconds that a delivery waits before it sets out. */
	delayMs: number;
	/** Whether the events of one action set out in the opposite order. */
	reversed: boolean;
	/** How many deliveries wait for their answers at once. */
	atOnce: number;
}

export const DELIVERY_DEFAULTS: DeliveryOptions = {
	retries: 3,
	retryAfterMs: 500,
	copies: 1,
	delayMs: 0,
	reversed: false,
	atOnce: 20,
};

/** One attempt to deliver an event. */
export interface RecordedDelivery {
	subscriptionId: string;
	url: string;
	envelope: Envelope;
	/** What the receiver answered; null when it could not be reached. */
	status: number | null;
}

/** How long a receiver may take to answer, in milliseconds. */
export const DELIVERY_LIMIT_MS = 30_000;

type ReachableSubscription = SubscriptionRecord & { url: string };

/** Delivers events to the subscriptions of an account, on this machine only. */
export class Post {
	readonly deliveries: RecordedDelivery[] = [];

	private readonly closing = new AbortController();

	private readonly underway = new Set<Promise<void>>();

	private readonly queue: Array<() => Promise<void>> = [];

	private carriers = 0;

	constructor(
		private readonly account: Account,
		readonly options: DeliveryOptions,
	) {
		// every delivery that waits is one
		setMaxListeners(0, this.closing.signal);
	}

	/** Whether anybody on this machine listens. */
	get isHeard(): boolean {
		return this.account.subscriptions.some(isReachable);
	}

	send(envelopes: Envelope[]): void {
		const ordered = this.options.reversed ? [...envelopes].reverse() : envelopes;
		for (const envelope of ordered) {
			for (const subscription of this.account.subscriptions.filter(isReachable)) {
				if (!subscription.events.includes(envelope.eventType)) continue;
				for (let copy = 0; copy < this.options.copies; copy++) {
					this.queue.push(async () => await this.deliver(subscription, envelope));
				}
			}
		}
		while (this.carriers < this.options.atOnce && this.queue.length > 0) this.carry();
	}

	/** Resolves when nothing is on its way any more. */
	async settled(): Promise<void> {
		while (this.underway.size > 0) await Promise.all(this.underway);
	}

	async close(): Promise<void> {
		this.queue.length = 0;
		this.closing.abort();
		await this.settled();
	}

	/** Works the queue off, as one of several that do. */
	private carry(): void {
		this.carriers++;
		const work = (async () => {
			for (let next = this.queue.shift(); next; next = this.queue.shift()) await next();
		})().finally(() => {
			this.carriers--;
			this.underway.delete(work);
		});
		this.underway.add(work);
	}

	private async deliver({ id, url }: ReachableSubscription, envelope: Envelope): Promise<void> {
		const { signal } = this.closing;
		const wait = async (ms: number) =>
			await sleep(ms, undefined, { signal }).catch(() => undefined);
		if (this.options.delayMs > 0) await wait(this.options.delayMs);
		for (let repetition = 0; !signal.aborted; repetition++) {
			const status = await this.post(url, envelope);
			this.deliveries.push({ subscriptionId: id, url, envelope, status });
			if (status !== null && status >= 200 && status < 300) return;
			if (repetition >= this.options.retries) return;
			await wait(this.options.retryAfterMs * 2 ** repetition);
		}
	}

	private async post(url: string, envelope: Envelope): Promise<number | null> {
		try {
			const response = await fetch(url, {
				method: 'POST',
				headers: { 'content-type': 'application/json; charset=utf-8' },
				body: JSON.stringify(envelope),
				signal: AbortSignal.any([this.closing.signal, AbortSignal.timeout(DELIVERY_LIMIT_MS)]),
			});
			await response.arrayBuffer();
			return response.status;
		} catch {
			return null;
		}
	}
}

/** The sandbox calls nobody outside this machine. */
function isReachable(subscription: SubscriptionRecord): subscription is ReachableSubscription {
	const { enabled, url } = subscription;
	return enabled && url !== null && ['127.0.0.1', 'localhost'].includes(new URL(url).hostname);
}
