import type { IDataObject, IExecuteFunctions, INode } from 'n8n-workflow';
import { parametersOf } from '../../../nodes/WtsChat/execution/tasks';
import { update } from '../../../nodes/WtsChat/resources/session/update';

const ID = '3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10';

test('an expression is worked out once for an item, however often its field is read', () => {
	const getNodeParameter = jest.fn((): IDataObject | string | null => ID);
	const context = {
		getNodeParameter,
		getInputData: () => [],
		getTimezone: () => 'UTC',
		getNode: () => ({ type: 'wtsChat' }) as INode,
	} as unknown as IExecuteFunctions;
	const { parameters, idsRead } = parametersOf(context, update, 3);

	expect([1, 2, 3].map(() => parameters.id('sessionId'))).toEqual([ID, ID, ID]);
	expect(getNodeParameter.mock.calls).toEqual([['sessionId', 3, null]]);
	expect(new Set(idsRead)).toEqual(new Set([`'Session ID' (${ID})`]));

	getNodeParameter.mockReturnValue(null);
	expect(parameters.group('updateFields').text('number')).toBeUndefined();
});
