import type { IDataObject } from 'n8n-workflow';
import type { Field } from './field';
import { choice } from './kinds/choice';
import { optionsOf } from './kinds/collection';
import { mapper } from './kinds/mapper';
import { boolean, json } from './kinds/plain';
import { alternatives, together } from './kinds/together';

/** The custom fields as JSON, for whoever has the values ready, or chooses by an expression what the form depends on. */
const customFieldsJson = json({
	displayName: 'Custom Fields (JSON)',
	name: 'customFieldsJson',
	placeholder: 'e.g. { "plano-de-interesse": ["Anual"] }',
	description: 'Custom fields as a JSON object of values by field key; it is sent as it is',
});

const howToSpecify = choice<'fields' | 'json' | 'none'>({
	displayName: 'Custom Fields',
	name: 'specifyCustomFields',
	options: [
		{ name: 'None', value: 'none' },
		{ name: 'Using Fields Below', value: 'fields' },
		{
			name: 'Using JSON',
			value: 'json',
			description: 'For values that are ready, or come from an expression',
		},
	],
	default: 'none',
	description: 'How to give the values of the custom fields',
});

/**
 * The values of custom fields by their keys. The dynamic form stands at the top, where n8n supports it,
 * and is asked for only when somebody wants it.
 *
 * @param written how the API takes the values of the dynamic form
 */
export function customFieldsBy(
	resourceMapperMethod: string,
	dependsOn?: string[],
	written = (values: IDataObject) => values,
): Field<IDataObject | undefined> {
	const form = mapper({
		displayName: 'Custom Fields',
		name: 'customFields',
		noDataExpression: true,
		description: 'Values of the custom fields, each in a field of its type',
		dependsOn,
		mapper: {
			resourceMapperMethod,
			mode: 'add',
			fieldWords: { singular: 'custom field', plural: 'custom fields' },
			valuesLabel: 'Values',
			addAllFields: false,
			supportAutoMap: false,
		},
	});
	const given = alternatives(howToSpecify, {
		none: {},
		fields: { form },
		json: { asJson: customFieldsJson },
	});
	return together({ given }, ({ given: { form: values, asJson } }) =>
		values ? written(values) : asJson,
	);
}

/** Options of the operations that read the definitions of custom fields. */
export const nestedListOptions = optionsOf({
	nestedList: boolean({
		displayName: 'Nested List',
		name: 'nestedList',
		default: true,
		description: "Whether grouped fields stand inside their group, under 'children'",
	}),
});

/** What remains of a definition when Simplify is on. */
export const customFieldShortForm = [
	'id',
	'key',
	'name',
	'type',
	'options',
	'required',
	'visible',
	'position',
	'parentId',
	'children',
];
