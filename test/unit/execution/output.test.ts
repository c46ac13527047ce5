import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INode,
	type INodeProperties,
} from 'n8n-workflow';
import { outputItems, type Outcome } from '../../../nodes/WtsChat/execution/output';
import { outputFields } from '../../../nodes/WtsChat/fields/output';
import type { Operation } from '../../../nodes/WtsChat/resources/operation';

const node = { name: 'WTS Chat', type: 'wtsChat' } as INode;
const record = { id: '1', status: 'OPEN', number: null, text: '', count: 0, more: { a: 1 } };
const shortForm = ['status', 'id', 'missing', 'number'];
const inShort = { status: 'OPEN', id: '1', number: null };

/** What comes out for item 2 of a node that holds these values for it. */
function outputOf(
	outcome: Outcome | undefined,
	{ values = {}, ...operation }: { values?: IDataObject } & Partial<Operation> = {},
) {
	const getNodeParameter = (name: string, item: number, otherwise: unknown) =>
		item === 2 && name in values ? values[name] : otherwise;
	return outputItems(
		{ getNodeParameter } as unknown as IExecuteFunctions,
		{ fields: [] as INodeProperties[], ...operation } as Operation,
		2,
		outcome,
	);
}

/** The one record that comes out. */
function recordOf(values: IDataObject, fields: INodeProperties[] = outputFields) {
	const items = outputOf({ records: [record] }, { values, shortForm, fields });
	expect(items).toHaveLength(1);
	return items[0]?.json;
}

test('an item that the run has not come to gives nothing', () => {
	expect(outputOf(undefined)).toEqual([]);
});

test('every record is paired with the item, in the order of the records', () => {
	expect(outputOf({ records: [{ id: '1' }, { id: '2' }] })).toEqual([
		{ json: { id: '1' }, pairedItem: { item: 2 } },
		{ json: { id: '2' }, pairedItem: { item: 2 } },
	]);
	expect(outputOf({ records: [] })).toEqual([]);
});

test('an error is one item with what n8n knows a failed item by', () => {
	const error = new NodeApiError(node, {}, { message: 'It failed', description: 'Try again.' });
	error.context.data = { httpStatus: 500, key: 'X' };
	expect(outputOf({ error })).toEqual([
		{
			json: {
				error: 'It failed',
				details: { description: 'Try again.', httpStatus: 500, key: 'X' },
			},
			pairedItem: { item: 2 },
		},
	]);
});

test('an error of which nothing more is known has a message only', () => {
	const error = new NodeOperationError(node, 'It failed');
	expect(JSON.parse(JSON.stringify(outputOf({ error })[0]?.json))).toEqual({
		error: 'It failed',
		details: {},
	});
});

describe('how much of a record comes out', () => {
	test('all of it where the operation has no short form, whatever is chosen', () => {
		for (const output of ['simplified', 'selectedFields', '']) {
			const values = { output, outputFields: 'status', simplify: true };
			const [item] = outputOf({ records: [record] }, { values, fields: outputFields });
			expect(item?.json).toBe(record);
		}
	});

	test.each<[string, IDataObject, IDataObject]>([
		['the short form, where nothing else is chosen', {}, inShort],
		['the short form', { simplify: true }, inShort],
		['all of it', { simplify: false }, record],
		['the short form, for an agent', { output: 'simplified', simplify: false }, inShort],
		['all of it, for an agent', { output: 'raw', simplify: true }, record],
	])('%s: %j', (_, values, expected) => {
		expect(recordOf(values)).toStrictEqual(expected);
	});

	test('all of it where a form has no Simplify, save for agents', () => {
		const agentsOnly = outputFields.filter(({ name }) => name !== 'simplify');
		expect(recordOf({}, agentsOnly)).toEqual(record);
		expect(recordOf({ output: 'simplified' }, agentsOnly)).toEqual(inShort);
	});

	test.each([' status , count,missing', '["status", " count "]', ['status', 'count']])(
		'the properties %j with the ID',
		(outputFields) => {
			const expected = { id: '1', status: 'OPEN', count: 0 };
			expect(recordOf({ output: 'selectedFields', outputFields })).toStrictEqual(expected);
		},
	);

	test.each([{}, { outputFields: '' }, { outputFields: [] }])(
		'the ID alone where no property is named: %j',
		(values) => {
			expect(recordOf({ output: 'selectedFields', ...values })).toEqual({ id: '1' });
		},
	);
});
