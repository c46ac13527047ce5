import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { Missed } from '../../../nodes/WtsChat/replies/missed';
import { Waitlist } from '../../../nodes/WtsChat/replies/waitlist';
import { waitAt, type Wait } from '../../../nodes/WtsChat/replies/waits';
import type { Api } from '../../../nodes/WtsChat/transport/api';
import { runs } from '../../support/runs';

const ASKED = Date.parse('2026-11-30T10:00:00Z');
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** An account whose contacts answer, with an API that may refuse to give conversations or their messages. */
class World {
	now = ASKED + 1;

	readonly messages: IDataObject[] = [];

	/** What the API refuses: the list of conversations, or the messages of one of them. */
	refused: string[] = [];

	readonly list = new Waitlist();

	readonly missed = new Missed(this.list);

	/** The texts that it has found, each as often as it was found. */
	readonly found: unknown[] = [];

	/** What it has asked the API for since somebody looked: conversations since when, or whose messages. */
	asked: unknown[] = [];

	private readonly api = {
		notes: new Set<string>(),
		send: async ({ path, query = {} }: { path: string; query?: IDataObject }) => {
			const session = query.SessionId;
			this.asked.push(session ?? query['LastInteractionAt.After']);
			if (this.refused.includes(String(session ?? path))) throw new Error('At its limits');
			if (session) return { items: this.messages.filter((one) => one.sessionId === session) };
			const since = Date.parse(String(query['LastInteractionAt.After']));
			const written = this.messages.filter(
				({ createdAt }) => Date.parse(String(createdAt)) > since,
			);
			return {
				items: written.map(({ sessionId: id, createdAt: lastInteractionDate }) => ({
					id,
					lastInteractionDate,
				})),
			};
		},
	} as unknown as Api;

	ask(sessionId: string, more: Partial<Wait> = {}): void {
		const question = { sessionId, askedAt: ASKED, waitMs: DAY_MS, until: ASKED + DAY_MS };
		const url = `http://127.0.0.1/webhook-waiting/1/node?signature=${sessionId}`;
		this.list.begin({ ...waitAt(url, { ...question, alone: false }), ...more });
	}

	write(sessionId: string): string {
		const id = `message ${this.messages.length}`;
		const createdAt = new Date(this.now).toISOString();
		this.messages.push({ id, sessionId, createdAt, direction: 'FROM_HUB', type: 'TEXT', text: id });
		return id;
	}

	async look(refused: string[] = []): Promise<void> {
		this.asked = [];
		this.refused = refused;
		const messages = await this.missed.find(this.api, this.now);
		this.found.push(...messages.map(({ content }) => content.text));
	}
}

const SESSIONS = ['session 1', 'session 2', 'session 3'];
const LIST = '/chat/v2/session';

test('what was written is found once the API gives it, however often it has refused before', async () => {
	const step = fc.record({
		passes: fc.constantFrom(1_000, MINUTE_MS, 10 * MINUTE_MS),
		written: fc.subarray(SESSIONS),
		refused: fc.subarray([LIST, ...SESSIONS]),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
			const world = new World();
			for (const session of SESSIONS) world.ask(session);
			const written: string[] = [];
			for (const { passes, written: sessions, refused } of steps) {
				world.now += passes;
				written.push(...sessions.map((session) => world.write(session)));
				await world.look(refused);
			}
			world.now += MINUTE_MS;
			await world.look();
			expect(world.found).toEqual(expect.arrayContaining(written));
		}),
		runs(100),
	);
});

test('what one conversation does not give hinders no other', async () => {
	const world = new World();
	for (const session of SESSIONS) world.ask(session);
	const [first, second, third] = SESSIONS.map((session) => world.write(session));
	world.now += MINUTE_MS;
	await world.look([SESSIONS[0]!]);
	expect(world.found).toEqual([second, third]);
	// in the next look, also where it is too soon to ask for conversations
	world.now += 1_000;
	await world.look();
	expect(world.found).toEqual([second, third, first]);
});

test('what may have come before n8n had stored an execution is looked for also where conversations cannot be listed', async () => {
	const world = new World();
	world.ask('session 1', { lookAt: world.now + 5_000 });
	const early = world.write('session 1');
	await world.look([LIST]);
	expect(world.found).toEqual([]);
	world.now += 5_000;
	await world.look([LIST]);
	expect(world.found).toEqual([early]);
});

test('a conversation in which nobody waits any more is not read', async () => {
	const world = new World();
	world.ask('session 1');
	world.write('session 1');
	await world.look(['session 1']);
	world.list.end('session 1', world.now);
	world.ask('session 2');
	world.now += MINUTE_MS;
	await world.look();
	expect(world.found).toEqual([]);
});

const iso = (ms: number) => new Date(ms).toISOString();

test('conversations are asked for once a minute: since the oldest question, then with what a list may lag behind', async () => {
	const world = new World();
	world.ask('session 1', { after: ASKED + 10 });
	world.ask('session 2', { after: ASKED + 5 });
	const began = world.now;
	const looked: unknown[] = [];
	for (const seconds of [0, 59.999, 60, 61, 200, 900]) {
		world.now = began + seconds * 1_000;
		await world.look();
		looked.push([seconds, ...world.asked]);
	}
	expect(looked).toEqual([
		[0, iso(ASKED + 5)],
		[59.999],
		[60, iso(ASKED + 5)],
		[61],
		[200, iso(ASKED + 5)],
		[900, iso(began + 80_000)],
	]);
});

test('where the list of conversations was refused, it is asked for in the next look', async () => {
	const world = new World();
	world.ask('session 1');
	await world.look([LIST]);
	world.now += 1_000;
	await world.look();
	expect(world.asked).toEqual([iso(ASKED)]);
});

test.each<[string, Array<Partial<Wait>>]>([
	['nobody waits', []],
	['all listen for themselves alone', [{ alone: true, lookAt: ASKED }]],
])('where %s, nothing is asked for', async (_, waits) => {
	const world = new World();
	for (const more of waits) world.ask('session 1', more);
	world.write('session 1');
	await world.look();
	expect(world.asked).toEqual([]);
});

test('one that listens for itself alone hinders no look for others, and its conversation is not read', async () => {
	const world = new World();
	world.ask('session 1', { alone: true, after: ASKED - 10 });
	world.ask('session 2');
	for (const session of SESSIONS) world.write(session);
	await world.look();
	expect(world.asked).toEqual([iso(ASKED), 'session 2']);
});

test('what may have come before n8n had stored an execution is looked for once, at its time', async () => {
	const world = new World();
	const lookAt = world.now + 5_000;
	world.ask('session 1', { lookAt });
	world.ask('session 2');
	await world.look();
	const looked: unknown[] = [];
	for (const ms of [4_999, 5_000, 5_001, 10_000]) {
		world.now = lookAt - 5_000 + ms;
		await world.look();
		looked.push(world.asked);
	}
	expect(looked).toEqual([[], ['session 1'], [], []]);
});
