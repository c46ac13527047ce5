import { updateDisplayOptions, type IDataObject } from 'n8n-workflow';
import { TEMPLATE_FILES, textFieldId } from '../pickers/forms/templateParameters';
import type { Field } from './field';
import { fileOfKind, optionalTemplateFile, templateFile, type ChosenFile } from './file';
import { InputError } from './inputError';
import * as sentences from './sentences';
import { choice } from './kinds/choice';
import { locator } from './kinds/id';
import { fieldsOf, mapper } from './kinds/mapper';
import { json } from './kinds/plain';
import { alternatives, together } from './kinds/together';

export const templateId = locator({
	displayName: 'Template',
	name: 'templateId',
	description:
		"Approved template of the channel; the list follows the channel in 'From' where one is chosen",
	picker: 'templates',
});

/** The values of the template's parameters as JSON; the API takes them as texts only. */
export const templateParametersJson = json({
	displayName: 'Parameters (JSON)',
	name: 'templateParametersJson',
	placeholder: 'e.g. { "nome": "Júlia", "pedido": "9876" }',
	description: 'Values of the placeholders in the template, as a JSON object by their names',
}).checked(textsOf);

const templateParametersForm = mapper({
	displayName: 'Parameters',
	name: 'templateParameters',
	description: 'Values of the placeholders in the template',
	dependsOn: ['templateId.value'],
	mapper: {
		resourceMapperMethod: 'getTemplateParameters',
		mode: 'add',
		fieldWords: { singular: 'parameter', plural: 'parameters' },
		valuesLabel: 'Template',
		addAllFields: true,
		supportAutoMap: false,
	},
}).checked(textsOf);

/** The file of a template that goes with one; the form asks for it where it knows so of the template. */
const neededFile: Field<ChosenFile | undefined> = {
	form: updateDisplayOptions(
		{
			show: {
				[`/${templateParametersForm.name}.schema[0].id`]: TEMPLATE_FILES.map(textFieldId),
			},
		},
		templateFile.form,
	),
	read(source) {
		const [first] = fieldsOf(source.valueOf(templateParametersForm.name));
		const type = TEMPLATE_FILES.find((one) => textFieldId(one) === first?.id);
		return type && fileOfKind(templateFile.read(source), MEDIA[type]);
	},
};

const MEDIA = { IMAGE: 'image', VIDEO: 'video', DOCUMENT: 'document' } as const;

/** A template with the values of its parameters, and its file. */
export const template = together(
	{
		templateId: templateId.required(),
		given: alternatives(
			choice<'fields' | 'json'>({
				displayName: 'Specify Parameters',
				name: 'specifyParameters',
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
			}),
			{
				fields: { parameters: templateParametersForm, file: neededFile },
				json: { parameters: templateParametersJson, file: optionalTemplateFile },
			},
		),
	},
	({ templateId: chosen, given }) => ({ templateId: chosen, ...given }),
);

function textsOf(values: IDataObject, label: string): Record<string, string | null> {
	const texts = Object.entries(values).map(([name, value]) => {
		if (typeof value === 'object' && value !== null) {
			throw new InputError(
				sentences.valueNoText(label),
				`The value of "${name}" has to be a text or a number.`,
			);
		}
		return [name, value === null ? null : String(value)];
	});
	return Object.fromEntries(texts) as Record<string, string | null>;
}
