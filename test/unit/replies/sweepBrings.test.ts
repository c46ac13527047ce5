import { known, message, MINUTE_MS, SECOND_MS, wait } from './questions';
import { pass, useWorld } from './world';

const world = useWorld();

/** Five that listen, and others that do not. */
async function manyWait(...others: ReturnType<typeof wait>[]): Promise<void> {
	world().begin(...[1, 2, 3, 4, 5].map((n) => wait(n, { listens: true })), ...others);
	await pass(10 * SECOND_MS);
	world().did();
}

/** What was brought to executions, with the second in which it was. */
const brought = (id: string, to: number) => world().secondsOf(`${id} to ${to}`);

/** One that listens is told of a message that the contact writes now. */
function hear(id: string, session: number): void {
	world().sweep.hear(world().door, world().write(id, `session ${session}`));
}

describe('a message that one of those that listen has heard', () => {
	test('goes at once to the question that it is for', async () => {
		await manyWait(wait(6), wait(7));
		hear('m', 7);
		await pass(0);
		expect(world().did()).toEqual(['m to 7']);
	});

	test('makes the API be asked who waits within five seconds, once for all of them', async () => {
		await manyWait(wait(6));
		for (const id of ['a', 'b', 'c']) {
			hear(id, 99);
			await pass(SECOND_MS);
		}
		await pass(10 * SECOND_MS);
		expect(world().secondsOf('list')).toEqual([0, 1, 5, 15]);
	});

	test('goes to a question of another process once that is known', async () => {
		await manyWait();
		world().subscribed(wait(8));
		hear('m', 8);
		await pass(4 * SECOND_MS);
		expect(brought('m', 8)).toEqual([]);
		await pass(SECOND_MS);
		expect(brought('m', 8)).toEqual([15]);
	});

	test('goes to nobody once it is known to be for nobody', async () => {
		await manyWait();
		world().sweep.hear(world().door, message('m', 'session 8', 9 * SECOND_MS));
		await pass(6 * SECOND_MS);
		world().subscribed(wait(8));
		await pass(MINUTE_MS);
		expect(brought('m', 8)).toEqual([]);
	});

	test('is given out once, however often it is heard', async () => {
		await manyWait(wait(6));
		const written = world().write('m', 'session 6');
		for (let times = 0; times < 3; times++) world().sweep.hear(world().door, written);
		await pass(0);
		world().sweep.hear(world().door, written);
		await pass(2 * MINUTE_MS);
		expect(brought('m', 6)).toEqual([10]);
		expect(world().sweep.list.isUsed(written)).toBe(true);
	});

	test('goes to the older question of the conversation where the newer one is over', async () => {
		await manyWait(wait(6), wait(7, { sessionId: 'session 6' }));
		world().executions[7] = 'over';
		hear('m', 6);
		await pass(0);
		expect(world().did()).toEqual(['m to 7', 'm to 6', 'list']);
	});

	test('waits for what becomes of the one before it', async () => {
		await manyWait(wait(6), wait(7, { sessionId: 'session 6' }));
		hear('a', 6);
		hear('b', 6);
		await pass(0);
		// the newer one has the first; what comes next is for nobody but the older one
		expect(world().did()[0]).toBe('a to 7');
		expect(brought('b', 7)).toEqual([10]);
	});

	test('is brought again where n8n could not be reached, and again by the rounds', async () => {
		await manyWait(wait(6));
		world().executions[6] = 'away';
		hear('m', 6);
		await pass(48 * SECOND_MS);
		expect(brought('m', 6)).toEqual([10, 10.25, 11.25, 14.25, 24.25, 54.25]);
		world().executions[6] = 'waits';
		await pass(MINUTE_MS);
		expect(brought('m', 6).slice(6)).toEqual([60]);
		expect(world().sweep.list.isUsed(message('m', 'session 6', 0))).toBe(true);
	});

	test('is brought by nobody else while it is on its way', async () => {
		await manyWait(wait(6));
		world().executions[6] = 'busy';
		hear('m', 6);
		hear('next', 6);
		await pass(3 * MINUTE_MS);
		expect(brought('m', 6)).toEqual([10]);
		expect(brought('next', 6)).toEqual([]);
	});
});

describe('a message that nobody has heard', () => {
	test('goes within a minute to its question, whether that listens or not', async () => {
		await manyWait(wait(6));
		for (const n of [1, 6]) world().write(`m${n}`, `session ${n}`);
		await pass(MINUTE_MS);
		expect([brought('m1', 1), brought('m6', 6)]).toEqual([[60], [60]]);
	});

	test('that came before n8n had stored an execution goes to it five seconds later', async () => {
		world().begin(wait(1, { listens: true }));
		await pass(SECOND_MS);
		world().write('m', 'session 1');
		await pass(5 * SECOND_MS);
		expect(brought('m', 1)).toEqual([5]);
	});

	test('goes to its question in the next round where the API refuses to give it', async () => {
		world().refused = /^messages/;
		await manyWait();
		world().write('m', 'session 1');
		await pass(MINUTE_MS);
		world().refused = /^$/;
		await pass(MINUTE_MS);
		expect(brought('m', 1)).toEqual([120]);
	});
});

describe('the reply to the newest question of a conversation', () => {
	const older = () => wait(6);
	const newer = () => wait(7, { sessionId: 'session 6' });

	/** The newer question has a reply, in the tenth second. */
	async function answered(): Promise<void> {
		const reply = world().write('reply', 'session 6');
		const question = known(7, { sessionId: 'session 6' });
		await world().sweep.answered(world().door, reply, { question, signature: 'signature 7' });
	}

	test('is kept for the older ones as what is not for them', async () => {
		await manyWait(older(), newer());
		await answered();
		expect(world().did()).toEqual([
			'name 6: n8n waits for a reply until 2026-11-30T10:10Z, written after 2026-11-30T10:00:10.000Z',
			'list',
		]);
		expect(world().sweep.list.isUsed(message('reply', 'session 6', 0))).toBe(true);
	});

	test('is taken also where the API does not let it be kept for one of them', async () => {
		await manyWait(wait(5, { sessionId: 'session 6' }), older(), newer());
		world().refused = /^name 5/;
		await answered();
		expect(
			world()
				.did()
				.map((line) => line.split(':')[0]),
		).toEqual(['name 5', 'list', 'name 6', 'name 7']);
	});

	test('goes to none of them, and what is written later goes to the newest that waits', async () => {
		await manyWait(older(), newer());
		await answered();
		await pass(2 * MINUTE_MS);
		expect(brought('reply', 6)).toEqual([]);
		hear('later', 6);
		await pass(0);
		expect(brought('later', 6)).toEqual([130]);
	});
});
