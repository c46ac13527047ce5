import type { IDataObject } from 'n8n-workflow';
import { customFieldsForm } from '../../../nodes/WtsChat/pickers/forms/customFields';
import { noFieldsOfPanel } from '../../../nodes/WtsChat/pickers/sentences';

const formOf = (...definitions: IDataObject[]) =>
	customFieldsForm(definitions, noFieldsOfPanel).fields;

const plano = { key: 'plano', name: 'Plano', type: 'STRING' };

test('a field shows by its name, goes by its key, and may stay empty', () => {
	expect(formOf({ ...plano, required: true })).toEqual([
		{
			id: 'plano',
			displayName: 'Plano',
			type: 'string',
			required: false,
			display: true,
			defaultMatch: false,
		},
	]);
});

test.each<[string, IDataObject, IDataObject]>([
	['a type that is new', { type: 'COLOR' }, { type: 'string' }],
	['no type', { type: null }, { type: 'string' }],
	['no name', { name: null }, { displayName: 'plano' }],
	[
		'choices, one of which is nothing',
		{ type: 'SINGLESELECT', options: [{ name: 'Anual' }, null] },
		{ displayName: 'Plano', options: [{ name: 'Anual', value: 'Anual' }] },
	],
	[
		'several choices at once',
		{ type: 'MULTISELECT', options: [{ name: 'Site' }, { name: 'Loja' }] },
		{ displayName: 'Plano (list of Site, Loja)', type: 'array' },
	],
])('a field with %s', (_, definition, shown) => {
	const [field] = formOf({ ...plano, ...definition });
	expect(field).toMatchObject(shown);
});

test.each([null, []])('a field with the choices %j has none', (options) => {
	expect(formOf({ ...plano, type: 'SINGLESELECT', options })[0]).not.toHaveProperty('options');
});

test.each([
	['DATE', true],
	['DATETIME', undefined],
])('%s tells whether it is a day alone', (type, dateOnly) => {
	const [field] = formOf({ ...plano, type });
	expect(field?.type).toBe('dateTime');
	expect((field as { dateOnly?: true }).dateOnly).toBe(dateOnly);
});

test('groups, and fields without a key, have no value and are left out', () => {
	const group = { key: 'dados', name: 'Dados', type: 'GROUP' };
	expect(formOf(group, { name: 'Sem chave', type: 'STRING' }, plano).map(({ id }) => id)).toEqual([
		'plano',
	]);
});
