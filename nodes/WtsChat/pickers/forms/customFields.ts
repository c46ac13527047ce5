import type {
	FieldType,
	IDataObject,
	INodePropertyOptions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';
import { isRecord } from '../../transport/records';
import type { Sentence } from '../../values/sentence';

/** A field of the form; `dateOnly` tells the fields for days from those for moments. */
type CustomFormField = ResourceMapperField & { dateOnly?: true };

const TYPES: Record<string, FieldType> = {
	STRING: 'string',
	TEXT: 'string',
	INTEGER: 'number',
	FLOAT: 'number',
	SINGLESELECT: 'options',
	MULTISELECT: 'array',
	DATE: 'dateTime',
	TIME: 'time',
	DATETIME: 'dateTime',
	BOOLEAN: 'boolean',
};

/**
 * The dynamic form for custom fields, given as a flat list of their definitions. Values go by the
 * field's key; groups only gather others and have no value.
 */
export function customFieldsForm(
	definitions: IDataObject[],
	emptyFieldsNotice: Sentence,
): ResourceMapperFields {
	const fields = definitions
		.filter(({ type, key }) => type !== 'GROUP' && typeof key === 'string')
		.map(formField);
	return { fields, emptyFieldsNotice };
}

function formField(definition: IDataObject): CustomFormField {
	const { name, key, type } = definition;
	const options = optionsOf(definition);
	const shown = String(name ?? key);
	return {
		id: String(key),
		// the form has no list of several choices, so the label tells them
		displayName:
			type === 'MULTISELECT'
				? `${shown} (list of ${options.map((option) => option.name).join(', ')})`
				: shown,
		type: TYPES[String(type)] ?? 'string',
		required: false,
		display: true,
		defaultMatch: false,
		...(options.length > 0 && { options }),
		...(type === 'DATE' && { dateOnly: true }),
	};
}

/** The choices of a select; cards and contacts hold their names. */
function optionsOf({ options }: IDataObject): INodePropertyOptions[] {
	return (Array.isArray(options) ? options : [])
		.filter(isRecord)
		.map(({ name }) => ({ name: String(name), value: String(name) }));
}
