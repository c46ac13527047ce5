import type { IDataObject, IExecuteFunctions, INode } from 'n8n-workflow';
import { prepareItems } from '../../../nodes/WtsChat/execution/prepare';
import { batching } from '../../../nodes/WtsChat/fields/batching';
import { optionsOf } from '../../../nodes/WtsChat/fields/kinds/collection';
import { id, locator } from '../../../nodes/WtsChat/fields/kinds/id';
import { phone } from '../../../nodes/WtsChat/fields/kinds/phone';
import { text } from '../../../nodes/WtsChat/fields/kinds/text';
import { limit } from '../../../nodes/WtsChat/fields/list';
import { shortForAgent } from '../../../nodes/WtsChat/fields/output';
import {
	askOperation,
	jobOperation,
	listOperation,
	requestOperation,
	type Operation,
} from '../../../nodes/WtsChat/operations/operation';
import type { Api } from '../../../nodes/WtsChat/transport/api';
import type { ApiRequest } from '../../../nodes/WtsChat/transport/contract';

const ID = '3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10';
const OTHER = '9b8a7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d';

const face = {
	name: 'Do',
	value: 'do',
	action: 'Do it',
	description: 'Does it',
	record: 'Session' as const,
};
const name = text({ displayName: 'Name', name: 'name' }).required();
const session = locator({ displayName: 'Session', name: 'sessionId', picker: 'sessions' });

/** What comes of the operation for items whose fields hold these values. */
function prepared(
	operation: Operation,
	items: IDataObject[],
	{ type = 'wtsChat', wait = jest.fn() } = {},
) {
	const context = {
		getInputData: () => items.map((json) => ({ json })),
		getNodeParameter: (field: string, item: number, otherwise: unknown) =>
			items[item]?.[field] ?? otherwise,
		getTimezone: () => 'UTC',
		getNode: () => ({ type }) as INode,
	} as unknown as IExecuteFunctions;
	const refused: Array<[number[], string]> = [];
	const tasks = prepareItems(context, operation, wait, (indexes, reason) =>
		refused.push([indexes, (reason as Error).message]),
	);
	return { context, tasks, refused };
}

/** What all tasks come to with an API that gives this answer, and what it was asked for. */
async function done({ tasks }: ReturnType<typeof prepared>, answer?: unknown) {
	const requests: ApiRequest[] = [];
	const send = async (request: ApiRequest) => {
		requests.push(request);
		return answer;
	};
	const api = { send, notes: new Set() } as unknown as Api;
	const results = await Promise.all(tasks.map(async (task) => await task.run(api)));
	return { requests, results: results.flat() };
}

const getting = (method: ApiRequest['method'] = 'GET') =>
	requestOperation({
		...face,
		fields: { name },
		request: (values) => ({ method, path: `/${values.name}` }),
	});

describe('each item', () => {
	test('has its own request', async () => {
		const both = prepared(getting(), [{ name: 'a' }, { name: 'b' }]);
		expect(both.tasks.map(({ items }) => items)).toEqual([[0], [1]]);
		const { requests } = await done(both);
		expect(requests.map(({ path }) => path)).toEqual(['/a', '/b']);
	});

	test('that cannot be read is refused beside the others', () => {
		const { tasks, refused } = prepared(getting(), [{ name: 'a' }, {}, { name: 'b' }]);
		expect(refused).toEqual([[[1], "'Name' is empty"]]);
		expect(tasks.map(({ items }) => items)).toEqual([[0], [2]]);
	});

	test('that makes no request is refused beside the others', () => {
		const picky = requestOperation({
			...getting(),
			request: (values: { name: string }) => {
				if (values.name === 'a') throw new Error('Not a');
				return { method: 'GET', path: '/' };
			},
		});
		const { tasks, refused } = prepared(picky, [{ name: 'a' }, { name: 'b' }]);
		expect(refused).toEqual([[[0], 'Not a']]);
		expect(tasks.map(({ items }) => items)).toEqual([[1]]);
	});

	test('comes out with the properties that it asks for', async () => {
		const { fields, ...rest } = getting();
		const some = { ...rest, fields: { ...fields, output: shortForAgent(['id']) } };
		const items = [
			{ name: 'a' },
			{ name: 'a', output: 'simplified' },
			{ name: 'a', output: 'selectedFields', outputFields: 'other' },
		];
		const { results } = await done(prepared(some, items), { id: '1', other: 2, more: 3 });
		expect(results).toEqual([
			[{ id: '1', other: 2, more: 3 }],
			[{ id: '1' }],
			[{ id: '1', other: 2 }],
		]);
	});

	test('keeps its order with those that act on the same', () => {
		const acting = (value: string) =>
			requestOperation({
				...face,
				value,
				fields: { session },
				request: () => ({ method: 'PUT', path: '/' }),
			});
		const items = [{ sessionId: ID }, { sessionId: OTHER }, {}];
		expect(prepared(acting('do'), items).tasks.map(({ orderKey }) => orderKey)).toEqual([
			ID,
			OTHER,
			undefined,
		]);
		const reading = prepared(acting('getStatus'), items);
		expect(reading.tasks.map(({ orderKey }) => orderKey)).toEqual([
			undefined,
			undefined,
			undefined,
		]);
	});
});

describe('what comes out', () => {
	test.each<[ApiRequest['method'], unknown, object[]]>([
		['GET', { id: '1' }, [{ id: '1' }]],
		['GET', [{ id: '1' }, { id: '2' }], [{ id: '1' }, { id: '2' }]],
		['PUT', undefined, [{ success: true }]],
		['PUT', [], [{ success: true }]],
		['DELETE', undefined, [{ deleted: true }]],
		['DELETE', [], [{ deleted: true }]],
		['DELETE', 'Done', [{ deleted: true }]],
		['DELETE', { id: '1' }, [{ deleted: true, id: '1' }]],
	])('of a %s that is answered with %j', async (method, answer, records) => {
		const { results } = await done(prepared(getting(method), [{ name: 'a' }]), answer);
		expect(results).toEqual([records]);
	});

	test.each([
		['do', [{ success: true }]],
		['getMany', []],
		['getManyContacts', []],
	])('of a job without records, which is a list or not: %s', async (value, records) => {
		const job = jobOperation({ ...face, value, fields: { name }, prepare: () => async () => [] });
		expect((await done(prepared(job, [{ name: 'a' }]))).results).toEqual([records]);
	});

	test('of a list is as many records as each item allows', async () => {
		const list = listOperation({
			...face,
			value: 'getMany',
			paging: 'none',
			fields: { name, limit },
			list: (values) => ({ method: 'GET', path: `/${values.name}` }),
		});
		const items = [
			{ name: 'a', limit: 2 },
			{ name: 'b', returnAll: true },
		];
		const { results } = await done(prepared(list, items), [{ id: 1 }, { id: 2 }, { id: 3 }]);
		expect(results).toEqual([
			[{ id: 1 }, { id: 2 }],
			[{ id: 1 }, { id: 2 }, { id: 3 }],
		]);
		expect(prepared(list, [{ name: 'a', limit: 0 }]).refused).toEqual([
			[[0], "'Limit' has to be a whole number from 1 on"],
		]);
	});

	test('of what has to be looked up first is what its own request gives', async () => {
		const later = requestOperation({
			...face,
			fields: { name },
			request: (values) => async (api: Api) => {
				await api.send({ method: 'GET', path: '/looked-up' });
				return { method: 'DELETE', path: `/${values.name}` };
			},
		});
		const { requests, results } = await done(prepared(later, [{ name: 'a' }]));
		expect(requests.map(({ path }) => path)).toEqual(['/looked-up', '/a']);
		expect(results).toEqual([[{ deleted: true }]]);
	});

	test('of a list that has to be looked up first is what it holds, or nothing where there is none', async () => {
		const later = listOperation({
			...face,
			value: 'getMany',
			paging: 'none',
			fields: { name, limit },
			list: (values) => async () =>
				values.name === 'none' ? undefined : { method: 'GET', path: `/${values.name}` },
		});
		const all = prepared(later, [{ name: 'a', returnAll: true }, { name: 'none' }]);
		const { requests, results } = await done(all, [{ id: 1 }]);
		expect(requests.map(({ path }) => path)).toEqual(['/a']);
		expect(results).toEqual([[{ id: 1 }], []]);
	});

	test('of a question is what waiting for its answer gives', async () => {
		const asking = { send: jest.fn(), waitMs: 5, expects: { response: { isApproval: false } } };
		const ask = askOperation({ ...face, fields: { name }, ask: () => asking });
		const wait = jest.fn(() => async () => ({ replied: true }));
		const question = prepared(ask, [{ name: 'a' }], { wait });
		expect(wait.mock.calls).toEqual([[question.context, asking]]);
		expect((await done(question)).results).toEqual([[{ replied: true }]]);
	});
});

describe('a request says what it is about', () => {
	const naming = (own: Partial<ApiRequest> = {}) =>
		requestOperation({
			...face,
			fields: {
				session,
				card: id({ displayName: 'Card', name: 'cardId' }),
				to: phone({ displayName: 'To', name: 'to' }),
				again: phone({ displayName: 'To', name: 'again' }),
			},
			request: () => ({ method: 'GET', path: '/', ...own }),
		});
	const subjectOf = async (values: IDataObject, type?: string) =>
		(await done(prepared(naming(), [values], { type }))).requests[0]?.subject;

	test('in the words of the form, each once', async () => {
		const number = '(11) 90000-0001';
		const values = { sessionId: ID, cardId: OTHER, to: number, again: number };
		expect(await subjectOf(values)).toBe(
			`'Session' (${ID}) and 'Card' (${OTHER}) and 'To' (+5511900000001)`,
		);
	});

	test('to a model with where such IDs come from', async () => {
		expect(await subjectOf({ sessionId: ID, cardId: OTHER }, 'wtsChatTool')).toBe(
			`'Session' (${ID}, which comes from 'Session: Get Many') and 'Card' (${OTHER})`,
		);
	});

	test('unless it names nothing', async () => {
		expect(await subjectOf({})).toBeUndefined();
	});

	test('unless it says so itself', async () => {
		const { requests } = await done(prepared(naming({ subject: 'Own' }), [{ sessionId: ID }]));
		expect(requests[0]?.subject).toBe('Own');
	});
});

describe('one request for all items', () => {
	const request = (names: string[]): ApiRequest => ({ method: 'POST', path: '/', body: names });
	const adding = requestOperation({
		...face,
		fields: { name, options: optionsOf({ batching }) },
		request: (values) => request([values.name]),
		batch: {
			max: 100,
			item: (values) => ({ shared: {}, part: values.name }),
			request: (_, names) => request(names),
			records: (_, names) => names.map((one) => ({ one })),
		},
	});
	const bodiesOf = async (items: IDataObject[]) => {
		const all = prepared(adding, items);
		const { requests } = await done(all);
		return { bodies: requests.map(({ body }) => body), refused: all.refused };
	};

	test('is made where the form says so, without those that are refused', async () => {
		const items = [{ name: 'a', 'options.batching': true }, {}, { name: 'b' }];
		const refused = [[[1], "'Name' is empty"]];
		expect(await bodiesOf(items)).toEqual({ bodies: [['a', 'b']], refused });
	});

	test.each([false, null, undefined])('is not made where it says %p', async (chosen) => {
		const items = [{ name: 'a', 'options.batching': chosen }, { name: 'b' }];
		expect(await bodiesOf(items)).toEqual({ bodies: [['a'], ['b']], refused: [] });
	});
});

test('nothing is prepared for no items', () => {
	const { tasks, refused } = prepared(getting(), []);
	expect([tasks, refused]).toEqual([[], []]);
});
