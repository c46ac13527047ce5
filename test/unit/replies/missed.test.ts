import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { Missed } from '../../../nodes/WtsChat/replies/missed';
import { Waitlist } from '../../../nodes/WtsChat/replies/waitlist';
import { waitAt } from '../../../nodes/WtsChat/replies/waits';
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

	private readonly api = {
		notes: new Set<string>(),
		send: async ({ path, query = {} }: { path: string; query?: IDataObject }) => {
			const session = query.SessionId;
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

	ask(sessionId: string, lookAt?: number): void {
		const question = { sessionId, askedAt: ASKED, waitMs: DAY_MS, until: ASKED + DAY_MS };
		const url = `http://127.0.0.1/webhook-waiting/1/node?signature=${sessionId}`;
		this.list.begin({ ...waitAt(url, { ...question, alone: false }), lookAt });
	}

	write(sessionId: string): string {
		const id = `message ${this.messages.length}`;
		const createdAt = new Date(this.now).toISOString();
		this.messages.push({ id, sessionId, createdAt, direction: 'FROM_HUB', type: 'TEXT', text: id });
		return id;
	}

	async look(refused: string[] = []): Promise<void> {
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
	world.ask('session 1', world.now + 5_000);
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
