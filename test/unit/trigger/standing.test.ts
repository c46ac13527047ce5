import { Standing } from '../../../nodes/WtsChat/trigger/standing';

const { signal } = new AbortController();

/** Whether work is over that has nothing to wait for. */
async function isOver(work: Promise<unknown>): Promise<boolean> {
	let over = false;
	void work.then(() => (over = true));
	await new Promise((resolve) => setImmediate(resolve));
	return over;
}

test('the end of a subscription waits for the work on it, also where that fails', async () => {
	const standing = new Standing<object>();
	standing.begin('a', {});
	const steps: string[] = [];
	let fail: (error: Error) => void = () => {};
	const work = standing.during('a', async () => await new Promise((_, reject) => (fail = reject)));
	const failed = work.catch(() => steps.push('work'));
	const ended = standing.end('a').then(() => steps.push('end'));
	await new Promise((resolve) => setImmediate(resolve));
	expect(steps).toEqual([]);
	fail(new Error('lost'));
	await Promise.all([failed, ended]);
	expect(steps).toEqual(['work', 'end']);
});

test('what has ended is worked on no more, until it begins again', async () => {
	const standing = new Standing<{ n: number }>();
	const worked: number[] = [];
	const work = async () => await standing.during('a', async ({ n }) => void worked.push(n));
	standing.begin('a', { n: 1 });
	await work();
	await standing.end('a');
	await work();
	standing.begin('a', { n: 2 });
	await work();
	expect(worked).toEqual([1, 2]);
});

test('who waits for one goes on when it begins, and not with that of another', async () => {
	const standing = new Standing<object>();
	const [a, b] = ['a', 'b'].map(async (owner) => await standing.begun(owner, signal));
	standing.begin('b', {});
	expect([await isOver(a!), await isOver(b!)]).toEqual([false, true]);
	standing.begin('a', {});
	expect(await isOver(a!)).toBe(true);
});

describe('work is told that what it is about is no more', () => {
	test.each<[string, (standing: Standing<object>) => unknown, boolean]>([
		['when it ends', async (standing) => await standing.end('a'), true],
		['when it begins anew', (standing) => standing.begin('a', {}), true],
		['but not when another one ends', async (standing) => await standing.end('b'), false],
		['but not when another one begins', (standing) => standing.begin('b', {}), false],
	])('%s: %#', (_name, happens, isTold) => {
		const standing = new Standing<object>();
		standing.begin('a', {});
		let ended: AbortSignal | undefined;
		void standing.during('a', async (_order, told) => {
			ended = told;
			await new Promise(() => undefined);
		});
		expect(ended?.aborted).toBe(false);
		void happens(standing);
		expect(ended?.aborted).toBe(isTold);
	});
});

test('the end waits for all that works on it at once, and nothing of it is kept', async () => {
	const standing = new Standing<object>();
	standing.begin('a', {});
	const finish: Array<() => void> = [];
	const working = [0, 1].map(
		async () =>
			await standing.during('a', async () => await new Promise<void>((done) => finish.push(done))),
	);
	const ended = standing.end('a');
	for (const done of finish) {
		expect(await isOver(ended)).toBe(false);
		done();
	}
	expect(await isOver(Promise.all([...working, ended]))).toBe(true);
	expect(Reflect.get(standing, 'work')).toEqual(new Map([['a', new Set()]]));
});

test('the end of what was never there, or is worked on by nobody, comes at once', async () => {
	const standing = new Standing<object>();
	standing.begin('b', {});
	void standing.during('b', async () => await new Promise(() => undefined));
	expect(await isOver(standing.end('a'))).toBe(true);
});

test('nobody waits for one that is there, nor beyond the end of its own time', async () => {
	const standing = new Standing<object>();
	standing.begin('a', {});
	expect(await isOver(standing.begun('a', signal))).toBe(true);
	expect(await isOver(standing.begun('b', AbortSignal.abort()))).toBe(true);
	const ending = new AbortController();
	const waits = standing.begun('b', ending.signal);
	expect(await isOver(waits)).toBe(false);
	ending.abort();
	expect(await isOver(waits)).toBe(true);
});
