import { operation } from '../../playground/sandbox/operation';

describe('a handler', () => {
	it('does not compile when it reads or answers what the contract does not know', () => {
		const declared = [
			operation('getAgent', ({ path }) => ({ userId: path.id })),
			operation('deleteTag', () => {}),
			// @ts-expect-error the path parameter is called id
			operation('getAgent', ({ path }) => ({ userId: path.userId })),
			// @ts-expect-error the property is called name
			operation('getAgent', () => ({ userId: '', fullName: '' })),
			// @ts-expect-error the same inside a list
			operation('listTags', () => [{ id: '', label: '' }]),
			// @ts-expect-error a name is text
			operation('getAgent', () => ({ name: 4 })),
			// @ts-expect-error there is no such operation
			operation('getUser', () => ({})),
		];
		expect(declared.map(({ operationId }) => operationId)).toContain('deleteTag');
	});
});
