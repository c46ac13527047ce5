import { SETTLED_MS } from '../../../nodes/WtsChat/replies/plan';
import { known, MINUTE_MS, SECOND_MS, wait } from './questions';
import { pass, useWorld } from './world';

const world = useWorld();

/** One that listens for the account. */
const listening = (n: number) => wait(n, { listens: true });

/** The n-th question has its reply. */
async function answered(n: number): Promise<void> {
	const reply = world().write(`reply ${n}`, `session ${n}`);
	const answer = { question: known(n), signature: `signature ${n}` };
	await world().sweep.answered(world().door, reply, answer);
}

/** The n-th question waits, and its subscription is gone. */
const bare = (n: number) => world().sweep.begin(world().door, wait(n));

const ofRound = (lines: string[]) => lines.filter((line) => !/^(PING|list|sessions)/.test(line));

describe('a subscription that somebody has removed', () => {
	test('is made again where its execution waits', async () => {
		bare(1);
		await pass(0);
		expect(world().did()).toEqual(['list', 'PING to 1', 'subscribe 1', 'switch on 1', 'sessions']);
		await pass(5 * MINUTE_MS);
		expect(world().secondsOf('subscribe 1')).toEqual([0]);
	});

	test('is not made again where its execution is over, which is asked once', async () => {
		world().executions[1] = 'over';
		bare(1);
		await pass(5 * MINUTE_MS);
		expect(ofRound(world().did())).toEqual([]);
		expect(world().secondsOf('PING to 1')).toEqual([0]);
		expect(jest.getTimerCount()).toBe(0);
	});

	test('is made again once its execution can be reached', async () => {
		world().executions[1] = 'away';
		bare(1);
		await pass(MINUTE_MS);
		expect(world().secondsOf('PING to 1')).toEqual([0, 60]);
		delete world().executions[1];
		await pass(MINUTE_MS);
		expect(world().secondsOf('subscribe 1')).toEqual([120]);
	});

	test('is made again later where the API refuses it now, and hinders no other', async () => {
		world().refused = /^subscribe 1/;
		for (const n of [1, 2]) bare(n);
		await pass(SECOND_MS);
		expect(world().subscriptions).toMatchObject([{ url: wait(2).url }]);
		world().refused = /^$/;
		await pass(MINUTE_MS);
		expect(world().listening()).toEqual([1, 2]);
	});
});

describe('of those that wait', () => {
	/** One that waits longer than the others. */
	const longest = () => wait(6, { until: wait(6).until + 120 * MINUTE_MS });

	test('five listen: first another is switched on, then one that need not listen is switched off', async () => {
		world().begin(...[1, 2, 3, 4, 5].map(listening), longest());
		await pass(SECOND_MS);
		expect(ofRound(world().did())).toEqual(['switch on 6', 'switch off 1']);
		expect(world().listening()).toEqual([2, 3, 4, 5, 6]);
	});

	test.each([/^switch on 6/, /^switch off 1/, /^switch/])(
		'who could not be switched (%s) is switched a minute later',
		async (refused) => {
			world().refused = refused;
			world().begin(...[1, 2, 3, 4, 5].map(listening), longest());
			await pass(30 * SECOND_MS);
			expect(world().listening()).not.toEqual([2, 3, 4, 5, 6]);
			world().refused = /^$/;
			await pass(MINUTE_MS);
			expect(world().listening()).toEqual([2, 3, 4, 5, 6]);
		},
	);
});

describe('what is over', () => {
	test('is removed in the next round where the API refuses it now, and hinders no other', async () => {
		world().begin(listening(1), listening(2));
		await pass(10 * SECOND_MS);
		for (const n of [1, 2]) world().sweep.end(world().door, `signature ${n}`);
		world().refused = /^remove 1/;
		await pass(0);
		expect(world().subscriptions).toMatchObject([{ id: '1' }]);
		await pass(MINUTE_MS);
		expect(world().secondsOf('remove 1')).toEqual([10, 60]);
		world().refused = /^$/;
		await pass(2 * MINUTE_MS);
		expect(world().secondsOf('remove 1')).toEqual([10, 60, 120]);
		expect(world().subscriptions).toEqual([]);
		expect(jest.getTimerCount()).toBe(0);
	});

	test('is removed where the API refuses to keep its reply', async () => {
		world().begin(listening(1), listening(2));
		await pass(10 * SECOND_MS);
		for (const n of [1, 2]) await answered(n);
		world().refused = /^name 1/;
		await pass(0);
		expect(world().subscriptions).toMatchObject([
			{ id: '2', name: 'n8n had a reply 2026-11-30T10:00Z reply 2' },
		]);
	});

	test('and tells of a reply that could be neither kept nor removed is removed later', async () => {
		world().begin(listening(1), listening(2));
		await pass(10 * SECOND_MS);
		world().refused = /^(name|remove)/;
		await answered(1);
		await pass(30 * SECOND_MS);
		world().refused = /^$/;
		await pass(MINUTE_MS);
		expect(world().subscriptions).toMatchObject([
			{ id: '1', name: 'n8n had a reply 2026-11-30T10:00Z reply 1', enabled: false },
			{ id: '2' },
		]);
	});

	test('and was found so is removed when another process has had its time to tell the reply', async () => {
		world().begin(listening(1));
		await pass(10 * SECOND_MS);
		world().sweep.foundOver(world().door, 'signature 1');
		await pass(SETTLED_MS - 1);
		expect(world().subscriptions).toHaveLength(1);
		await pass(1);
		expect(world().subscriptions).toEqual([]);
	});
});

describe('what is over but waits for its subscription to go', () => {
	test('is asked for no more in between', async () => {
		world().begin(listening(1));
		await pass(10 * SECOND_MS);
		await answered(1);
		await pass(10 * MINUTE_MS);
		expect(world().secondsOf('list')).toEqual([0, 5, 10, 60, 310]);
		expect(world().secondsOf('remove 1')).toEqual([310]);
	});

	test('is tried each minute where it cannot be removed', async () => {
		world().begin(listening(1));
		await pass(10 * SECOND_MS);
		await answered(1);
		world().refused = /^remove/;
		await pass(7 * MINUTE_MS);
		expect(world().secondsOf('remove 1')).toEqual([310, 370, 430]);
		world().refused = /^$/;
		await pass(MINUTE_MS);
		expect(world().subscriptions).toEqual([]);
		expect(jest.getTimerCount()).toBe(0);
	});
});
