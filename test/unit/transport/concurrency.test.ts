import { mapConcurrently } from '../../../nodes/WtsChat/transport/concurrency';

/** Jobs that the test itself finishes, in the order it likes. */
function jobs() {
	const begun: number[] = [];
	const finish = new Map<number, () => void>();
	return {
		begun,
		job: async (_: unknown, index: number) => {
			begun.push(index);
			await new Promise<void>((resolve) => finish.set(index, resolve));
			return `result ${index}`;
		},
		finish: async (index: number) => {
			finish.get(index)?.();
			// lets whatever was waiting for the job go on
			await new Promise((resolve) => setImmediate(resolve));
		},
	};
}

test('results stand in the order of their entries, whatever finished first', async () => {
	const { job, finish } = jobs();
	const results = mapConcurrently(['a', 'b', 'c'], 3, job);
	await finish(2);
	await finish(0);
	await finish(1);
	expect(await results).toEqual(['result 0', 'result 1', 'result 2']);
});

test('no more than the given number run at once', async () => {
	const { begun, job, finish } = jobs();
	const results = mapConcurrently(['a', 'b', 'c'], 2, job);
	expect(begun).toEqual([0, 1]);
	await finish(1);
	expect(begun).toEqual([0, 1, 2]);
	await finish(0);
	await finish(2);
	await results;
});

test('after a stop nothing begins, what runs comes to its end', async () => {
	const { begun, job, finish } = jobs();
	let stopped = false;
	const results = mapConcurrently(['a', 'b', 'c', 'd'], 2, job, () => stopped);
	stopped = true;
	await finish(0);
	await finish(1);
	expect(await results).toEqual(['result 0', 'result 1', undefined, undefined]);
	expect(begun).toEqual([0, 1]);
});

test('no entries, no results', async () => {
	expect(await mapConcurrently([], 5, async () => 'x')).toEqual([]);
});

test('more may run at once than there are entries', async () => {
	expect(await mapConcurrently([1, 2], 9, async (entry) => entry * 2)).toEqual([2, 4]);
});

test('a job that fails ends the whole with its error', async () => {
	const failing = mapConcurrently(['a', 'b'], 1, async (entry) => {
		if (entry === 'a') throw new Error('a failed');
	});
	await expect(failing).rejects.toThrow('a failed');
});

test('every entry has a place among the results, even when nothing begins', async () => {
	const results = await mapConcurrently(
		['a', 'b'],
		2,
		async () => 'x',
		() => true,
	);
	expect(results).toHaveLength(2);
});
