import type { IExecuteFunctions, INode } from 'n8n-workflow';
import { parametersOf } from '../../../nodes/WtsChat/execution/tasks';
import { upload } from '../../../nodes/WtsChat/resources/file/upload';
import { update } from '../../../nodes/WtsChat/resources/session/update';

const ID = '3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10';

/** A node whose fields hold these values, with one file in its second item. */
function contextOf(getNodeParameter: (field: string, item: number, otherwise: null) => unknown) {
	const photo = { data: '', mimeType: 'image/png', fileName: 'photo.png' };
	return {
		getNodeParameter,
		getInputData: () => [{ json: {} }, { json: {}, binary: { photo } }],
		getTimezone: () => 'UTC',
		getNode: () => ({ type: 'wtsChat' }) as INode,
	} as unknown as IExecuteFunctions;
}

test('an expression is worked out once for an item, however often its field is read', () => {
	const getNodeParameter = jest.fn(() => ID as string | null);
	const { parameters, idsRead } = parametersOf(contextOf(getNodeParameter), update, 3);

	expect([1, 2, 3].map(() => parameters.id('sessionId'))).toEqual([ID, ID, ID]);
	expect(getNodeParameter.mock.calls).toEqual([['sessionId', 3, null]]);
	expect(new Set(idsRead)).toEqual(new Set([`'Session ID' (${ID})`]));

	getNodeParameter.mockReturnValue(null);
	expect(parameters.group('updateFields').text('number')).toBeUndefined();
});

test('a file is that of the item itself', () => {
	const context = contextOf(() => 'photo');
	const fileOf = (item: number) =>
		parametersOf(context, upload, item).parameters.file('binaryPropertyName');
	expect(fileOf(1)).toMatchObject({ name: 'photo.png' });
	expect(() => fileOf(0)).toThrow(
		"The item has no file in the field named by 'Input Data Field Name'",
	);
});
