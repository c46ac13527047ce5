import fc from 'fast-check';
import type { Delivery } from '../../../nodes/WtsChat/events/delivery';
import {
	GRACE_MS,
	KEPT_MS,
	LISTENERS,
	planFor,
	SETTLED_MS,
	type Heard,
} from '../../../nodes/WtsChat/replies/plan';
import { isReply } from '../../../nodes/WtsChat/replies/question';
import { Waitlist } from '../../../nodes/WtsChat/replies/waitlist';
import { keepAnswer, waitsIn, type Answer, type Wait } from '../../../nodes/WtsChat/replies/waits';
import { MAX_NAME } from '../../../nodes/WtsChat/subscriptions/subscriptions';
import type { Api } from '../../../nodes/WtsChat/transport/api';
import { runs } from '../../support/runs';

const NOW = Date.parse('2026-11-30T10:00:00Z');
const MINUTE_MS = 60_000;

function wait(n: number, more: Partial<Wait> = {}): Wait {
	const askedAt = NOW - MINUTE_MS + n;
	return {
		sessionId: `session ${n}`,
		messageId: `question ${n}`,
		askedAt,
		after: askedAt,
		waitMs: 10 * MINUTE_MS,
		until: askedAt + 10 * MINUTE_MS,
		alone: false,
		url: `https://n8n.example.com/webhook-waiting/${n}/node`,
		signature: `signature ${n}`,
		subscriptionId: `subscription ${n}`,
		listens: true,
		...more,
	};
}

function message(id: string, sessionId: string, at: number): Delivery {
	const createdAt = new Date(at).toISOString();
	const content = { id, sessionId, direction: 'FROM_HUB', type: 'TEXT', createdAt };
	return { eventType: 'MESSAGE_RECEIVED', date: createdAt, content, body: { content } };
}

const heard = (delivery: Delivery, more: Partial<Heard> = {}): Heard => ({
	message: delivery,
	at: NOW,
	isMissed: false,
	...more,
});

const nobody: ReadonlyMap<string, number> = new Map();

/** What is planned for questions that are all known and subscribed. */
function plan(waits: Wait[], more: Partial<Parameters<typeof planFor>[0]> = {}) {
	const listing = { waits: waits.map((one) => ({ ...one })), at: NOW };
	const none = { ended: nobody, answers: new Map<string, Answer>(), heard: [] };
	const situation = { waits, listing, ...none, now: NOW, ...more };
	const { remove, subscribe, listen, pause, timeOver, deliver } = planFor(situation);
	const todo = {
		remove,
		subscribe,
		listen,
		pause,
		timeOver,
		deliver: deliver.map((one) => one.wait),
	};
	const named = Object.entries(todo).filter(([, list]) => list.length > 0);
	return Object.fromEntries(
		named.map(([name, list]) => [name, list.map(({ signature }) => signature)]),
	);
}

const [first, second] = ['signature 1', 'signature 2'];

test('where all is well, nothing is to be done', () => {
	expect(plan([wait(1), wait(2)])).toEqual({});
});

test('whose execution goes on is removed', () => {
	expect(plan([wait(1), wait(2)], { ended: new Map([[first, NOW]]) })).toEqual({ remove: [first] });
});

test('whose execution was found to have gone on hears nothing more, and is removed when nobody can tell its reply', () => {
	const list = new Waitlist();
	const planAt = (now: number, listens: boolean) => {
		const { remove, pause } = list.plan(now, { waits: [wait(1, { listens })], at: now });
		return { remove: remove.length, pause: pause.length };
	};
	planAt(NOW, true);
	list.foundOver(first, NOW);
	expect(planAt(NOW + 1, true)).toEqual({ remove: 0, pause: 1 });
	list.foundOver(first, NOW + 5_000);
	expect(list.goesAt).toEqual([NOW + SETTLED_MS]);
	expect(planAt(NOW + SETTLED_MS - 1, false)).toEqual({ remove: 0, pause: 0 });
	expect(planAt(NOW + SETTLED_MS, true)).toEqual({ remove: 1, pause: 0 });
});

test('whose subscription tells its reply hears nothing more', () => {
	const answer = { messageId: 'm', takenAt: NOW };
	expect(plan([], { listing: { waits: [wait(1, { answer })], at: NOW } })).toEqual({
		pause: [first],
	});
});

test('whose time is over has to go on', () => {
	const over = wait(1, { until: NOW });
	expect(plan([over, wait(2)])).toEqual({ timeOver: [first] });
	expect(plan([{ ...over, until: NOW + 1 }])).toEqual({});
});

test('what n8n itself has ended is removed: an hour later, or at once where n8n waits alone', () => {
	expect(plan([wait(1, { until: NOW - GRACE_MS })])).toEqual({ remove: [first] });
	expect(plan([wait(1, { until: NOW - GRACE_MS + 1 })])).toEqual({ timeOver: [first] });
	expect(plan([wait(1, { until: NOW, alone: true })])).toEqual({ remove: [first] });
});

test('whose subscription is gone is subscribed again, unless it was made since the API was asked', () => {
	const listing = { waits: [], at: NOW };
	expect(plan([wait(1)], { listing })).toEqual({ subscribe: [first] });
	expect(plan([wait(1, { subscribedAt: NOW })], { listing })).toEqual({});
});

test('those of other processes are looked after as well', () => {
	const listing = { waits: [wait(1, { until: NOW }), wait(2, { listens: false })], at: NOW };
	expect(plan([], { listing })).toEqual({ timeOver: [first], listen: [second] });
});

describe('a message', () => {
	const at = NOW - 1_000;
	const to = (n: number) => heard(message('m', `session ${n}`, at));

	test('goes to the question of its conversation that does not hear it itself', () => {
		const waits = [wait(1, { listens: false }), wait(2)];
		const { deliver } = plan(waits, { listing: undefined, heard: [to(1), to(2), to(3)] });
		expect(deliver).toEqual([first]);
	});

	test('that nobody has heard goes also to one that listens', () => {
		expect(plan([wait(1)], { heard: [{ ...to(1), isMissed: true }] })).toEqual({
			deliver: [first],
		});
	});

	test('is not brought to where n8n cannot call', () => {
		expect(plan([wait(1, { alone: true })], { heard: [{ ...to(1), isMissed: true }] })).toEqual({});
	});

	test('goes to the newest question, and the next one waits for what becomes of it', () => {
		const sessionId = 'session 2';
		const waits = [wait(1, { sessionId, listens: false }), wait(2, { listens: false })];
		const more = [to(2), heard(message('next', sessionId, at + 1))];
		const { deliver } = plan(waits, { listing: undefined, heard: more });
		expect(deliver).toEqual([second]);
		const underway = [{ ...to(2), isUnderway: true }, more[1]!];
		expect(plan(waits, { listing: undefined, heard: underway }).deliver).toBeUndefined();
	});

	test('is kept until the API has been asked who waits, and then for whom it is', () => {
		const unknown = heard(message('m', 'elsewhere', at));
		const kept = (listing?: { waits: Wait[]; at: number }) =>
			planFor({ waits: [], listing, ended: nobody, answers: new Map(), heard: [unknown], now: NOW })
				.heard.length;
		expect(kept()).toBe(1);
		expect(kept({ waits: [], at: NOW - 1 })).toBe(1);
		expect(kept({ waits: [], at: NOW })).toBe(0);
		expect(kept({ waits: [wait(1, { sessionId: 'elsewhere', listens: false })], at: NOW })).toBe(1);
	});
});

interface Execution {
	wait: Wait;
	isOver: boolean;
	got?: Delivery;
	/** What the process knows that gave it, and when that was. */
	by?: Waitlist;
	at?: number;
	/** Whether somebody has removed its subscription. */
	isMeddled?: boolean;
}

/** A world of one n8n with two processes, an account, and contacts. */
class World {
	now = NOW;

	/** The executions that have asked, by the signature of the question. */
	readonly executions = new Map<string, Execution>();

	subscriptions: Wait[] = [];

	/** All that contacts have written. */
	readonly messages: Delivery[] = [];

	readonly processes = [new Waitlist(), new Waitlist()];

	private count = 0;

	ask(process: number, sessionId: string): void {
		this.now += 10;
		const n = ++this.count;
		const list = this.processes[process]!;
		const asked = wait(n, {
			sessionId,
			askedAt: this.now,
			after: this.now,
			waitMs: 5 * MINUTE_MS,
			until: this.now + 5 * MINUTE_MS,
			listens: !list.hasListeners(LISTENERS),
			subscribedAt: this.now,
		});
		this.executions.set(asked.signature, { wait: asked, isOver: false });
		this.subscriptions.push({ ...asked });
		list.begin(asked);
	}

	/** The contact writes, and WTS Chat tells those that listen, or nobody while n8n is away. */
	write(sessionId: string, isHeard: boolean): void {
		this.now += 10;
		const written = message(`message ${++this.count}`, sessionId, this.now);
		this.messages.push(written);
		if (isHeard) this.tell(written);
	}

	repeat(place: number): void {
		const old = this.messages[place % Math.max(this.messages.length, 1)];
		if (old) this.tell(old);
	}

	stop(place: number): void {
		const open = this.open();
		const execution = open[place % Math.max(open.length, 1)];
		if (execution) execution.isOver = true;
	}

	restart(process: number): void {
		this.processes[process] = new Waitlist();
	}

	/**
	 * Somebody pauses a subscription, or removes it, in a minute in which nobody writes: what a process does
	 * not know then it could give to another question of the conversation.
	 */
	meddle(place: number, removes: boolean): void {
		const one = this.subscriptions[place % Math.max(this.subscriptions.length, 1)];
		if (!one) return;
		one.listens = false;
		if (!removes) return;
		for (const p of [0, 1]) this.sweep(p);
		this.subscriptions = this.subscriptions.filter(({ signature }) => signature !== one.signature);
		this.executions.get(one.signature)!.isMeddled = true;
		for (const p of [0, 1, 0]) this.sweep(p);
	}

	/** Time goes by; a process sweeps soon after something has happened, also in a sweep. */
	pass(ms: number): void {
		if (ms > SETTLED_MS / 2) for (const p of [0, 1, 0, 1]) this.sweep(p);
		this.now += ms;
	}

	/** What `Sweep` does with a plan. */
	sweep(process: number): void {
		const list = this.processes[process]!;
		this.now += 1_000;
		const plan = list.plan(this.now, this.listing());
		const { remove, keep, subscribe, listen, pause, timeOver } = plan;
		for (const { signature } of timeOver) {
			const execution = this.executions.get(signature)!;
			const answer = this.answers(execution.wait).find((one) =>
				list.isMeant(one, execution.wait, signature),
			);
			if (!execution.isOver && answer) this.resume(execution.wait, answer, process);
			execution.isOver = true;
			list.end(signature, this.now);
		}
		this.subscriptions = this.subscriptions.filter(
			({ signature }) => !remove.some((one) => one.signature === signature),
		);
		for (const { wait: over, answer } of keep) {
			const found = this.subscriptions.find(({ signature }) => signature === over.signature);
			if (found) Object.assign(found, { answer, listens: false });
		}
		list.forgetEnded(this.now, new Set());
		for (const one of subscribe) {
			if (this.executions.get(one.signature)!.isOver) list.foundOver(one.signature, this.now);
			else this.subscriptions.push(Object.assign(one, { subscriptionId: `again ${this.now}` }));
		}
		for (const one of [...listen, ...pause]) {
			one.listens = listen.includes(one);
			const found = this.subscriptions.find(({ signature }) => signature === one.signature);
			if (found) found.listens = one.listens;
		}
		for (const one of list.waits) {
			for (const answer of this.answers(one)) list.hear(answer, this.now, true);
		}
		this.bring(process);
	}

	/** Whether every process has to know that an execution got the message: lately, from one that still runs. */
	isKept(written: Delivery): boolean {
		return [...this.executions.values()].some(
			({ got, by, at = 0, isMeddled }) =>
				got === written && this.processes.includes(by!) && !isMeddled && this.now < at + KEPT_MS,
		);
	}

	open() {
		return [...this.executions.values()].filter(({ isOver }) => !isOver);
	}

	/** Those that wait and that somebody knows of: not what lost its subscription before a restart. */
	known() {
		const lists = [...this.processes.map(({ waits }) => waits), this.subscriptions];
		const signatures = new Set(lists.flatMap((list) => list.map(({ signature }) => signature)));
		return this.open().filter(({ wait: { signature } }) => signatures.has(signature));
	}

	listing() {
		return { waits: this.subscriptions.map((one) => ({ ...one })), at: this.now };
	}

	private answers(one: Wait): Delivery[] {
		return this.messages.filter((written) => isReply(written, one, one.after));
	}

	/** What `receive` does: the process that n8n happens to ask looks who else waits. */
	private tell(written: Delivery): void {
		const listening = this.subscriptions.filter(({ listens }) => listens);
		for (const [place, one] of listening.entries()) {
			const process = place % 2;
			const list = this.processes[process]!;
			const execution = this.executions.get(one.signature)!;
			list.plan(this.now, this.listing());
			const isForThis = list.isFor(written, one, one.signature);
			if (!execution.isOver && isReply(written, one) && isForThis) {
				this.resume(one, written, process);
			} else {
				if (execution.isOver) list.foundOver(one.signature, this.now);
				list.hear(written, this.now);
				this.bring(process);
			}
		}
	}

	private bring(process: number): void {
		const list = this.processes[process]!;
		for (let plan = list.plan(this.now); plan.deliver.length > 0; plan = list.plan(this.now)) {
			for (const { wait: to, heard: one } of plan.deliver) {
				if (this.executions.get(to.signature)!.isOver) list.foundOver(to.signature, this.now);
				else this.resume(to, one.message, process);
			}
		}
	}

	private resume({ signature }: Wait, written: Delivery, process: number): void {
		const execution = this.executions.get(signature)!;
		const list = this.processes[process]!;
		const newest = this.known()
			.filter((one) => isReply(written, one.wait))
			.sort((one, other) => other.wait.askedAt - one.wait.askedAt)[0];
		expect(execution).toBe(newest);
		Object.assign(execution, { got: written, by: list, at: this.now });
		execution.isOver = true;
		// `keepAfter` names the subscriptions of the older ones
		for (const older of list.use(written, { question: execution.wait, signature }, this.now)) {
			const found = this.subscriptions.find((one) => one.signature === older.signature);
			if (found) found.after = older.after;
		}
		list.end(signature, this.now);
	}
}

const session = fc.constantFrom('Ana', 'Bia', 'Caio');
const process = fc.nat(1);
const step = fc.oneof(
	fc.tuple(process, session).map(
		([p, s]) =>
			(world: World) =>
				world.ask(p, s),
	),
	fc.tuple(session, fc.boolean()).map(
		([s, heardIt]) =>
			(world: World) =>
				world.write(s, heardIt),
	),
	fc.nat(50).map((place) => (world: World) => world.repeat(place)),
	fc.nat(50).map((place) => (world: World) => world.stop(place)),
	process.map((p) => (world: World) => world.restart(p)),
	fc.tuple(fc.nat(50), fc.boolean()).map(
		([place, removes]) =>
			(world: World) =>
				world.meddle(place, removes),
	),
	fc.integer({ min: 1, max: 3 * MINUTE_MS }).map((ms) => (world: World) => world.pass(ms)),
	process.map((p) => (world: World) => world.sweep(p)),
);

test('whatever happens, each reply ends one question, the newest of its conversation, and nothing is left', () => {
	fc.assert(
		fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
			const world = new World();
			for (const happens of steps) happens(world);
			for (let round = 0; round < 4; round++) for (const p of [0, 1]) world.sweep(p);

			const got = [...world.executions.values()].flatMap((one) => one.got ?? []);
			expect(new Set(got).size).toBe(got.length);
			for (const list of world.processes) {
				list.plan(world.now, world.listing());
				const states = world.messages.map((written) => ({ written, state: list.stateOf(written) }));
				for (const { written, state } of states) {
					if (!got.includes(written)) expect(state).not.toBe('taken');
					else if (world.isKept(written)) expect(state).toBe('taken');
				}
			}
			const subscribed = world.subscriptions.map(({ signature }) => signature);
			expect(new Set(subscribed).size).toBe(subscribed.length);
			const listening = world.subscriptions.filter(({ listens }) => listens);
			expect(listening.length).toBeLessThanOrEqual(LISTENERS);
			if (world.known().length > 0) expect(listening.length).toBeGreaterThan(0);
			for (const { wait: one } of world.known()) {
				const unused = world.messages.filter((written) => !got.includes(written));
				const missed = unused.filter((written) => isReply(written, one));
				const newer = got.some((used) => isReply(used, one));
				if (!newer) expect(missed).toEqual([]);
			}
		}),
		runs(500),
	);
});

test('what is written after a question has ended in another process is no reply to it', () => {
	const list = new Waitlist();
	list.plan(NOW, { waits: [wait(1)], at: NOW });
	const later = message('later', 'session 1', NOW);
	expect(list.stateOf(later)).toBe('awaited');
	list.plan(NOW, { waits: [], at: NOW });
	expect(list.stateOf(later)).toBe('unknown');
});

/** A subscription of the n-th question, as the API lists it after `change`. */
async function subscribed(n: number, change?: Answer) {
	const { url, sessionId, askedAt, until, signature } = wait(n);
	const query = { session: sessionId, asked: `${askedAt}`, until: `${until}`, signature };
	const subscription = {
		id: `subscription ${n}`,
		name: 'n8n waits for a reply until then',
		url: `${url}?${new URLSearchParams(query).toString()}`,
		enabled: true,
	};
	const send = async ({ body }: { body: object }) => Object.assign(subscription, body);
	if (change) await keepAnswer({ send } as unknown as Api, wait(n), change);
	return subscription;
}

describe('when a question was answered in one process, another one knows', () => {
	const takenAt = NOW + 30_000;
	const at = (seconds: number) => message(`m${seconds}`, 'session 1', NOW + seconds * 1_000);

	/** What the other process says of these messages, `later` milliseconds after the answer. */
	async function statesOf(messages: Delivery[], asksAgain: boolean, later = KEPT_MS - 1) {
		const one = new Waitlist();
		one.plan(takenAt, { waits: waitsIn([await subscribed(1)]), at: takenAt });
		const [question] = one.waits as [Wait];
		one.use(at(2), { question, signature: first, asksAgain }, takenAt);
		one.end(first, takenAt);
		const plan = one.plan(takenAt, { waits: waitsIn([await subscribed(1)]), at: takenAt });
		const [kept] = plan.keep;
		expect({ keep: plan.keep.length, remove: plan.remove }).toEqual({ keep: 1, remove: [] });
		const listed = await subscribed(1, kept?.answer);
		const other = new Waitlist();
		const { remove } = other.plan(takenAt + later, { waits: waitsIn([listed]), at: takenAt });
		return { listed, remove, states: messages.map((written) => other.stateOf(written)) };
	}

	test('the reply for one, and what was written afterwards for none', async () => {
		const { states, listed } = await statesOf([at(1), at(2), at(3)], false);
		expect(states).toEqual(['passed', 'taken', 'passed']);
		expect(listed.enabled).toBe(false);
		expect(listed.name.length).toBeLessThanOrEqual(MAX_NAME);
	});

	test('what came before the reply to a question that asks again for one as well', async () => {
		const { states } = await statesOf([at(-90), at(1), at(2), at(3)], true);
		expect(states).toEqual(['passed', 'taken', 'taken', 'passed']);
	});

	test('of other conversations nothing', async () => {
		const { states } = await statesOf([message('m', 'session 2', NOW + 1_000)], true);
		expect(states).toEqual(['unknown']);
	});

	test('for some minutes; then whoever comes by removes what is left', async () => {
		const { states, remove } = await statesOf([at(2)], false, KEPT_MS + MINUTE_MS);
		expect({ states, remove }).toEqual({ states: ['taken'], remove: [] });
		const left = await statesOf([at(2)], false, 2 * KEPT_MS);
		expect(left.states).toEqual(['unknown']);
		expect(left.remove.map(({ signature }) => signature)).toEqual([first]);
	});

	test('and the process that took the reply removes its subscription', async () => {
		const own = new Waitlist();
		own.plan(NOW, { waits: waitsIn([await subscribed(1)]), at: NOW });
		own.use(at(2), { question: own.waits[0]!, signature: first }, takenAt);
		own.end(first, takenAt);
		expect(own.forgetsAt).toBe(takenAt + KEPT_MS);
		const listing = { waits: waitsIn([await subscribed(1)]), at: takenAt };
		const due = takenAt + KEPT_MS;
		expect(own.plan(due - 1, listing).remove).toEqual([]);
		expect(own.plan(due, listing).remove).toHaveLength(1);
		own.forgetEnded(due, new Set());
		expect({ isInUse: own.isInUse, forgetsAt: own.forgetsAt }).toEqual({
			isInUse: false,
			forgetsAt: Infinity,
		});
	});
});
