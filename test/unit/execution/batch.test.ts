import type { IDataObject } from 'n8n-workflow';
import { batchTasks } from '../../../nodes/WtsChat/execution/batch';
import type { ReadItem } from '../../../nodes/WtsChat/execution/task';
import type { Batch } from '../../../nodes/WtsChat/operations/operation';
import type { Api } from '../../../nodes/WtsChat/transport/api';
import type { ApiRequest } from '../../../nodes/WtsChat/transport/contract';
import { say } from '../../../nodes/WtsChat/values/sentence';
import { sourceOf } from '../../support/source';

type Values = { list?: string; name?: string };

/** Adds names to lists, two in one request; it takes no `nobody`, and no `bad` beside others. */
const batch: Batch<Values, { list?: string }, string> = {
	max: 2,
	item({ list, name = '' }) {
		if (name === 'nobody') throw new Error('There is nobody');
		return { shared: { list }, part: name };
	},
	request({ list }, parts) {
		if (parts.length > 1 && parts.includes('bad')) throw new Error('They cannot go together');
		return { method: 'POST', path: `/${list}`, body: parts };
	},
	records: (answer, parts, notes) => {
		notes.add(say`Added ${parts.join()}`);
		return answer as Array<IDataObject | Error | undefined>;
	},
};

const items = (...all: Values[]): ReadItem[] =>
	all.map((values, item) => ({ item, source: sourceOf(values), values, output: undefined }));

/** The tasks for the items, and those that are refused with the reason. */
function prepared(all: ReadItem[], wanted: typeof batch = batch) {
	const refused: Array<[number[], string]> = [];
	const tasks = batchTasks(wanted as Parameters<typeof batchTasks>[0], all, (indexes, make) => {
		try {
			return [make()];
		} catch (error) {
			refused.push([indexes, (error as Error).message]);
			return [];
		}
	});
	return { tasks, refused };
}

/** An API that gives this answer, with what it is asked for. */
function apiGiving(answer: unknown) {
	const requests: ApiRequest[] = [];
	const send = async (request: ApiRequest) => {
		requests.push(request);
		return answer;
	};
	return { api: { send, notes: new Set<string>() } as unknown as Api, requests };
}

const itemsOf = ({ tasks }: ReturnType<typeof prepared>) => tasks.map((task) => task.items);

describe('items go in one request', () => {
	test('with those that they share everything with, in the order of the first of each', () => {
		const all = items({ list: 'a' }, { list: 'b' }, { list: 'a' }, { list: 'b' });
		expect(itemsOf(prepared(all))).toEqual([
			[0, 2],
			[1, 3],
		]);
	});

	test('as many as are allowed', () => {
		const list = 'a';
		const all = items({ list }, { list }, { list }, { list: 'b' }, { list }, { list });
		expect(itemsOf(prepared(all))).toEqual([[0, 1], [2, 4], [5], [3]]);
	});

	test('where there is nothing to share', () => {
		const alone = { ...batch, item: () => ({ shared: undefined as never, part: '' }) };
		const request = () => ({ method: 'POST' as const, path: '/' });
		expect(itemsOf(prepared(items({}, {}), { ...alone, request }))).toEqual([[0, 1]]);
	});

	test('that holds what they share and the part of each', async () => {
		const list = 'a';
		const { tasks } = prepared(items({ list, name: 'x' }, { list, name: 'y' }));
		const { api, requests } = apiGiving([{}, {}]);
		await tasks[0]?.run(api);
		expect(requests).toEqual([{ method: 'POST', path: '/a', body: ['x', 'y'] }]);
		expect([...api.notes]).toEqual(['Added x,y']);
	});

	test('waiting for nothing else', () => {
		expect(prepared(items({ list: 'a' })).tasks[0]?.orderKey).toBeUndefined();
	});
});

describe('items that are refused', () => {
	test('do not spoil the request of the others', () => {
		const { tasks, refused } = prepared(items({ name: 'x' }, { name: 'nobody' }, { name: 'y' }));
		expect(refused).toEqual([[[1], 'There is nobody']]);
		expect(tasks.map((task) => task.items)).toEqual([[0, 2]]);
	});

	test('because they cannot go together are all of their request, and no others', () => {
		const all = items({ name: 'x' }, { name: 'bad' }, { name: 'y' }, { list: 'b', name: 'bad' });
		const { tasks, refused } = prepared(all);
		expect(refused).toEqual([[[0, 1], 'They cannot go together']]);
		expect(tasks.map((task) => task.items)).toEqual([[2], [3]]);
	});
});

test('each item gets its own record, success or error, with the properties that it asks for', async () => {
	const error = new Error('Refused');
	const max = 4;
	const all = items({}, {}, {}, {}).map((item, n) => ({
		...item,
		output: n === 3 ? ['id'] : undefined,
	}));
	const { tasks } = prepared(all, { ...batch, max });
	const record = { id: '1', name: 'x' };
	const { api } = apiGiving([record, error, undefined, record]);
	expect(await tasks[0]?.run(api)).toEqual([[record], error, [{ success: true }], [{ id: '1' }]]);
});

test('a request that fails leaves it to whoever runs it', async () => {
	const { tasks } = prepared(items({}));
	const send = async () => await Promise.reject(new Error('Lost'));
	await expect(tasks[0]?.run({ send } as unknown as Api)).rejects.toThrow('Lost');
});
