import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { historyOf } from '../../../nodes/WtsChat/conversation/history';
import type { Delivery } from '../../../nodes/WtsChat/events/delivery';
import { silenceNames } from '../../../nodes/WtsChat/events/names';
import { identityOf } from '../../../nodes/WtsChat/trigger/identity';
import { ALWAYS, openTimeOf } from '../../../nodes/WtsChat/trigger/openTime';
import { dueAt, silencesIn } from '../../../nodes/WtsChat/trigger/silence';
import { Silences } from '../../../nodes/WtsChat/trigger/silences';
import type { SilencesWanted } from '../../../nodes/WtsChat/trigger/silencesWanted';
import type { Api } from '../../../nodes/WtsChat/transport/api';
import type { ApiRequest } from '../../../nodes/WtsChat/transport/contract';
import { notFound } from '../../../nodes/WtsChat/transport/sentences';
import { runs } from '../../support/runs';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A Monday, when the account opens. */
const START = Date.parse('2026-11-30T08:00:00Z');
const PUBLISHED = START;
const N = 30;

let now = START;
beforeEach(() => {
	now = START;
	jest.spyOn(Date, 'now').mockImplementation(() => now);
});
afterEach(() => {
	jest.restoreAllMocks();
});

const iso = (ms: number) => new Date(ms).toISOString();

const OFFICE_HOURS = {
	limitHours: true,
	timezoneDiff: 0,
	days: ['MONDAY', 'TUESDAY'].map((dayWeek) => ({
		dayWeek,
		active: true,
		periods: [{ startTime: '08:00', endTime: '18:00' }],
	})),
};

/** Who writes in a conversation, and how a message tells. */
const AUTHORS = {
	contact: { direction: 'FROM_HUB', origin: 'GATEWAY' },
	user: { direction: 'TO_HUB', origin: 'DEFAULT', userId: 'ana' },
	bot: { direction: 'TO_HUB', origin: 'BOT' },
	api: { direction: 'TO_HUB', origin: 'API' },
	campaign: { direction: 'TO_HUB', origin: 'CAMPAIGN' },
	closed: { direction: 'TO_HUB', origin: 'OFFICE_HOURS' },
	note: { direction: 'TO_HUB', origin: 'DEFAULT', userId: 'ana', type: 'NOTE' },
};
type Who = keyof typeof AUTHORS;

/** An account as the API tells of it. */
class World implements Pick<Api, 'send' | 'wait' | 'notes'> {
	readonly sessions = new Map<string, IDataObject>();
	readonly messages: IDataObject[] = [];
	readonly requests: string[] = [];
	readonly notes: Api['notes'] = new Set();
	isDown = false;
	officeHours: object = OFFICE_HOURS;

	write(sessionId: string, who: Who): void {
		const before = this.sessions.get(sessionId);
		const createdAt = iso(now);
		const message = { id: `m${this.messages.length}`, sessionId, createdAt, ...AUTHORS[who] };
		this.messages.push({ type: 'TEXT', status: 'SENT', ...message });
		this.sessions.set(sessionId, {
			id: sessionId,
			createdAt,
			status: 'IN_PROGRESS',
			windowStatus: 'ACTIVE',
			channelId: 'c1',
			...before,
			lastInteractionDate: createdAt,
			[who === 'contact' ? 'lastMessageIn' : 'lastMessageOut']: createdAt,
		});
	}

	messagesOf(sessionId: string): IDataObject[] {
		return this.messages.filter((message) => message.sessionId === sessionId);
	}

	async send<Answer>({ path, query }: ApiRequest<Answer>): Promise<Answer> {
		this.requests.push(path);
		if (this.isDown) throw new Error('WTS Chat could not be reached');
		const asked: IDataObject = { ...query };
		return this.answer(path, asked) as Answer;
	}

	async wait(): Promise<boolean> {
		return await Promise.resolve(true);
	}

	private answer(path: string, query: IDataObject): object {
		if (path === '/core/v1/company/officehours') return this.officeHours;
		if (path === '/chat/v1/message') return { items: this.messagesOf(String(query.SessionId)) };
		const id = /^\/chat\/v2\/session\/(.+)$/.exec(path)?.[1];
		if (id) {
			const session = this.sessions.get(id);
			if (!session) throw new Error(notFound);
			return session;
		}
		const after = String(query['LastInteractionAt.After']);
		const sessions = [...this.sessions.values()];
		return { items: sessions.filter((session) => String(session.lastInteractionDate) >= after) };
	}
}

const WANTED: SilencesWanted = {
	since: Object.fromEntries(silenceNames.map((event) => [event, PUBLISHED])),
	ms: N * MINUTE_MS,
	officeHoursOnly: false,
	mostMs: 24 * HOUR_MS,
	mostEvents: 500,
	passes: () => true,
};

/** A process of n8n that looks for silences, and what has started the workflow in all of them. */
function processOf(world: World, wanted: Partial<SilencesWanted> = {}) {
	const silences = new Silences({ ...WANTED, ...wanted });
	const told: Delivery[] = [];
	return {
		told,
		keys: () => told.map(({ eventType, content }) => `${eventType} ${String(content.id)}`),
		async look(refuses = false): Promise<void> {
			await silences.look(world as unknown as Api, async (delivery, refused) => {
				if (refuses) return await Promise.resolve(refused());
				told.push(delivery);
			});
		},
		/** Looks once a minute, so many minutes. */
		async pass(minutes: number): Promise<void> {
			for (let minute = 0; minute < minutes; minute++) {
				now += MINUTE_MS;
				await this.look();
			}
		},
	};
}

const only = (...events: typeof silenceNames) => ({
	since: Object.fromEntries(events.map((event) => [event, PUBLISHED])),
});

test('each kind is told of once, when it is due, with the message that has no answer', async () => {
	const world = new World();
	const n8n = processOf(world);
	world.write('a', 'contact');
	await n8n.pass(N - 1);
	expect(n8n.told).toEqual([]);
	await n8n.pass(1);
	expect(n8n.keys()).toEqual(['CONTACT_UNANSWERED a']);
	world.write('a', 'user');
	await n8n.pass(N);
	expect(n8n.keys().slice(1)).toEqual(['CONTACT_SILENT a']);
	expect(n8n.told[1]).toMatchObject({
		subject: 'session',
		date: iso(START + 2 * N * MINUTE_MS),
		content: {
			id: 'a',
			silence: { since: iso(START + N * MINUTE_MS), message: { id: 'm1', userId: 'ana' } },
		},
	});
	await n8n.pass(23 * 60);
	expect(n8n.keys().slice(2)).toEqual(['WINDOW_CLOSING a']);
	expect(n8n.told[2]?.content.silence).toEqual({
		since: iso(START),
		windowClosesAt: iso(START + 24 * HOUR_MS),
	});
});

test('a contact that goes on writing is unanswered since its first message', async () => {
	const world = new World();
	const n8n = processOf(world, only('CONTACT_UNANSWERED'));
	for (let minute = 0; minute <= N; minute += 5) {
		world.write('a', 'contact');
		await n8n.pass(5);
	}
	expect(n8n.told).toMatchObject([{ date: iso(START + N * MINUTE_MS) }]);
});

test('a look costs one request as long as no silence is due', async () => {
	const world = new World();
	const n8n = processOf(world);
	await n8n.look();
	for (const id of ['a', 'b', 'c']) world.write(id, 'user');
	await n8n.pass(N - 1);
	expect(world.requests).toHaveLength(N);
	await n8n.pass(1);
	// the session and the messages of each
	expect(world.requests).toHaveLength(N + 1 + 3 * 2);
	await n8n.pass(3 * N);
	expect(world.requests.length).toBeLessThanOrEqual(4 * N + 1 + 3 * 4);
});

test('whoever wants the window alone reads no messages', async () => {
	const world = new World();
	const n8n = processOf(world, only('WINDOW_CLOSING'));
	world.write('a', 'contact');
	await n8n.pass(24 * 60);
	expect(n8n.keys()).toEqual(['WINDOW_CLOSING a']);
	expect(world.requests).not.toContain('/chat/v1/message');
});

test('silences that began before the workflow was published are none of it', async () => {
	const world = new World();
	now = START - MINUTE_MS;
	world.write('before', 'user');
	world.write('goes on', 'contact');
	now = START;
	world.write('after', 'user');
	world.write('goes on', 'contact');
	const n8n = processOf(world);
	await n8n.pass(2 * N);
	expect(n8n.keys()).toEqual(['CONTACT_SILENT after']);
});

test('what was due while n8n was away is told of afterwards, the oldest first, unless nobody wants that', async () => {
	const world = new World();
	for (const id of ['c', 'b', 'a']) {
		world.write(id, 'user');
		now += MINUTE_MS;
	}
	now += 5 * HOUR_MS;
	const catching = processOf(world);
	const forgetting = processOf(world, { mostMs: undefined });
	const shortly = processOf(world, { mostMs: HOUR_MS });
	const few = processOf(world, { mostEvents: 2 });
	for (const n8n of [catching, forgetting, shortly, few]) {
		await n8n.look();
		await n8n.look();
	}
	expect(catching.keys()).toEqual(['c', 'b', 'a'].map((id) => `CONTACT_SILENT ${id}`));
	expect([forgetting.keys(), shortly.keys()]).toEqual([[], []]);
	expect(few.keys()).toEqual(['b', 'a'].map((id) => `CONTACT_SILENT ${id}`));
});

test('where only office hours count, nothing is told of while the account is closed', async () => {
	const world = new World();
	const n8n = processOf(world, { officeHoursOnly: true, ...only('CONTACT_SILENT') });
	now = START + (9 * 60 + 45) * MINUTE_MS;
	world.write('a', 'user');
	await n8n.pass(15 + 14 * 60 + 14);
	expect(n8n.told).toEqual([]);
	await n8n.pass(1);
	expect(n8n.told).toMatchObject([{ date: iso(START + (24 * 60 + 15) * MINUTE_MS) }]);
	// office hours are read once an hour
	const reads = world.requests.filter((path) => path.endsWith('officehours'));
	expect(reads.length).toBeLessThanOrEqual(16);
});

test('nobody has to wait for what lies before the workflow was published, however far one may look back', async () => {
	const world = new World();
	const n8n = processOf(world, { officeHoursOnly: true, mostMs: 1e9 * HOUR_MS });
	world.write('a', 'contact');
	await n8n.pass(N);
	expect(n8n.keys()).toEqual(['CONTACT_UNANSWERED a']);
});

test('office hours that were changed count within an hour', async () => {
	const world = new World();
	world.officeHours = { ...OFFICE_HOURS, days: [] };
	const n8n = processOf(world, { officeHoursOnly: true, ...only('CONTACT_SILENT') });
	world.write('a', 'user');
	await n8n.pass(5);
	world.officeHours = OFFICE_HOURS;
	await n8n.pass(26 * 60);
	expect(n8n.keys()).toEqual(['CONTACT_SILENT a']);
});

test('a conversation that the API lists a little late is found', async () => {
	const world = new World();
	const n8n = processOf(world);
	await n8n.pass(3);
	now -= 1.5 * MINUTE_MS;
	world.write('a', 'user');
	now += 1.5 * MINUTE_MS;
	await n8n.pass(N);
	expect(n8n.keys()).toEqual(['CONTACT_SILENT a']);
});

test('what was due in office hours and is found after them waits for the opening', async () => {
	const world = new World();
	now = START + 9 * HOUR_MS;
	world.write('a', 'user');
	now = START + 11 * HOUR_MS;
	const n8n = processOf(world, { officeHoursOnly: true });
	await n8n.pass(13 * 60 - 1);
	expect(n8n.told).toEqual([]);
	await n8n.pass(1);
	expect(n8n.keys()).toEqual(['CONTACT_SILENT a']);
});

test('a conversation that is over, that a filter leaves out, or that is gone holds up no other', async () => {
	const world = new World();
	const n8n = processOf(world, { passes: ({ content }) => content.channelId !== 'c2' });
	for (const id of ['over', 'elsewhere', 'gone', 'a']) world.write(id, 'user');
	await n8n.pass(1);
	world.sessions.get('over')!.status = 'COMPLETED';
	world.sessions.get('elsewhere')!.channelId = 'c2';
	world.sessions.delete('gone');
	await n8n.pass(N);
	expect(n8n.keys()).toEqual(['CONTACT_SILENT a']);
});

test('what n8n could not store, or the API did not tell, comes with the next look', async () => {
	const world = new World();
	const n8n = processOf(world);
	world.write('a', 'user');
	world.write('b', 'user');
	now += N * MINUTE_MS;
	world.isDown = true;
	await expect(n8n.look()).rejects.toThrow('could not be reached');
	world.isDown = false;
	await n8n.look(true);
	expect(n8n.told).toEqual([]);
	await n8n.look();
	await n8n.look();
	expect(n8n.keys()).toEqual(['CONTACT_SILENT a', 'CONTACT_SILENT b']);
});

test('a conversation that cannot be read holds up no other, and is read again in five minutes', async () => {
	const world = new World();
	const n8n = processOf(world);
	world.write('odd', 'user');
	now += 1;
	world.write('a', 'user');
	now += N * MINUTE_MS;
	const { messagesOf } = world;
	world.messagesOf = (id) => {
		if (id === 'odd') throw new Error('lost');
		return messagesOf.call(world, id);
	};
	await expect(n8n.look()).rejects.toThrow('lost');
	expect(n8n.keys()).toEqual(['CONTACT_SILENT a']);
	world.messagesOf = messagesOf;
	await n8n.pass(5);
	expect(n8n.keys()).toEqual(['CONTACT_SILENT a', 'CONTACT_SILENT odd']);
});

test('an API that gives nothing is not asked for every conversation', async () => {
	const world = new World();
	const n8n = processOf(world);
	for (let n = 0; n < 10; n++) world.write(`s${n}`, 'user');
	now += N * MINUTE_MS;
	world.messagesOf = () => {
		throw new Error('lost');
	};
	await expect(n8n.look()).rejects.toThrow('lost');
	expect(world.requests.length).toBeLessThan(10);
});

describe('whatever people write, and however often n8n starts', () => {
	type Step = { who: Who | 'complete'; session: number } | { minutes: number } | { n8n: string };
	const steps: fc.Arbitrary<Step[]> = fc.array(
		fc.oneof(
			{
				weight: 4,
				arbitrary: fc.record({
					who: fc.constantFrom(...(Object.keys(AUTHORS) as Who[]), 'complete' as const),
					session: fc.integer({ min: 0, max: 2 }),
				}),
			},
			{
				weight: 4,
				arbitrary: fc.record({ minutes: fc.constantFrom(1, 3, 10, N - 1, N, 2 * N, 120) }),
			},
			{
				weight: 2,
				arbitrary: fc.record({ n8n: fc.constantFrom('starts', 'stops', 'goes on twice', 'fails') }),
			},
		),
		{ minLength: 5, maxLength: 40 },
	);

	test.each([false, true])(
		'each silence starts the workflow once, and none that is not due; in office hours only: %s',
		async (officeHoursOnly) => {
			const time = officeHoursOnly
				? openTimeOf(OFFICE_HOURS, START - 10 * 24 * HOUR_MS, START + 30 * 24 * HOUR_MS)
				: ALWAYS;
			await fc.assert(
				fc.asyncProperty(steps, async (taken) => {
					now = START;
					const world = new World();
					/** What n8n's database remembers, over all processes. */
					const record = new Set<string>();
					let running = [processOf(world, { officeHoursOnly })];
					const dueNow = () =>
						[...world.sessions.values()].flatMap((session) =>
							silencesIn(session, historyOf(world.messagesOf(String(session.id)), true), now)
								.filter((silence) => dueAt(silence, N * MINUTE_MS, time) <= now)
								.map(({ event, key }) => JSON.stringify([event, session.id, key])),
						);
					const look = async () => {
						const due = dueNow();
						for (const n8n of running) {
							const before = n8n.told.length;
							await n8n.look().catch(() => undefined);
							const fresh = n8n.told.slice(before).map(identityOf);
							for (const identity of fresh) {
								expect(due).toContain(identity);
								record.add(identity);
							}
							const all = n8n.told.map(identityOf);
							expect(new Set(all).size).toBe(all.length);
						}
					};
					for (const step of taken) {
						if ('who' in step) {
							const id = `s${step.session}`;
							if (step.who !== 'complete') world.write(id, step.who);
							else if (world.sessions.has(id)) world.sessions.get(id)!.status = 'COMPLETED';
						} else if ('minutes' in step) {
							for (let minute = 0; minute < step.minutes; minute++) {
								now += MINUTE_MS;
								await look();
							}
						} else {
							world.isDown = step.n8n === 'fails';
							if (step.n8n === 'stops') running = [];
							if (step.n8n === 'starts') running = [processOf(world, { officeHoursOnly })];
							if (step.n8n === 'goes on twice') running.push(processOf(world, { officeHoursOnly }));
						}
					}
					// in the end everything is told of that is due, whatever happened before
					world.isDown = false;
					running = [processOf(world, { officeHoursOnly }), ...running.slice(0, 1)];
					for (let minute = 0; minute < 3; minute++) {
						now += MINUTE_MS;
						await look();
					}
					const recent = dueNow();
					if (time.isOpen(now)) expect([...record]).toEqual(expect.arrayContaining(recent));
				}),
				runs(40),
			);
		},
	);
});
