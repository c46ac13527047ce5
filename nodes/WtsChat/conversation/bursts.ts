/** A message of a contact: what it goes by, and when it was written, in milliseconds. */
export interface Written {
	id: string;
	at: number;
}

/** What makes messages one burst, in milliseconds. */
export interface Patience {
	/** How long the contact is quiet after the last one. */
	quietMs: number;
	/** How long the first one may be waited on. */
	mostMs: number;
}

/**
 * The messages of a contact as bursts, the oldest first. Whoever looks at the same messages finds the same
 * bursts, in whichever process and at whatever time, and each message is in one of them.
 */
export function burstsIn<Message extends Written>(
	messages: readonly Message[],
	patience: Patience,
): Message[][] {
	const bursts: Message[][] = [];
	for (const message of [...messages].sort(inOrder)) {
		const burst = bursts.at(-1);
		const [first] = burst ?? [];
		const last = burst?.at(-1);
		if (burst && first && last && isFollowedBy(message, last, first.at, patience)) {
			burst.push(message);
		} else {
			bursts.push([message]);
		}
	}
	return bursts;
}

/** Whether `next` belongs to the burst that began at `firstAt` and whose last message so far is `last`. */
export function isFollowedBy(
	next: Written,
	last: Written,
	firstAt: number,
	{ quietMs, mostMs }: Patience,
): boolean {
	// the last one of a burst is waited on until the contact has been quiet
	return next.at - last.at < quietMs && next.at - firstAt <= mostMs - quietMs;
}

/** Messages that were written at once come in the order of their IDs, so that everybody has the same one. */
export function inOrder(one: Written, other: Written): number {
	return one.at - other.at || (one.id < other.id ? -1 : 1);
}
