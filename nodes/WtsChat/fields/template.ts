import type { INodeProperties } from 'n8n-workflow';
import { InputError, type ItemParameters } from './itemParameters';
import { locator } from './locator';

export const templateId = locator({
	displayName: 'Template',
	name: 'templateId',
	description:
		"Approved template of the channel; the list follows the channel in 'From' where one is chosen",
	searchListMethod: 'searchTemplates',
});

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
				addAllFields: true,
				supportAutoMap: true,
				noFieldsError: 'Choose a template from the list to see its parameters.',
			},
		},
		default: { mappingMode: 'defineBelow', value: null },
		description: 'Values of the placeholders in the template',
	},
	{
		displayName: 'Parameters (JSON)',
		name: 'templateParametersJson',
		type: 'json',
		displayOptions: { show: { specifyParameters: ['json'] } },
		default: '',
		placeholder: 'e.g. { "nome": "Júlia", "pedido": "9876" }',
		description: 'Values of the placeholders in the template, as a JSON object by their names',
	},
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
	if (!values) return undefined;
	const texts = Object.entries(values).map(([name, value]) => {
		if (typeof value === 'object' && value !== null) {
			throw new InputError(
				`'${parameters.label(field)}' holds a value that is not a text`,
				`The value of "${name}" has to be a text or a number.`,
			);
		}
		return [name, value === null ? null : String(value)];
	});
	return Object.fromEntries(texts) as Record<string, string | null>;
}
