import { NodeApiError, NodeOperationError, type IExecuteFunctions, type INode } from 'n8n-workflow';
import { itemError, nodeErrorOf, toldTo } from '../../../nodes/WtsChat/execution/itemError';
import { InputError } from '../../../nodes/WtsChat/fields/inputError';
import { DeliveryError } from '../../../nodes/WtsChat/transport/errors';
import { say } from '../../../nodes/WtsChat/values/sentence';

const node = { name: 'WTS Chat', type: 'wtsChat' } as INode;
const errorOf = (cause: unknown, item: number) =>
	itemError({ getNode: () => node } as IExecuteFunctions, cause, item);

test('a value that is refused comes with its remedy', () => {
	const error = errorOf(new InputError(say`Text is empty`, "Fill in 'Text'."), 3);
	expect(error).toBeInstanceOf(NodeOperationError);
	expect(error).toMatchObject({
		message: 'Text is empty',
		description: "Fill in 'Text'.",
		node,
		context: { itemIndex: 3 },
	});
});

test('any other error comes with its message', () => {
	const error = errorOf(new TypeError('x is not a function'), 0);
	expect(error).toBeInstanceOf(NodeOperationError);
	expect(error).toMatchObject({ message: 'x is not a function', context: { itemIndex: 0 } });
	expect(error.description ?? undefined).toBeUndefined();
});

test('a message that was not delivered comes with its remedy and with what is known of it', () => {
	const data = { messageId: '1', status: 'FAILED' };
	const error = errorOf(new DeliveryError(say`It did not arrive`, 'Look there.', data), 1);
	expect(error).toBeInstanceOf(NodeApiError);
	expect(error).toMatchObject({
		message: 'It did not arrive',
		description: 'Look there.',
		node,
		context: { itemIndex: 1, data },
	});
});

describe.each([
	[
		'of the API',
		() =>
			new NodeApiError(node, {}, { message: 'Refused', description: 'Check.', httpCode: '400' }),
		'400',
	],
	[
		'of the node',
		() => new NodeOperationError(node, 'Refused', { description: 'Check.' }),
		undefined,
	],
])('an error %s', (_, make, status) => {
	test('is given to its item as it is', () => {
		const cause = make();
		expect(errorOf(cause, 4)).toBe(cause);
		expect(cause.context.itemIndex).toBe(4);
	});

	test('that comes to several items is an error of its own for each, with the same words', () => {
		const cause = make();
		const errors = [0, 1, 2].map((item) => errorOf(cause, item));
		expect(new Set(errors).size).toBe(3);
		expect(errors.map(({ context }) => context.itemIndex)).toEqual([0, 1, 2]);
		for (const error of errors) {
			expect(error).toMatchObject({ message: 'Refused', description: 'Check.' });
			expect('httpCode' in error ? error.httpCode : undefined).toBe(status);
		}
	});
});

test('an error without a description stays without one for every item', () => {
	const cause = new NodeOperationError(node, 'Refused');
	const descriptions = [0, 1].map((item) => errorOf(cause, item).description ?? undefined);
	expect(descriptions).toEqual([undefined, undefined]);
});

test('an error of the whole node names no item', () => {
	const error = nodeErrorOf(
		{ getNode: () => node } as IExecuteFunctions,
		new InputError(say`Text is empty`, "Fill in 'Text'."),
	);
	expect(error).toMatchObject({ message: 'Text is empty', description: "Fill in 'Text'.", node });
	expect(error.context.itemIndex).toBeUndefined();
});

describe('an error for whoever runs the node', () => {
	const told = (type: string, message: string, description?: string) => {
		const context = { getNode: () => ({ ...node, type }) as INode } as IExecuteFunctions;
		const error = new NodeOperationError(context.getNode(), message, { description });
		expect(toldTo(context, error)).toBe(error);
		return error.message;
	};
	const AGENT = 'n8n-nodes-wts-chat.wtsChatTool';

	test('tells an agent the remedy in its message', () => {
		expect(told(AGENT, 'Text is empty', 'Fill it in.')).toBe('Text is empty. Fill it in.');
	});

	test('does not tell it twice', () => {
		const message = 'Text is empty. Fill it in.';
		expect(told(AGENT, message, 'Fill it in.')).toBe(message);
	});

	test('without a remedy stays as it is', () => {
		expect(told(AGENT, 'Text is empty')).toBe('Text is empty');
	});

	test('keeps its message for people', () => {
		const inWorkflow = 'n8n-nodes-wts-chat.wtsChat';
		expect(told(inWorkflow, 'Text is empty', 'Fill it in.')).toBe('Text is empty');
	});
});
