import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';
import type { Derived } from '../../../nodes/WtsChat/fields/properties';
import { failedItem, outputItems, recordsOf } from '../../../nodes/WtsChat/execution/output';

const node = { name: 'WTS Chat', type: 'wtsChat' } as INode;
const record = { id: '1', status: 'OPEN', number: null, text: '', count: 0, more: { a: 1 } };

test('every record is paired with the item, in the order of the records', () => {
	expect(outputItems(2, [{ id: '1' }, { id: '2' }])).toEqual([
		{ json: { id: '1' }, pairedItem: { item: 2 } },
		{ json: { id: '2' }, pairedItem: { item: 2 } },
	]);
	expect(outputItems(2, [])).toEqual([]);
});

test('an error is one item with what n8n knows a failed item by', () => {
	const error = new NodeApiError(node, {}, { message: 'It failed', description: 'Try again.' });
	error.context.data = { httpStatus: 500, key: 'X' };
	expect(failedItem(2, error)).toEqual({
		json: {
			error: 'It failed',
			details: { description: 'Try again.', httpStatus: 500, key: 'X' },
		},
		pairedItem: { item: 2 },
	});
});

test('an error of which nothing more is known has a message only', () => {
	const { json } = failedItem(2, new NodeOperationError(node, 'It failed'));
	expect(JSON.parse(JSON.stringify(json))).toEqual({ error: 'It failed', details: {} });
});

describe('an answer', () => {
	test.each<[string, unknown, object[]]>([
		['a record', record, [record]],
		['a list', [record, { id: '2' }], [record, { id: '2' }]],
		['a list of values', ['a', 5, null], [{ value: 'a' }, { value: 5 }, { value: null }]],
		['an empty list', [], []],
		['nothing', undefined, [{ success: true }]],
		['null', null, [{ success: true }]],
		['a text', 'Done', [{ success: true }]],
	])('that is %s gives its records', (_, answer, records) => {
		expect(recordsOf(answer, undefined)).toEqual(records);
	});

	test('without a choice of properties comes out whole, as it is', () => {
		expect(recordsOf(record, undefined)[0]).toBe(record);
	});

	test('comes out with the chosen properties, in their order, those that it has', () => {
		const [chosen, ...others] = recordsOf(record, ['status', 'id', 'missing', 'number', 'text']);
		expect(Object.entries(chosen ?? {})).toEqual([
			['status', 'OPEN'],
			['id', '1'],
			['number', null],
			['text', ''],
		]);
		expect(others).toEqual([]);
	});

	test('comes out with what is worked out from it, where it tells that', () => {
		const name = (property: string): Derived => ({
			name: `${property}Name`,
			of: (given) => (property in given ? `name of ${String(given[property])}` : undefined),
		});
		expect(recordsOf(record, [name('status'), 'id', name('user')])).toStrictEqual([
			{ statusName: 'name of OPEN', id: '1' },
		]);
	});

	test('that is none comes out as a sign of success, whatever is chosen of records', () => {
		expect(recordsOf(undefined, ['id'])).toEqual([{ success: true }]);
		expect(recordsOf(['a', null], ['id'])).toEqual([{ value: 'a' }, { value: null }]);
	});

	test('that is a list comes out so for each of its records', () => {
		expect(recordsOf([record, { id: '2' }, { count: 0 }], ['id', 'count'])).toStrictEqual([
			{ id: '1', count: 0 },
			{ id: '2' },
			{ count: 0 },
		]);
	});
});
