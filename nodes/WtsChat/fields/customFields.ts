import type { IDataObject } from 'n8n-workflow';
import { InputError } from './inputError';
import { optionsOf } from './kinds/collection';
import { mapper } from './kinds/mapper';
import { boolean, json } from './kinds/plain';

/** The dynamic form for custom fields; it stands at the top of the form, where n8n supports it. */
export function customFieldsForm(
	resourceMapperMethod: string,
	noFieldsError: string,
	dependsOn?: string[],
) {
	return mapper({
		displayName: 'Custom Fields',
		name: 'customFields',
		noDataExpression: true,
		description: 'Values of the custom fields, each in a field of its type',
		dependsOn,
		mapper: {
			resourceMapperMethod,
			mode: 'add',
			fieldWords: { singular: 'custom field', plural: 'custom fields' },
			valuesLabel: 'Custom Fields',
			addAllFields: false,
			supportAutoMap: true,
			noFieldsError,
		},
	});
}

/** For whoever has the values ready, or chooses by an expression what the dynamic form depends on. */
export const customFieldsJson = json({
	displayName: 'Custom Fields (JSON)',
	name: 'customFieldsJson',
	placeholder: 'e.g. { "plano-de-interesse": ["Anual"] }',
	description: 'Custom fields as a JSON object of values by field key; it is sent as it is',
});

/**
 * The custom fields of the dynamic form, or those given as JSON.
 *
 * @param written how the API takes the values of the dynamic form
 * @throws InputError when both forms are filled in
 */
export function customFieldsIn(
	form: IDataObject | undefined,
	asJson: IDataObject | undefined,
	written = (values: IDataObject) => values,
): IDataObject | undefined {
	if (form && asJson) {
		throw new InputError(
			"'Custom Fields' is filled in twice",
			"Use either 'Custom Fields' or 'Custom Fields (JSON)', not both.",
		);
	}
	return form ? written(form) : asJson;
}

/** Options of the operations that read the definitions of custom fields. */
export const nestedListOptions = optionsOf({
	nestedList: boolean({
		displayName: 'Nested List',
		name: 'nestedList',
		default: true,
		description: "Whether to give grouped fields inside their group's children",
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
