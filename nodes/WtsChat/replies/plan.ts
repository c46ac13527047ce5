import type { Delivery } from '../events/delivery';
import { isReply, type Question } from './question';
import type { Answer, Wait } from './waits';

/**
 * How many of the waiting executions of one n8n hear all messages of the account, and pass on those of
 * the others. Each message that one hears costs n8n a look into its database, so not all of hundreds
 * should; and one alone would leave the others deaf when somebody stops it.
 */
export const LISTENERS = 5;

/** How long n8n waits beyond the time of a question, in milliseconds: it may be away when that ends. */
export const GRACE_MS = 3_600_000;

/**
 * How long the subscription of an answered question says so, in milliseconds: longer than a burst lasts, after
 * which another process asks whether its messages were replies.
 */
export const KEPT_MS = 5 * 60_000;
/** How much later others remove it, where the process that got the reply does not. */
const LEFT_MS = 2 * 60_000;

/**
 * How long the subscription of a question stays that a process has found over, in milliseconds: the process that
 * has its reply may be about to say so there.
 */
export const SETTLED_MS = 15_000;

/** Longer than from one round to the next: it is relieved before its time is over. */
const SOON_MS = 90_000;
const HOUR_MS = 3_600_000;

/** A message of a contact that nobody has been given yet. */
export interface Heard {
	message: Delivery;
	/** When this process has learned of it, in milliseconds. */
	at: number;
	/** Whether it was read from the API: then not even those that listen have heard it. */
	isMissed: boolean;
	/** Whether it is being brought to an execution. */
	isUnderway?: boolean;
}

/** What is known of the questions of an account at one moment. */
interface Situation {
	/** Those that this process knows to wait. */
	waits: Wait[];
	/** What the API has listed as subscribed, and when it was asked, in milliseconds; undefined where it was not. */
	listing?: { waits: Wait[]; at: number };
	/** From when on the subscriptions may go of those that wait no more, by their signature, in milliseconds. */
	ended: ReadonlyMap<string, number>;
	/** What this process knows to have answered them, by their signature. */
	answers: ReadonlyMap<string, Answer>;
	/** The oldest first. */
	heard: Heard[];
	/** Milliseconds. */
	now: number;
}

/** What is to be done about them. */
export interface Plan {
	/** All that wait now. */
	waits: Wait[];
	/** What may still be for one of them. */
	heard: Heard[];
	/** Subscriptions of what is over. */
	remove: Wait[];
	/** Answered questions whose subscription does not say so yet. */
	keep: Array<{ wait: Wait; answer: Answer }>;
	/** Those whose subscription says so. */
	answered: Wait[];
	/** Waiting executions whose subscription is gone. */
	subscribe: Wait[];
	/** Who has to listen, and who need not any more. */
	listen: Wait[];
	pause: Wait[];
	/** Messages for executions that do not hear them themselves; one for each conversation at a time. */
	deliver: Array<{ wait: Wait; heard: Heard }>;
	/** Executions that have to go on without a reply. */
	timeOver: Wait[];
}

/** What follows from a situation. It decides everything about waiting executions, and does nothing. */
export function planFor({ waits, listing, ended, answers, heard, now }: Situation): Plan {
	const all = listing ? withListed(waits, listing) : waits;
	const isAnswered = ({ signature, answer }: Wait) => answer ?? answers.has(signature);
	const open = all.filter(
		(wait) => !ended.has(wait.signature) && !isAnswered(wait) && !isSurelyOver(wait, now),
	);
	const over = all.filter((wait) => wait.subscriptionId && !open.includes(wait));
	const isKept = (wait: Wait) => {
		const own = answers.get(wait.signature);
		return now < (own?.takenAt ?? (wait.answer?.takenAt ?? -Infinity) + LEFT_MS) + KEPT_MS;
	};
	const mayGo = ({ signature }: Wait) => (ended.get(signature) ?? -Infinity) <= now;
	const remove = over.filter((wait) => !isKept(wait) && mayGo(wait));
	const keep = over.flatMap((wait) => {
		const answer = answers.get(wait.signature);
		return answer && !wait.answer && isKept(wait) ? [{ wait, answer }] : [];
	});
	const [timeOver, inTime] = [
		open.filter(({ until }) => until <= now),
		open.filter(({ until }) => until > now),
	];
	const listeners = listenersAmong(inTime, now);
	// a subscription that goes, or that tells its answer, is switched off with that
	const unchanged = new Set([...listeners, ...remove, ...keep.map(({ wait }) => wait)]);
	const wanted = heard.filter((one) => isWanted(one, open) || !listing || one.at > listing.at);
	return {
		waits: open,
		heard: wanted,
		remove,
		keep,
		answered: over.filter((wait) => wait.answer && isKept(wait)),
		subscribe: inTime.filter(({ subscriptionId }) => !subscriptionId),
		listen: [...listeners].filter(({ listens }) => !listens),
		pause: [...inTime, ...over].filter((wait) => wait.listens && !unchanged.has(wait)),
		deliver: deliveriesOf(wanted, open),
		timeOver,
	};
}

/** The question that a message answers: the newest of the conversation that waits, as people answer what they have read last. */
export function askedLast<Asked extends Question & { after?: number }>(
	waits: Asked[],
	message: Delivery,
): Asked | undefined {
	return waits
		.filter((wait) => isReply(message, wait, wait.after))
		.sort((one, other) => other.askedAt - one.askedAt)[0];
}

/** What this process knows, with what the API lists. What has begun since the API was asked may be missing there. */
function withListed(waits: Wait[], { waits: listed, at }: { waits: Wait[]; at: number }): Wait[] {
	const known = waits.map((wait) => {
		const found = listed.find(({ signature }) => signature === wait.signature);
		if (!found)
			return (wait.subscribedAt ?? 0) >= at ? wait : { ...wait, subscriptionId: undefined };
		const { subscriptionId, listens, after, answer } = found;
		return { ...wait, subscriptionId, listens, after: Math.max(wait.after, after), answer };
	});
	const signatures = new Set(waits.map(({ signature }) => signature));
	return [...known, ...listed.filter(({ signature }) => !signatures.has(signature))];
}

/** Whether n8n itself has ended it. */
function isSurelyOver({ until, alone }: Wait, now: number): boolean {
	return until + (alone ? 0 : GRACE_MS) <= now;
}

/** Whether a message is for an execution that has not heard it itself. */
function isWanted({ message, isMissed }: Heard, open: Wait[]): boolean {
	const wait = askedLast(open, message);
	return wait !== undefined && !wait.alone && (isMissed || !wait.listens);
}

/** Whom the next message of a conversation is for depends on what becomes of this one. */
function deliveriesOf(heard: Heard[], open: Wait[]): Plan['deliver'] {
	const sessionOf = ({ message }: Heard) => message.content.sessionId;
	const busy = new Set(heard.filter(({ isUnderway }) => isUnderway).map(sessionOf));
	return heard.flatMap((one) => {
		const wait = askedLast(open, one.message);
		if (!wait || busy.has(wait.sessionId) || !isWanted(one, open)) return [];
		busy.add(wait.sessionId);
		return [{ wait, heard: one }];
	});
}

/** The executions of `waits` that should listen. */
function listenersAmong(waits: Wait[], now: number): Set<Wait> {
	const byAddress = new Map<string, Wait[]>();
	for (const wait of waits) {
		const { origin } = new URL(wait.url);
		byAddress.set(origin, [...(byAddress.get(origin) ?? []), wait]);
	}
	return new Set([...byAddress.values()].flatMap((of) => listenersOfOne(of, now)));
}

function listenersOfOne(waits: Wait[], now: number): Wait[] {
	const alone = waits.filter((wait) => wait.alone);
	const together = waits
		.filter((wait) => !wait.alone)
		.sort((one, other) => byFitness(one, other, now));
	return [...alone, ...together.slice(0, LISTENERS)];
}

/**
 * Who waits the longest listens: then somebody does as long as anybody waits, also while n8n is away.
 * Within an hour it is whoever listens already, so that there is little to change.
 */
function byFitness(one: Wait, other: Wait, now: number): number {
	const endsSoon = ({ until }: Wait) => until - now < SOON_MS;
	return (
		Number(endsSoon(one)) - Number(endsSoon(other)) ||
		Math.floor(other.until / HOUR_MS) - Math.floor(one.until / HOUR_MS) ||
		Number(other.listens) - Number(one.listens) ||
		other.until - one.until
	);
}
