import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { InputError, type ItemParameters } from './itemParameters';
import { locator } from './locator';

export const templateId = locator({
	displayName: 'Template',
	name: 'templateId',
	description:
		"Approved template of the channel; the list follows the channel in 'From' where one is chosen",
	searchListMethod: 'searchTemplates',
});

export const templateParametersJson: INodeProperties = {
	displayName: 'Parameters (JSON)',
	name: 'templateParametersJson',
	type: 'json',
	default: '',
	placeholder: 'e.g. { "nome": "Júlia", "pedido": "9876" }',
	description: 'Values of the placeholders in the template, as a JSON object by their names',
};

/** A template with the values of its parameters. */
export const templateFields: INodeProperties[] = [
	templateId,
	{
		displayName: 'Specify Parameters',
		name: 'specifyParameters',
		type: 'options',
		options: [
			{ name: 'Using Fields Below', value: 'fields' },
			{
				name: 'Using JSON',
				value: 'json',
				description: 'Also where an expression chooses the template',
			},
		],
		default: 'fields',
		description: 'How to give the values of the placeholders in the template',
	},
	{
		displayName: 'Parameters',
		name: 'templateParameters',
		type: 'resourceMapper',
		displayOptions: { show: { specifyParameters: ['fields'] } },
		typeOptions: {
			loadOptionsDependsOn: ['templateId.value'],
			resourceMapper: {
				resourceMapperMethod: 'getTemplateParameters',
				mode: 'add',
				fieldWords: { singular: 'parameter', plural: 'parameters' },
				valuesLabel: 'Parameters',
				addAllFields: true,
				supportAutoMap: true,
				noFieldsError: 'Choose a template from the list to see its parameters.',
			},
		},
		default: { mappingMode: 'defineBelow', value: null },
		description: 'Values of the placeholders in the template',
	},
	{ ...templateParametersJson, displayOptions: { show: { specifyParameters: ['json'] } } },
];

/**
 * The values of the template's parameters, which the API takes as texts only.
 *
 * @throws InputError when a value is neither text nor number, truth value or null
 */
export function templateParametersFrom(
	parameters: ItemParameters,
): Record<string, string | null> | undefined {
	const field =
		parameters.choice('specifyParameters') === 'json'
			? 'templateParametersJson'
			: 'templateParameters';
	const values =
		field === 'templateParametersJson' ? parameters.json(field) : parameters.mapped(field);
	return values && textsOf(values, parameters.label(field));
}

/** The values in {@link templateParametersJson} alone, for whoever does not offer the dynamic form. */
export function templateParametersJsonFrom(
	parameters: ItemParameters,
): Record<string, string | null> | undefined {
	const values = parameters.json('templateParametersJson');
	return values && textsOf(values, parameters.label('templateParametersJson'));
}

function textsOf(values: IDataObject, label: string): Record<string, string | null> {
	const texts = Object.entries(values).map(([name, value]) => {
		if (typeof value === 'object' && value !== null) {
			throw new InputError(
				`'${label}' holds a value that is not a text`,
				`The value of "${name}" has to be a text or a number.`,
			);
		}
		return [name, value === null ? null : String(value)];
	});
	return Object.fromEntries(texts) as Record<string, string | null>;
}
