import {
	burstsIn,
	inOrder,
	isFollowedBy,
	type Patience,
	type Written,
} from '../conversation/bursts';
import { later } from '../transport/pause';

/** What a list of the API may lag behind. */
export const LAG_MS = 500;

interface Clock {
	now(): number;
	later(ms: number, signal: AbortSignal): Promise<void>;
}

const ownClock: Clock = { now: () => Date.now(), later };

/** A contact that is writing, as far as this process has heard it. */
interface Writing<Message> {
	/** The oldest first. */
	heard: Message[];
	/** When the burst of the newest message began, once it was read. */
	firstAt?: number;
	/** Until when the newest is waited on, in this process's time. */
	until: number;
	/** Ends that wait. */
	ending: AbortController;
}

/** The messages that start the workflow together, the oldest first. */
export interface Burst<Message> {
	messages: Message[];
	/** Whether the API was asked for them; otherwise there may be more that other processes have heard. */
	isRead: boolean;
}

/**
 * Finds out which message of a burst starts the workflow: the last one, and it takes the others along. The
 * platform is what remembers the burst, for all processes; this process ends the wait of a message as soon
 * as it hears a newer one.
 */
export class Gathering<Message extends Written> {
	private readonly writings = new Map<string, Writing<Message>>();

	constructor(private readonly clock: Clock = ownClock) {}

	/**
	 * Waits until the contact has been quiet, or has written a newer message.
	 *
	 * @param session whose message it is, told from the sessions of other triggers
	 * @param read gives what the contact wrote in the session, as the API lists it; undefined when it gives no answer
	 * @returns the burst that ends with the message; undefined when a newer one takes it along
	 */
	async burstEndedBy(
		session: string,
		message: Message,
		patience: Patience,
		read: () => Promise<Message[] | undefined>,
	): Promise<Burst<Message> | undefined> {
		const writing = this.hear(session, message, patience);
		const { ending, until } = writing;
		const isNewest = () => writing.heard.at(-1)?.id === message.id;
		if (isNewest()) {
			await this.clock.later(Math.max(0, until - this.clock.now()), ending.signal);
			// the same message has come again, and is waited on there
			if (isNewest() && writing.ending !== ending) return undefined;
		}
		try {
			if (isKnownToGoOn(writing, message, patience)) return undefined;
			return await lastedUntil(writing, message, patience, read);
		} finally {
			if (isNewest() && writing.ending === ending) this.writings.delete(session);
		}
	}

	private hear(session: string, message: Message, { quietMs }: Patience): Writing<Message> {
		const known = this.writings.get(session);
		const before = known?.heard.at(-1);
		const heard = [...(known?.heard ?? []).filter(({ id }) => id !== message.id), message];
		heard.sort(inOrder);
		const until = this.clock.now() + quietMs + LAG_MS;
		if (!known) {
			const writing = { heard, until, ending: new AbortController() };
			this.writings.set(session, writing);
			return writing;
		}
		known.heard = heard;
		if (heard.at(-1) === message) {
			known.ending.abort();
			known.ending = new AbortController();
			// one that is delivered again and again still has an end
			if (before?.id !== message.id) known.until = until;
		}
		return known;
	}
}

/** Whether a newer message is known to be in the same burst, so that the API need not be asked. */
function isKnownToGoOn<Message extends Written>(
	{ heard, firstAt }: Writing<Message>,
	message: Message,
	patience: Patience,
): boolean {
	const next = heard[heard.findIndex(({ id }) => id === message.id) + 1];
	if (!next || firstAt === undefined || firstAt > message.at) return false;
	return isFollowedBy(next, message, firstAt, patience);
}

/** The burst of the message, if it is the last one; where the API gives no answer, what this process has heard of it so far. */
async function lastedUntil<Message extends Written>(
	writing: Writing<Message>,
	{ id }: Message,
	patience: Patience,
	read: () => Promise<Message[] | undefined>,
): Promise<Burst<Message> | undefined> {
	const listed = await read();
	const { heard } = writing;
	const ids = new Set(heard.map((one) => one.id));
	const all = [...heard, ...(listed ?? []).filter((one) => !ids.has(one.id))];
	const bursts = burstsIn(all, patience);
	const burst = burstWith(bursts, id) ?? [];
	if (!listed) {
		// nobody may count on a newer one: how the burst began is not known, so it may have ended here
		const place = burst.findIndex((one) => one.id === id);
		return { messages: burst.slice(0, place + 1), isRead: false };
	}
	writing.firstAt = burstWith(bursts, heard.at(-1)?.id)?.[0]?.at;
	return burst.at(-1)?.id === id ? { messages: burst, isRead: true } : undefined;
}

function burstWith<Message extends Written>(
	bursts: Message[][],
	wanted: string | undefined,
): Message[] | undefined {
	return bursts.find((burst) => burst.some(({ id }) => id === wanted));
}
