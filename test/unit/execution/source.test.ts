import type {
	IDataObject,
	IExecuteFunctions,
	INode,
	ISupplyDataFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import { itemSource, nodeSource, subNodeSource } from '../../../nodes/WtsChat/execution/source';
import { id } from '../../../nodes/WtsChat/fields/kinds/id';
import { phone } from '../../../nodes/WtsChat/fields/kinds/phone';
import { file, moment } from '../../../nodes/WtsChat/fields/kinds/plain';
import { text } from '../../../nodes/WtsChat/fields/kinds/text';
import { upload } from '../../../nodes/WtsChat/resources/file/upload';
import { update } from '../../../nodes/WtsChat/resources/session/update';

const ID = '3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10';
const named = (name: string) => ({ displayName: name.toUpperCase(), name });

describe('an item', () => {
	/** A node whose fields hold these values, with one file in its second item. */
	function contextOf(
		getNodeParameter: (field: string, item: number, otherwise: null) => unknown,
		type = 'wtsChat',
	) {
		const photo = { data: '', mimeType: 'image/png', fileName: 'photo.png' };
		return {
			getNodeParameter,
			getInputData: () => [{ json: {} }, { json: {}, binary: { photo } }],
			getTimezone: () => 'America/Sao_Paulo',
			getNode: () => ({ type }) as INode,
		} as unknown as IExecuteFunctions;
	}

	test('has each expression worked out once, however often its field is read', () => {
		const getNodeParameter = jest.fn((): unknown => ID);
		const source = itemSource(contextOf(getNodeParameter), 3);
		const reads = [1, 2, 3].map(() => update.fields.id.read(source));

		expect(reads).toEqual([ID, ID, ID]);
		expect(getNodeParameter.mock.calls).toEqual([['sessionId', 3, null]]);

		getNodeParameter.mockReturnValue(null);
		expect(update.fields.updateFields.read(source).number).toBeUndefined();
		expect(update.fields.updateFields.read(source).number).toBeUndefined();
		expect(getNodeParameter.mock.calls.slice(1)).toEqual([['updateFields', 3, null]]);
	});

	test('keeps what its fields have named, in their order', () => {
		const values: IDataObject = { one: ID, two: '(11) 90000-0001' };
		const source = itemSource(
			contextOf((name) => values[name]),
			0,
		);
		id(named('one')).read(source);
		phone(named('two')).read(source);
		expect(source.subjects).toEqual([
			{ field: 'one', label: 'ONE', id: ID },
			{ field: 'two', label: 'TWO', id: '+5511900000001' },
		]);
	});

	test('has the file that it carries itself', () => {
		const fileOf = (item: number) =>
			upload.fields.file.read(
				itemSource(
					contextOf(() => 'photo'),
					item,
				),
			);
		expect(fileOf(1)).toMatchObject({ name: 'photo.png' });
		expect(() => fileOf(0)).toThrow(
			"The item has no file in the field named by 'Input Data Field Name'",
		);
	});

	test('is in the time zone of the workflow', () => {
		const source = itemSource(
			contextOf(() => '2026-09-15T13:00'),
			0,
		);
		expect(moment(named('from')).read(source)).toBe('2026-09-15T16:00:00.000Z');
	});

	test('is written by a model where an agent runs the node', () => {
		const wordOf = (type: string) =>
			text(named('word')).read(
				itemSource(
					contextOf(() => 'null', type),
					0,
				),
			);
		expect(wordOf('wtsChat')).toBe('null');
		expect(wordOf('wtsChatTool')).toBeUndefined();
	});
});

test('an item knows the message of the contact that it follows from', () => {
	const trigger = { name: 'Trigger', type: 'n8n-nodes-wts-chat.wtsChatTrigger' };
	const events = ['a', 'b'].map((message) => ({
		eventType: 'MESSAGE_RECEIVED',
		id: message,
		sessionId: ID,
	}));
	const context = {
		getNode: () => ({ name: 'Send', type: 'wtsChat' }) as INode,
		getTimezone: () => 'UTC',
		getParentNodes: () => [trigger],
		evaluateExpression: (_: string, item: number) => events[item],
	} as unknown as IExecuteFunctions;
	expect(itemSource(context, 1).heard()).toMatchObject({ id: 'b', sessionId: ID });
});

test('a sub-node has its fields read for the item of the node that it belongs to', () => {
	const values: IDataObject[] = [{ word: 'first' }, { word: 'second' }];
	const source = subNodeSource(
		{
			getNodeParameter: (name: string, item: number, otherwise: unknown) =>
				values[item]?.[name] ?? otherwise,
			getTimezone: () => 'America/Sao_Paulo',
			getNode: () => ({ type: 'wtsChatMemory' }) as INode,
		} as unknown as ISupplyDataFunctions,
		1,
	);
	expect(text(named('word')).read(source)).toBe('second');
	expect(text(named('other')).read(source)).toBeUndefined();
	expect(source.heard()).toBeUndefined();
});

describe('a node outside of a run', () => {
	/** The fields of a node that holds these values, while it takes a request. */
	function sourceOf(values: IDataObject, type = 'wtsChat') {
		const context = {
			getNodeParameter: (name: string, otherwise: unknown) => values[name] ?? otherwise,
			getTimezone: () => 'America/Sao_Paulo',
			getNode: () => ({ type }) as INode,
		};
		return nodeSource(context as unknown as IWebhookFunctions);
	}

	test('has its fields read as those of an item are', () => {
		const source = sourceOf({ phone: '(11) 90000-0001', from: '2026-09-15T13:00', none: '' });
		expect(phone(named('phone')).read(source)).toBe('5511900000001');
		expect(moment(named('from')).read(source)).toBe('2026-09-15T16:00:00.000Z');
		expect(text(named('none')).read(source)).toBeUndefined();
		expect(text(named('other')).read(source)).toBeUndefined();
	});

	test('is written by a model where it is the tool of an agent', () => {
		const wordOf = (type?: string) => text(named('word')).read(sourceOf({ word: 'null' }, type));
		expect(wordOf()).toBe('null');
		expect(wordOf('wtsChatTool')).toBeUndefined();
	});

	test('says of a field that names a file of the item that there is none', () => {
		expect(() => file(named('file')).read(sourceOf({ file: 'data' }))).toThrow(
			expect.objectContaining({
				message: "'FILE' has no file",
				remedy: 'A request brings no item to take it from.',
			}),
		);
	});
});
