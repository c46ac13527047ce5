import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { ItemParameters } from '../fields/itemParameters';
import { isRecord } from '../transport/records';

/** A field of a dynamic form as its method describes it; n8n keeps the description beside the values. */
interface MappedField {
	id: string;
	displayName: string;
	type?: string;
	options?: INodePropertyOptions[];
	/** Of a `dateTime` field: that it takes a day without a time. */
	dateOnly?: boolean;
}

/**
 * The values and the fields of a dynamic form.
 *
 * @param mapper what n8n keeps of the form
 * @param json the item's own data, which counts where its properties are named like fields and the form is mapped automatically
 */
export function mappedForm(
	mapper: unknown,
	json: IDataObject,
): { values: IDataObject; fields: MappedField[] } {
	if (!isRecord(mapper)) return { values: {}, fields: [] };
	const fields = (mapper.schema ?? []) as unknown as MappedField[];
	if (mapper.mappingMode !== 'autoMapInputData') {
		return { values: (mapper.value ?? {}) as IDataObject, fields };
	}
	const named = Object.entries(json).filter(([key]) => fields.some(({ id }) => id === key));
	return { values: Object.fromEntries(named), fields };
}

/** The field in the terms of an ordinary form, for its reader. */
export function memberOf({ id, displayName, options }: MappedField): INodeProperties {
	return { displayName, name: id, type: 'string', default: '', options };
}

/** Reads the field by its type. */
export function readByType(
	{ id, type, options, dateOnly }: MappedField,
	form: ItemParameters,
): unknown {
	switch (type) {
		case 'number':
			return form.number(id);
		case 'boolean':
			return form.boolean(id);
		case 'dateTime':
			return dateOnly ? form.date(id) : form.moment(id);
		case 'options':
			return form.choice(id);
		case 'array':
			return options ? form.choices(id) : form.texts(id);
		case 'object':
			return form.json(id);
		default:
			return form.text(id);
	}
}
