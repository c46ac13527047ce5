import type { INodeProperties } from 'n8n-workflow';
import { idSourceOf } from '../../../nodes/WtsChat/execution/idSources';
import { methods } from '../../../nodes/WtsChat/methods';
import { resources } from '../../../nodes/WtsChat/resources';

/** Lists of what has no ID: the names of fields and events, and the numbers of channels. */
const WITHOUT_IDS = ['getContactCustomFieldKeys', 'getWebhookEvents', 'searchSenders'];

const field = (more: Partial<INodeProperties>): INodeProperties => ({
	displayName: 'Field',
	name: 'field',
	type: 'string',
	default: '',
	...more,
});

const multiple = (loadOptionsMethod: string) => field({ typeOptions: { loadOptionsMethod } });

const single = (searchListMethod: string) => {
	const list = { displayName: 'List', name: 'list', type: 'list' as const };
	const byId = { displayName: 'By ID', name: 'id', type: 'string' as const };
	const modes = [byId, { ...list, typeOptions: { searchListMethod } }];
	return field({ type: 'resourceLocator', modes });
};

/** Every list that a field can have, with a field that has it. */
const lists: Array<[string, INodeProperties]> = [
	...Object.keys(methods.loadOptions).map((name): [string, INodeProperties] => [
		name,
		multiple(name),
	]),
	...Object.keys(methods.listSearch).map((name): [string, INodeProperties] => [name, single(name)]),
];
const hasIds = ([name]: [string, INodeProperties]) => !WITHOUT_IDS.includes(name);

test.each(lists.filter(hasIds))(
	'the IDs of %s come from an operation that there is',
	(_, listed) => {
		const [, resource, operation, property] =
			/^'(.+): (.+)'(?:, as (\w+)| with its tags)?$/.exec(idSourceOf(listed) ?? '') ?? [];
		const found = resources
			.find(({ name }) => name === resource)
			?.operations.find(({ name }) => name === operation);
		expect(found).toBeDefined();
		if (property) expect(found?.shortForm).toContain(property);
	},
);

test.each(lists.filter((list) => !hasIds(list)))('%s lists no IDs', (_, listed) => {
	expect(idSourceOf(listed)).toBeUndefined();
});

test('a field without a list has no source', () => {
	expect(idSourceOf(field({}))).toBeUndefined();
	const modes = [{ displayName: 'By ID', name: 'id', type: 'string' as const }];
	expect(idSourceOf(field({ type: 'resourceLocator', modes }))).toBeUndefined();
	const emptyList = [{ displayName: 'List', name: 'list', type: 'list' as const }];
	expect(idSourceOf(field({ type: 'resourceLocator', modes: emptyList }))).toBeUndefined();
});
