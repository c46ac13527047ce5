import type { INodeProperties } from 'n8n-workflow';
import type { Input } from '../../../nodes/WtsChat/fields/field';
import { choice, choices } from '../../../nodes/WtsChat/fields/kinds/choice';
import { clearOf, filtersOf } from '../../../nodes/WtsChat/fields/kinds/collection';
import { dropdowns, id, ids, locator } from '../../../nodes/WtsChat/fields/kinds/id';
import { listOrId, listOrIds } from '../../../nodes/WtsChat/fields/kinds/listOrId';
import { phone, phones } from '../../../nodes/WtsChat/fields/kinds/phone';
import { boolean, file, json, moment, number } from '../../../nodes/WtsChat/fields/kinds/plain';
import { keyValues, rows } from '../../../nodes/WtsChat/fields/kinds/rows';
import {
	pickedText,
	pickedTexts,
	plainText,
	text,
	texts,
} from '../../../nodes/WtsChat/fields/kinds/text';
import { ID, look, read } from './support';

const options = [{ name: 'A', value: 'a' as const }];
const row = { displayName: 'Row', name: 'row' };
const EXAMPLE = 'e.g. 3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10';

/** What a form holds before anybody fills it in: nothing, and what its kind needs. */
const forms: Array<[string, () => Input<unknown>, Partial<INodeProperties>]> = [
	['a text', () => text(look), { type: 'string', default: '' }],
	['a plain text', () => plainText(look), { type: 'string', default: '' }],
	['texts', () => texts(look), { type: 'string', default: '' }],
	['an ID', () => id(look), { type: 'string', default: '', placeholder: EXAMPLE }],
	['IDs', () => ids(look), { type: 'string', default: '', placeholder: EXAMPLE }],
	['a phone number', () => phone(look), { type: 'string', default: '' }],
	['phone numbers', () => phones(look), { type: 'string', default: '' }],
	['a number', () => number({ ...look, default: 5 }), { type: 'number', default: 5 }],
	['a boolean', () => boolean({ ...look, default: true }), { type: 'boolean', default: true }],
	['a moment', () => moment(look), { type: 'dateTime', default: '' }],
	['JSON', () => json(look), { type: 'json', default: '' }],
	['a file', () => file(look), { type: 'string', default: '' }],
	[
		'a choice',
		() => choice({ ...look, options, default: 'a' }),
		{ type: 'options', default: 'a', options },
	],
	['choices', () => choices({ ...look, options }), { type: 'multiOptions', default: [], options }],
	[
		'records of a dropdown',
		() => dropdowns('steps', { ...look, typeOptions: { loadOptionsDependsOn: ['panelId'] } }),
		{
			type: 'multiOptions',
			default: [],
			typeOptions: { loadOptionsMethod: 'getSteps', loadOptionsDependsOn: ['panelId'] },
		},
	],
	[
		'a name of a dropdown',
		() => pickedText('getNames', look),
		{ type: 'options', default: '', typeOptions: { loadOptionsMethod: 'getNames' } },
	],
	[
		'names of a dropdown',
		() => pickedTexts('getNames', look),
		{ type: 'multiOptions', default: [], typeOptions: { loadOptionsMethod: 'getNames' } },
	],
	[
		'a record of a searchable list',
		() => locator({ ...look, picker: 'chatbots', namedBy: 'Key' }),
		{
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					placeholder: 'Select…',
					typeOptions: { searchListMethod: 'searchChatbots', searchable: true },
				},
				{ displayName: 'By Key', name: 'id', type: 'string', placeholder: EXAMPLE },
			],
		},
	],
	[
		'rows',
		() => rows({ ...look, row, members: { inner: text(look) } }),
		{
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			default: {},
			options: [{ ...row, values: [text(look).property] }],
		},
	],
	[
		'keys and values',
		() => keyValues({ ...look, row, keyExample: 'pedido', valueExample: '1' }),
		{
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			default: {},
			options: [
				{
					...row,
					values: [
						expect.objectContaining({
							displayName: 'Key',
							name: 'key',
							placeholder: 'e.g. pedido',
						}),
						expect.objectContaining({ displayName: 'Value', name: 'value', placeholder: 'e.g. 1' }),
					],
				},
			],
		},
	],
];

test.each(forms)('%s shows its label, its kind and nothing filled in', (_, made, expected) => {
	const field = made();
	expect(field.property).toEqual({ ...look, ...expected });
	expect(Object.keys(field.property)[0]).toBe('displayName');
});

test('filters stand in the order in which they are named', () => {
	const filters = filtersOf({
		z: text({ displayName: 'Zone', name: 'zone' }),
		a: text({ displayName: 'area', name: 'area' }),
		clear: clearOf(options),
	});
	expect(filters.property).toMatchObject({
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
	});
	expect(filters.property.options?.map(({ name }) => name)).toEqual(['zone', 'area', 'clear']);
});

test('what somebody chooses is read as what it stands for', () => {
	expect(read(choice({ ...look, options, default: 'a' }), 'a')).toBe('a');
	expect(read(locator({ ...look, picker: 'chatbots' }), ID)).toBe(ID);
});

test('names of a dropdown are read as texts, one or several', () => {
	expect(read(pickedText('getNames', look), ' plano ')).toBe('plano');
	expect(read(pickedTexts('getNames', look), ['a', ' b '])).toEqual(['a', 'b']);
});

test('a list says that an expression can choose as well', () => {
	expect(listOrId('The user')).toMatch(
		/^The user\. Choose from the list, or specify an ID using an <a href="https:\/\/docs\.n8n\.io\/code\/expressions\/">expression<\/a>\.$/,
	);
	expect(listOrIds('Tags')).toMatch(/^Tags\. Choose from the list, or specify IDs using an <a /);
});
