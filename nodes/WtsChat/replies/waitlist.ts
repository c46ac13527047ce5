import type { Delivery } from '../events/delivery';
import { askedLast, KEPT_MS, planFor, SETTLED_MS, type Heard, type Plan } from './plan';
import { isReply, whenWritten, type Question } from './question';
import type { Answer, Wait } from './waits';
import { momentOf } from '../values/moments';

/** So many messages that have been given to a question are remembered. */
const MAX_USED = 10_000;

/**
 * Whether a message is a reply, as far as a process knows: an execution has it; a question waits that would
 * take it; the conversation had a question that was answered with another message; or nothing is known.
 */
export type ReplyState = 'taken' | 'awaited' | 'passed' | 'unknown';

/** A question that has its reply. */
export interface Answered {
	question: Question;
	signature: string;
	/** Whether what it did not understand before was for it as well. */
	asksAgain?: boolean;
}

/** What this n8n process knows of the questions of one account that wait for their replies. */
export class Waitlist {
	/** Those that wait, as far as it knows. */
	waits: Wait[] = [];

	private heard: Heard[] = [];

	/** From when on the subscription may go of each of those that wait no more, in milliseconds. */
	private readonly ended = new Map<string, number>();

	/** What the questions were answered with, as far as this process has seen to it, by their signature. */
	private readonly answers = new Map<string, Answer & { question: Question }>();

	/** The questions whose subscriptions say what they were answered with. */
	private answered: Wait[] = [];

	private readonly used = new Set<string>();

	/** Messages of which it is being decided whether they are for the question at whose address they have come. */
	private readonly claimed = new Map<string, Set<string>>();

	/** A question waits from now on. */
	begin(wait: Wait): void {
		this.waits = [...this.waits.filter(({ signature }) => signature !== wait.signature), wait];
	}

	/** Whether so many of them hear the messages of the account. */
	hasListeners(count: number): boolean {
		return this.waits.filter(({ listens }) => listens).length >= count;
	}

	/** A question waits no more; its subscription is still there, and may go from `goesAt` on, in milliseconds. */
	end(signature: string, goesAt: number): void {
		this.ended.set(signature, Math.min(goesAt, this.ended.get(signature) ?? Infinity));
		this.waits = this.waits.filter((wait) => wait.signature !== signature);
	}

	/** A question was found to wait no more at `at`, in milliseconds; another process may have its reply. */
	foundOver(signature: string, at: number): void {
		this.end(signature, at + SETTLED_MS);
	}

	/**
	 * A message is the reply to the question at `signature`: it is used, and no reply to older ones of its
	 * conversation, which are given.
	 */
	use(message: Delivery, { question, signature, asksAgain }: Answered, takenAt: number): Wait[] {
		this.take(message);
		const messageId = String(message.content.id ?? '');
		const upTo = asksAgain ? momentOf(whenWritten(message)) : undefined;
		if (messageId) this.answers.set(signature, { messageId, upTo, takenAt, question });
		const older = this.waits.filter(
			(wait) => wait.signature !== signature && isReply(message, wait, wait.after),
		);
		for (const wait of older) wait.after = momentOf(whenWritten(message)) ?? wait.after;
		return older;
	}

	/** A message has been given to an execution. */
	take(message: Delivery): void {
		const key = keyOf(message);
		this.used.add(key);
		this.heard = this.heard.filter((one) => keyOf(one.message) !== key);
		for (const oldest of this.used) {
			if (this.used.size <= MAX_USED) return;
			this.used.delete(oldest);
		}
	}

	/**
	 * Keeps others from bringing a message while it is decided whether it is for the question at `signature`.
	 *
	 * @returns whether that is not being decided already
	 */
	claim(message: Delivery, signature: string): boolean {
		const by = this.claimed.get(keyOf(message)) ?? new Set();
		if (by.has(signature)) return false;
		this.claimed.set(keyOf(message), by.add(signature));
		return true;
	}

	/** It is decided, or could not be. */
	release(message: Delivery, signature: string): void {
		const by = this.claimed.get(keyOf(message));
		by?.delete(signature);
		if (by?.size === 0) this.claimed.delete(keyOf(message));
	}

	isUsed(message: Delivery): boolean {
		return this.used.has(keyOf(message));
	}

	/** A message has come that may be for any of those that wait. */
	hear(message: Delivery, at: number, isMissed = false): void {
		const key = keyOf(message);
		const isKnown = this.heard.some((one) => keyOf(one.message) === key);
		if (isKnown || this.used.has(key) || this.claimed.has(key)) return;
		this.heard.push({ message, at, isMissed });
	}

	/** Whether a message is for the question at `signature`, and has not been given to it or another one. */
	isFor(message: Delivery, question: Question, signature: string): boolean {
		return !this.isUsed(message) && this.isMeant(message, question, signature);
	}

	/** Whether the question at `signature`, of which this process may not know yet, is the newest that a message can answer. */
	isMeant(message: Delivery, question: Question, signature: string): boolean {
		const own = this.waits.find((wait) => wait.signature === signature);
		const candidates = own ? this.waits : [...this.waits, { ...question, signature }];
		return askedLast(candidates, message)?.signature === signature;
	}

	/** Whether a message is a reply. */
	stateOf(message: Delivery): ReplyState {
		const { id, sessionId } = message.content;
		const answers = [...this.answers.values()];
		for (const wait of this.answered) {
			if (wait.answer) answers.push({ ...wait.answer, question: wait });
		}
		const writtenAt = momentOf(whenWritten(message)) ?? Infinity;
		const isTaken = answers.some(
			({ messageId, upTo = -Infinity, question }) =>
				messageId === id || (writtenAt <= upTo && isReply(message, question)),
		);
		if (isTaken || this.isUsed(message)) return 'taken';
		// one whose subscription is gone has ended in another process, or is subscribed again before long
		const subscribed = this.waits.filter(({ subscriptionId }) => subscriptionId !== undefined);
		if (askedLast(subscribed, message)) return 'awaited';
		return answers.some(({ question }) => question.sessionId === sessionId) ? 'passed' : 'unknown';
	}

	/** What is to be done now; from then on the list holds what the plan says. */
	plan(now: number, listing?: { waits: Wait[]; at: number }): Plan {
		const { waits, heard, ended, answers } = this;
		const plan = planFor({ waits, heard, ended, answers, listing, now });
		this.waits = plan.waits;
		if (listing) this.answered = plan.answered;
		this.heard = plan.heard;
		return plan;
	}

	/** Whether anybody in the account waits, or had a reply lately. */
	get isInUse(): boolean {
		return this.hasWaits || this.answered.length + this.answers.size > 0;
	}

	/** Whether there is anything to look after once a minute. */
	get hasWaits(): boolean {
		return this.waits.length + this.ended.size > 0;
	}

	/** When the subscriptions go of those that wait no more, in milliseconds. */
	get goesAt(): number[] {
		return [...this.ended.values()];
	}

	/** When the next subscription goes that says what its question was answered with, in milliseconds. */
	get forgetsAt(): number {
		return Math.min(...[...this.answers.values()].map(({ takenAt }) => takenAt + KEPT_MS));
	}

	/** The subscriptions are gone of all that had ended when the API was asked at `at`, in milliseconds, but for those `left`. */
	forgetEnded(at: number, left: ReadonlySet<string>): void {
		for (const [signature, { takenAt }] of this.answers) {
			if (takenAt + KEPT_MS <= at && !left.has(signature)) this.answers.delete(signature);
		}
		for (const [signature, goesAt] of this.ended) {
			if (goesAt < at && !left.has(signature)) this.ended.delete(signature);
		}
	}
}

/** What tells one message from another; one without an ID by all that it holds. */
function keyOf({ content }: Delivery): string {
	return content.id ? String(content.id) : JSON.stringify(content);
}
