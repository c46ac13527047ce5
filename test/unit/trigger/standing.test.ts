import { Standing } from '../../../nodes/WtsChat/trigger/standing';

const { signal } = new AbortController();

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
	const begun = new Set<string>();
	const waits = ['a', 'b'].map(
		async (owner) => await standing.begun(owner, signal).then(() => begun.add(owner)),
	);
	standing.begin('b', {});
	await waits[1];
	expect([...begun]).toEqual(['b']);
	standing.begin('a', {});
	await waits[0];
});
