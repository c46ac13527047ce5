import type { Delivery } from '../events/delivery';
import type { Api } from '../transport/api';
import type { ApiContext } from '../transport/context';
import { later } from '../transport/pause';
import { answersTo } from './answers';
import { call, forward, PING, TIME_OVER } from './forward';
import { Missed } from './missed';
import type { Plan } from './plan';
import { Waitlist, type Answered } from './waitlist';
import {
	keepAfter,
	keepAnswer,
	listWaits,
	removeWait,
	setListening,
	subscribeWait,
	type Wait,
} from './waits';

const ROUND_MS = 60_000;
const SPACING_MS = 1_000;
/** When n8n has surely stored the execution as waiting. */
const STORED_MS = 5_000;
/** Every message of the account asks who waits for it, so the API is not asked all the time. */
const RELAY_MS = 5_000;
const UNUSED_MS = 2_000;

/** The time of whoever looks after waiting executions. */
interface Clock {
	now(): number;
	later(ms: number, signal?: AbortSignal): Promise<void>;
}

const ownClock: Clock = { now: () => Date.now(), later };

/** Through what the API and n8n's own addresses are called. */
export interface Door {
	context: ApiContext;
	api: Api;
}

/**
 * Looks after the questions of one account that wait: once a minute as long as there are any, and soon
 * after something has happened. Nothing else would notice that the time of one is over.
 */
export class Sweep {
	readonly list = new Waitlist();

	private readonly missed = new Missed(this.list);

	/** The newest one that somebody came with; runs of before are let go. */
	private door?: Door;

	private nextAt = Infinity;

	private lastAt = -Infinity;

	private roundAt = -Infinity;

	/** When the API was last asked who waits. */
	private listedAt = -Infinity;

	/** What somebody else has learned of that, until it is used. */
	private fresh?: { waits: Wait[]; at: number };

	private isGoing = false;

	private wake: () => void = () => undefined;

	/** The request of who waits that is on its way, and the one after it. */
	private listing?: Promise<void>;

	private upcoming?: Promise<void>;

	/** The next look for messages that have started a workflow, which comes at its time. */
	private looking?: Promise<void>;

	/** Questions that are being ended because their time is over. */
	private readonly ending = new Set<string>();

	constructor(private readonly clock: Clock = ownClock) {}

	/** A question waits from now on. */
	begin(door: Door, wait: Wait): void {
		if (wait.listens && !wait.alone) wait.lookAt = this.clock.now() + STORED_MS;
		this.list.begin(wait);
		this.within(door, 0);
	}

	/** A question waits no more; its subscription goes as soon as the account's limits allow it. */
	end(door: Door, signature: string): void {
		this.list.end(signature, this.clock.now());
		this.within(door, 0);
	}

	/** A question was found to wait no more. */
	foundOver(door: Door, signature: string): void {
		this.list.foundOver(signature, this.clock.now());
		this.within(door, 0);
	}

	/** A question has this reply; to older ones of the conversation only what is written later is a reply. */
	async answered(door: Door, message: Delivery, by: Answered): Promise<void> {
		const older = this.list.use(message, by, this.clock.now());
		this.end(door, by.signature);
		// that other processes may not know it is no reason to lose the reply
		for (const wait of older) await keepAfter(door.api, wait).catch(() => undefined);
	}

	/** A message has come to one that listens: it goes to whom it is for, known now or after a look. */
	hear(door: Door, message: Delivery): void {
		this.list.hear(message, this.clock.now());
		this.bring(this.list.plan(this.clock.now()), door);
		this.within(door, RELAY_MS);
	}

	/** Looks after those that the API was found to list when it was asked at `at`, in milliseconds. */
	found(door: Door, waits: Wait[], at: number): void {
		this.fresh = { waits, at };
		this.within(door, 0);
	}

	/** Looks after them within `ms` milliseconds. */
	within(door: Door, ms: number): void {
		this.door = door;
		this.nextAt = Math.min(this.nextAt, this.clock.now() + ms);
		this.wake();
		if (!this.isGoing) void this.go();
	}

	/**
	 * Sees that it is known who waits now, as far as the API answers. Where the account has nobody who waits,
	 * what was known a moment ago will do: hardly anybody is asked and answers within it.
	 */
	async known(door: Door): Promise<void> {
		const age = this.clock.now() - this.listedAt;
		if (!this.list.isInUse && age <= UNUSED_MS) return;
		this.looking ??= this.clock.later(Math.max(0, SPACING_MS - age)).then(async () => {
			this.looking = undefined;
			await this.listed(door);
		});
		await this.looking;
	}

	/** Asks the API anew who waits, once for all who ask for it meanwhile. Resolves also where it gives no answer. */
	async listed(door: Door): Promise<void> {
		this.upcoming ??= (this.listing ?? Promise.resolve()).then(async () => {
			this.listing = this.upcoming;
			this.upcoming = undefined;
			await this.planned(door).catch(() => undefined);
		});
		await this.upcoming;
	}

	private async go(): Promise<void> {
		this.isGoing = true;
		while (this.door && this.dueAt() < Infinity) {
			const ms = this.dueAt() - this.clock.now();
			if (ms > 0) await this.asleep(ms);
			// an account that cannot be reached now may be reached in a minute
			else await this.sweep(this.door).catch(() => undefined);
		}
		this.door = undefined;
		this.isGoing = false;
	}

	private dueAt(): number {
		const ends = this.list.waits
			.flatMap(({ until, lookAt = Infinity }) => [until, lookAt])
			.concat(this.list.goesAt)
			.filter((at) => at > this.lastAt);
		const { hasWaits, forgetsAt } = this.list;
		const roundAt = hasWaits || forgetsAt <= this.lastAt ? this.roundAt + ROUND_MS : forgetsAt;
		const wanted = Math.min(this.nextAt, roundAt, ...ends);
		return Math.max(wanted, this.lastAt + SPACING_MS);
	}

	private async asleep(ms: number): Promise<void> {
		const woken = new AbortController();
		this.wake = () => woken.abort();
		await this.clock.later(ms, woken.signal);
	}

	private async sweep(door: Door): Promise<void> {
		const at = this.clock.now();
		this.lastAt = at;
		this.nextAt = Infinity;
		if (at >= this.roundAt + ROUND_MS) {
			this.roundAt = at;
			await this.endDead(door);
		}
		const plan = await this.planned(door);
		// who listens from now on has not heard what came before
		this.bring(plan, door);
		await this.tidy(plan, door, at);
		for (const message of await this.missed.find(door.api, at)) {
			this.list.hear(message, this.clock.now(), true);
		}
		this.bring(this.list.plan(this.clock.now()), door);
	}

	/** A listener that somebody has stopped or deleted hears nothing any more. */
	private async endDead(door: Door): Promise<void> {
		for (const { url, signature } of this.list.waits.filter(
			({ listens, alone }) => listens && !alone,
		)) {
			if ((await call(door.context, url, PING)) === 'gone') this.foundOver(door, signature);
		}
	}

	private async planned({ api }: Door): Promise<Plan> {
		const listing = this.fresh ?? { at: this.clock.now(), waits: await listWaits(api) };
		this.fresh = undefined;
		this.listedAt = listing.at;
		return this.list.plan(this.clock.now(), listing);
	}

	/**
	 * Removes what is over, and sees that the right ones listen: at no moment does nobody. What fails
	 * hinders nothing else, and is tried again in the next round.
	 */
	private async tidy(plan: Plan, door: Door, at: number): Promise<void> {
		const { context, api } = door;
		for (const wait of plan.timeOver) void this.endInTime(wait, door);
		const left = new Set<string>();
		const remove = async (wait: Wait) =>
			await removeWait(api, wait).catch(() => void left.add(wait.signature));
		for (const { wait, answer } of plan.keep) {
			await keepAnswer(api, wait, answer).catch(async () => await remove(wait));
		}
		for (const wait of plan.remove) await remove(wait);
		this.list.forgetEnded(at, left);
		for (const wait of plan.subscribe) {
			const called = await call(context, wait.url, PING);
			if (called === 'gone') this.foundOver(door, wait.signature);
			if (called === 'taken') await subscribeWait(api, wait).catch(() => undefined);
		}
		// its execution may have ended meanwhile
		for (const wait of plan.listen) await setListening(api, wait, true).catch(() => undefined);
		for (const wait of plan.pause) await setListening(api, wait, false).catch(() => undefined);
	}

	/** Brings messages to the executions that wait for them. */
	private bring({ deliver }: Plan, door: Door): void {
		for (const { wait, heard } of deliver) {
			heard.isUnderway = true;
			void forward(door.context, wait.url, heard.message.body).then((outcome) => {
				heard.isUnderway = false;
				if (outcome === 'taken') this.list.take(heard.message);
				if (outcome === 'gone') this.foundOver(door, wait.signature);
				if (outcome !== 'unreached') this.bring(this.list.plan(this.clock.now()), door);
			});
		}
	}

	/** The execution goes on with the reply that came in time and was not heard, or without one. */
	private async endInTime(wait: Wait, door: Door): Promise<void> {
		const { context, api } = door;
		if (this.ending.has(wait.signature)) return;
		this.ending.add(wait.signature);
		try {
			const answers = await answersTo(api, wait, wait.after);
			const answer = answers.find((one) => this.list.isMeant(one, wait, wait.signature));
			const outcome = await call(context, wait.url, answer?.body ?? TIME_OVER);
			if (outcome === 'taken' && answer)
				await this.answered(door, answer, { question: wait, signature: wait.signature });
			else if (outcome === 'taken') this.end(door, wait.signature);
			else if (outcome === 'gone') this.foundOver(door, wait.signature);
		} catch {
			// n8n itself goes on in the end
		} finally {
			this.ending.delete(wait.signature);
		}
	}
}
