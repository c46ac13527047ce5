import { Input } from '../../../nodes/WtsChat/fields/field';
import { changesOf, fieldListOf } from '../../../nodes/WtsChat/operations/changes';

/** A form whose members have the labels that users see; those of `clear` are entries of a list. */
const form = new Input(
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		default: {},
		options: [
			{ displayName: 'Name', name: 'name', type: 'string', default: '' },
			{
				displayName: 'Fields to Clear',
				name: 'clear',
				type: 'multiOptions',
				default: [],
				options: [
					{ name: 'Tags', value: 'tagIds' },
					{ name: 'Portfolios', value: 'portfolioIds' },
				],
			},
		],
	},
	() => undefined,
);
const bare = new Input(
	{ displayName: 'Update Fields', name: 'updateFields', type: 'collection', default: {} },
	() => undefined,
);

interface Values {
	name?: string;
	tagIds?: string[];
	portfolioIds?: string[];
	userId?: string;
}

test('an update names what it writes as the API spells it', () => {
	const values: Values = { name: 'Ana', userId: 'user', tagIds: undefined };
	expect(changesOf(values, [], form)).toEqual({ ...values, fields: ['Name', 'UserId'] });
});

test('where nothing is chosen to be cleared, nothing is', () => {
	const values: Values = { name: 'Ana' };
	expect(changesOf(values, undefined, form)).toEqual({ name: 'Ana', fields: ['Name'] });
});

test('what is cleared is null, and named as well', () => {
	const values: Values = { name: 'Ana' };
	expect(changesOf(values, ['tagIds', 'userId'], form)).toEqual({
		name: 'Ana',
		tagIds: null,
		userId: null,
		fields: ['Name', 'TagIds', 'UserId'],
	});
});

test('a field that the API knows by another name is named by that, and once', () => {
	const values: Values = { tagIds: [], portfolioIds: [] };
	expect(changesOf(values, [], form, { tagIds: 'Lists', portfolioIds: 'Lists' })).toEqual({
		...values,
		fields: ['Lists'],
	});
});

test.each([
	['with names of their own', undefined, ['Name', 'TagIds']],
	['with other names', { tagIds: 'Tags' } as const, ['Name', 'Tags']],
])('the list of the fields that are chosen is whole %s', (_, otherNames, fields) => {
	const values: Values = { name: 'Ana', tagIds: [], userId: undefined };
	expect(fieldListOf(values, otherNames)).toEqual(fields);
});

test.each<[string, Input<unknown>, Values, keyof Values, string, string]>([
	['label', form, { name: 'Ana' }, 'name', 'Name', 'Fields to Clear'],
	[
		'entry in the list',
		form,
		{ portfolioIds: [] },
		'portfolioIds',
		'Portfolios',
		'Fields to Clear',
	],
	['name, where it has neither,', form, { userId: 'user' }, 'userId', 'userId', 'Fields to Clear'],
	['name in a form without a list', bare, { userId: 'user' }, 'userId', 'userId', 'clear'],
])('what is both set and cleared is told by its %s', (_, of, values, cleared, label, list) => {
	const change = () => changesOf(values, [cleared], of);
	expect(change).toThrow(
		expect.objectContaining({
			message: `'${label}' is both set and cleared`,
			remedy: `Either empty '${label}' or take its entry out of '${list}'.`,
		}),
	);
});

test('what is set under one name and cleared under another is a contradiction, too', () => {
	const names = { tagIds: 'Lists', portfolioIds: 'Lists' } as const;
	const values: Values = { tagIds: [] };
	expect(() => changesOf(values, ['portfolioIds'], form, names)).toThrow(
		"'Portfolios' is both set and cleared",
	);
});

test('nothing to update is said before anything is sent', () => {
	const values: Values = { name: undefined };
	expect(() => changesOf(values, [], form)).toThrow(
		expect.objectContaining({
			message: 'There is nothing to update',
			remedy: expect.stringContaining("Add at least one field under 'Update Fields'"),
		}),
	);
});
