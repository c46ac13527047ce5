import type { Account } from '../account';
import { Post, DELIVERY_DEFAULTS, type DeliveryOptions, type RecordedDelivery } from './post';
import { Watch, type Envelope, type EventName } from './watch';
import type { Content } from './contents';

export type { DeliveryOptions, RecordedDelivery } from './post';
export type { Envelope, EventName } from './watch';

/** The events of an account: what happens in it is told to its subscriptions. */
export class Events {
	/** How events are delivered; may be changed at any time. */
	readonly options: DeliveryOptions;

	/** Looks at the account while somebody listens. */
	private watch: Watch | undefined;

	private readonly post: Post;

	constructor(
		private readonly account: Account,
		options: Partial<DeliveryOptions> = {},
	) {
		this.options = { ...DELIVERY_DEFAULTS, ...options };
		this.post = new Post(account, this.options);
	}

	/** Every attempt so far, in the order in which they ended. */
	get deliveries(): readonly RecordedDelivery[] {
		return this.post.deliveries;
	}

	/** Tells what has changed since the last time; nobody looks while nobody listens. */
	notice(): void {
		if (!this.post.isHeard) this.watch = undefined;
		else if (this.watch) this.post.send(this.watch.news());
		else this.watch = new Watch(this.account);
	}

	/** Passes over what has changed since the last time, as time does. */
	overlook(): void {
		if (this.watch) this.watch = new Watch(this.account);
	}

	/** Tells of something that the sandbox has no records of, such as a payment. */
	tell(eventType: EventName, content: Content): Envelope {
		const envelope = { eventType, date: new Date().toISOString(), content, changeMetadata: null };
		this.post.send([envelope]);
		return envelope;
	}

	/** Tells of `envelope` once more. */
	repeat(envelope: Envelope): void {
		this.post.send([envelope]);
	}

	/** Resolves when nothing is on its way any more. */
	async settled(): Promise<void> {
		await this.post.settled();
	}

	async close(): Promise<void> {
		await this.post.close();
	}
}
