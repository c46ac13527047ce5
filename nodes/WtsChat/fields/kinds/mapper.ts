import type {
	IDataObject,
	INodeProperties,
	INodePropertyOptions,
	ResourceMapperTypeOptions,
} from 'n8n-workflow';
import { isRecord } from '../../transport/records';
import { isBlank } from '../../values/blank';
import { trimmed } from '../../values/parse';
import { Input } from '../field';
import type { Source } from '../source';
import { Given } from '../given';
import { missing } from '../inputError';
import { choiceOf, choicesOf } from './choice';
import type { Look } from './look';
import { booleanOf, dayOf, momentOf, numberOf } from './plain';

/** A field of a dynamic form as its method describes it; n8n keeps the description beside the values. */
interface MappedField {
	id: string;
	displayName: string;
	type?: string;
	options?: INodePropertyOptions[];
	/** Of a `dateTime` field: that it takes a day without a time. */
	dateOnly?: boolean;
	required?: boolean;
	/** That it shows something instead of asking. */
	readOnly?: boolean;
}

type MapperLook = Look & {
	/** Names of fields whose change has the form made anew. */
	dependsOn?: string[];
	mapper: ResourceMapperTypeOptions;
};

/** A dynamic form, whose fields a method describes: its values by the key of the field, each of its type. */
export function mapper({ dependsOn, mapper, ...look }: MapperLook): Input<IDataObject | undefined> {
	return new Input(
		{
			type: 'resourceMapper',
			default: { mappingMode: 'defineBelow', value: null },
			...look,
			typeOptions: {
				...(dependsOn && { loadOptionsDependsOn: dependsOn }),
				resourceMapper: mapper,
			},
		},
		valuesIn,
	);
}

function valuesIn(given: Given): IDataObject | undefined {
	const { value } = given;
	if (!isRecord(value)) return undefined;
	const values = (value.value ?? {}) as IDataObject;
	const fields = fieldsOf(value);
	const isShown = (key: string) => fields.some(({ id, readOnly }) => id === key && readOnly);
	const within = given.within(values);
	const filled = Object.entries(values)
		.filter(([key]) => !isShown(key))
		.map(([key, entry]) => {
			const field = fields.find(({ id }) => id === key);
			return [key, field ? readByType(field, within) : trimmed(entry)] as const;
		})
		.filter(([, entry]) => !isBlank(entry));
	const empty = fields.find(
		({ id, required }) => required && !isShown(id) && !filled.some(([key]) => key === id),
	);
	if (empty) throw missing(empty.id);
	return filled.length > 0 ? (Object.fromEntries(filled) as IDataObject) : undefined;
}

/** The fields of a dynamic form, from what n8n keeps of it. */
export function fieldsOf(given: unknown): MappedField[] {
	return isRecord(given) ? ((given.schema ?? []) as unknown as MappedField[]) : [];
}

function readByType(field: MappedField, source: Source): unknown {
	const given = new Given(propertyOf(field), source);
	switch (field.type) {
		case 'number':
			return numberOf(given);
		case 'boolean':
			return booleanOf(given);
		case 'dateTime':
			return field.dateOnly ? dayOf(given) : momentOf(given);
		case 'options':
			return choiceOf(given);
		case 'array':
			return field.options ? choicesOf(given) : given.texts;
		default:
			return given.text;
	}
}

/** The field in the terms of an ordinary form, for its reader. */
function propertyOf({ id, displayName, options }: MappedField): INodeProperties {
	return { displayName, name: id, type: 'string', default: '', options };
}
