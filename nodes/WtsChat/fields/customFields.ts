import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { optionsOf } from './collections';
import { InputError, type ItemParameters } from './itemParameters';

/** The dynamic form for custom fields; it stands at the top of the form, where n8n supports it. */
export function customFieldsForm(
	resourceMapperMethod: string,
	noFieldsError: string,
	loadOptionsDependsOn?: string[],
): INodeProperties {
	return {
		displayName: 'Custom Fields',
		name: 'customFields',
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		description: 'Values of the custom fields, each in a field of its type',
		typeOptions: {
			...(loadOptionsDependsOn && { loadOptionsDependsOn }),
			resourceMapper: {
				resourceMapperMethod,
				mode: 'add',
				fieldWords: { singular: 'custom field', plural: 'custom fields' },
				valuesLabel: 'Custom Fields',
				addAllFields: false,
				supportAutoMap: true,
				noFieldsError,
			},
		},
	};
}

/** For whoever has the values ready, or chooses by an expression what the dynamic form depends on. */
export const customFieldsJson: INodeProperties = {
	displayName: 'Custom Fields (JSON)',
	name: 'customFieldsJson',
	type: 'json',
	default: '',
	placeholder: 'e.g. { "plano-de-interesse": ["Anual"] }',
	description: 'Custom fields as a JSON object of values by field key; it is sent as it is',
};

/**
 * The custom fields chosen in either form.
 *
 * @param parameters the whole form, with the dynamic form
 * @param collection where {@link customFieldsJson} stands
 * @param written how the API takes the values of the dynamic form
 * @throws InputError when both forms are filled in
 */
export function customFieldsFrom(
	parameters: ItemParameters,
	collection: ItemParameters,
	written = (values: IDataObject) => values,
): IDataObject | undefined {
	const form = parameters.mapped('customFields');
	const json = collection.json('customFieldsJson');
	if (form && json) {
		throw new InputError(
			"'Custom Fields' is filled in twice",
			"Use either 'Custom Fields' or 'Custom Fields (JSON)', not both.",
		);
	}
	return form ? written(form) : json;
}

/** Options of the operations that read the definitions of custom fields. */
export const nestedListOptions: INodeProperties = optionsOf([
	{
		displayName: 'Nested List',
		name: 'nestedList',
		type: 'boolean',
		default: true,
		description: "Whether to give grouped fields inside their group's children",
	},
]);

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
