import { KEPT_MS, SETTLED_MS } from '../../../nodes/WtsChat/replies/plan';
import { known, MINUTE_MS, NOW, SECOND_MS, wait } from './questions';
import { pass, useWorld } from './world';

const world = useWorld();

/** One that listens for the account. */
const listening = (n: number) => wait(n, { listens: true });

describe('those that wait', () => {
	test('are looked after at once, and then once a minute', async () => {
		world().begin(listening(1));
		await pass(0);
		expect(world().did()).toEqual(['PING to 1', 'list', 'sessions']);
		await pass(10 * SECOND_MS);
		world().did();
		await pass(MINUTE_MS);
		expect(world().did()).toEqual(['PING to 1', 'list', 'sessions']);
		await pass(4 * MINUTE_MS);
		expect(world().secondsOf('sessions')).toEqual([0, 60, 120, 180, 240, 300]);
	});

	test.each<[string, ReturnType<typeof wait>, number[]]>([
		['listens is looked at five seconds later', listening(1), [0, 5, 60]],
		['does not listen is not', wait(1), [0, 60]],
		['listens for itself alone is not', wait(1, { listens: true, alone: true }), [0, 60]],
	])('for what came before n8n had stored it, one that %s', async (_, one, seconds) => {
		world().begin(one);
		await pass(MINUTE_MS);
		expect(world().secondsOf('list')).toEqual(seconds);
		expect(world().secondsOf('messages of session 1')).toEqual(one.lookAt ? [5] : []);
	});

	test('are looked after at most once a second, whatever happens', async () => {
		for (let n = 1; n <= 5; n++) {
			world().begin(listening(n));
			await pass(100);
		}
		await pass(1_400);
		expect(world().secondsOf('list')).toEqual([0, 1]);
	});

	test('are looked after as soon as something happens, not only in the next round', async () => {
		world().begin(listening(1));
		await pass(30 * SECOND_MS);
		world().begin(listening(2));
		await pass(0);
		expect(world().secondsOf('list')).toEqual([0, 5, 30]);
		await pass(31 * SECOND_MS);
		expect(world().secondsOf('list')).toEqual([0, 5, 30, 35, 60]);
	});

	test('are looked after at the first of the moments that somebody has asked for', async () => {
		world().begin(listening(1));
		await pass(10 * SECOND_MS);
		world().sweep.within(world().door, 3 * SECOND_MS);
		world().sweep.within(world().door, 9 * SECOND_MS);
		await pass(4 * SECOND_MS);
		world().sweep.within(world().door, 9 * SECOND_MS);
		world().sweep.within(world().door, 3 * SECOND_MS);
		await pass(20 * SECOND_MS);
		expect(world().secondsOf('list')).toEqual([0, 5, 13, 17]);
	});

	test('are looked after a minute later where the API refuses to tell who they are', async () => {
		world().refused = /list/;
		world().begin(listening(1));
		await pass(MINUTE_MS);
		world().refused = /^$/;
		await pass(MINUTE_MS);
		expect(world().secondsOf('list')).toEqual([0, 5, 60, 120]);
		expect(world().secondsOf('sessions')).toEqual([120]);
	});

	test('are those that others found listed, without asking again', async () => {
		const { sweep, door } = world();
		sweep.found(door, [known(1, { listens: true })], NOW);
		await pass(0);
		expect(world().did()).toEqual(['sessions']);
		sweep.within(door, 0);
		world().subscribed(wait(1, { listens: true }));
		await pass(SECOND_MS);
		expect(world().did()).toEqual(['list']);
	});
});

describe('where nobody waits', () => {
	test('nothing is left to do once the last subscription is gone', async () => {
		world().begin(listening(1));
		await pass(10 * SECOND_MS);
		world().sweep.end(world().door, 'signature 1');
		world().did();
		await pass(0);
		expect(world().did()).toEqual(['list', 'remove 1']);
		await pass(MINUTE_MS);
		expect(world().secondsOf('list')).toEqual([0, 5, 10, 60]);
		expect(jest.getTimerCount()).toBe(0);
	});

	test('one who asks again is looked after again', async () => {
		world().begin(listening(1));
		world().sweep.end(world().door, 'signature 1');
		await pass(5 * MINUTE_MS);
		world().did();
		world().begin(listening(2));
		await pass(0);
		expect(world().did()).toEqual(['PING to 2', 'list', 'sessions']);
	});

	test('what is asked for is done once', async () => {
		world().sweep.within(world().door, 2 * SECOND_MS);
		await pass(10 * MINUTE_MS);
		expect(world().did()).toEqual(['list']);
		expect(jest.getTimerCount()).toBe(0);
	});
});

describe('one that is over', () => {
	test('where somebody has stopped it is found in the next round, where it listens', async () => {
		world().begin(listening(1), wait(2, { listens: true, alone: true }));
		await world().settled();
		world().executions[1] = 'over';
		world().executions[2] = 'over';
		await pass(59 * SECOND_MS);
		expect(world().secondsOf('switch off 1')).toEqual([60]);
		await pass(SETTLED_MS);
		expect(world().secondsOf('remove 1')).toEqual([75]);
		// whom n8n cannot call is nobody's to ask
		expect(world().secondsOf('PING to 2')).toEqual([]);
	});

	test('may be merely away, and is left alone then', async () => {
		world().begin(listening(1));
		world().executions[1] = 'away';
		await pass(3 * MINUTE_MS);
		expect(world().secondsOf('PING to 1')).toEqual([0, 60, 120, 180]);
		expect(world().subscriptions).toMatchObject([{ id: '1', enabled: true }]);
	});

	test('hears nothing more at once where it was found by its own address', async () => {
		world().begin(listening(1));
		await pass(10 * SECOND_MS);
		world().sweep.foundOver(world().door, 'signature 1');
		await pass(0);
		expect(world().secondsOf('switch off 1')).toEqual([10]);
		await pass(MINUTE_MS);
		expect(world().secondsOf('remove 1')).toEqual([25]);
	});

	test('where it does not listen is not asked', async () => {
		world().begin(...[1, 2, 3, 4, 5].map(listening), wait(6));
		await pass(2 * MINUTE_MS);
		expect(world().secondsOf('PING to 5')).not.toEqual([]);
		expect(world().secondsOf('PING to 6')).toEqual([]);
	});
});

test('an answered question is told by its subscription, which goes some minutes later', async () => {
	world().begin(listening(1));
	await pass(10 * SECOND_MS);
	const reply = world().write('reply', 'session 1');
	const question = world().sweep.list.waits[0]!;
	await world().sweep.answered(world().door, reply, { question, signature: 'signature 1' });
	world().did();
	await pass(0);
	expect(world().did()).toEqual(['list', 'name 1: n8n had a reply 2026-11-30T10:00Z reply']);
	expect(world().subscriptions).toMatchObject([{ enabled: false }]);
	await pass(KEPT_MS);
	expect(world().did()).toEqual(['list', 'list', 'remove 1']);
	expect(world().secondsOf('remove 1')).toEqual([310]);
	expect(jest.getTimerCount()).toBe(0);
});
