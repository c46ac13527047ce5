import type { INodeProperties } from 'n8n-workflow';

/** The conditions that the records of a list have to pass. */
export function filtersOf(members: INodeProperties[]): INodeProperties {
	return collection('Filters', 'filters', 'Add Filter', members);
}

/** How an operation does its work, for the few who want it otherwise. */
export function optionsOf(members: INodeProperties[]): INodeProperties {
	return collection('Options', 'options', 'Add option', members);
}

/** What a new record may have beside what it must have. */
export function additionalFieldsOf(members: INodeProperties[]): INodeProperties {
	return collection('Additional Fields', 'additionalFields', 'Add Field', members);
}

/** What an update changes. */
export function updateFieldsOf(members: INodeProperties[]): INodeProperties {
	return collection('Update Fields', 'updateFields', 'Add Field', members);
}

function collection(
	displayName: string,
	name: string,
	placeholder: string,
	options: INodeProperties[],
): INodeProperties {
	return { displayName, name, type: 'collection', placeholder, default: {}, options };
}

/** Parts of a record that come only on request. */
export function includeDetailsOf(
	options: NonNullable<INodeProperties['options']>,
	description: string,
): INodeProperties {
	return {
		displayName: 'Include Details',
		name: 'includeDetails',
		type: 'multiOptions',
		options,
		default: [],
		description,
	};
}

/** What an update empties. A field that is merely left blank is not sent. */
export function clearOf(options: NonNullable<INodeProperties['options']>): INodeProperties {
	return {
		displayName: 'Clear',
		name: 'clear',
		type: 'multiOptions',
		options,
		default: [],
		description: 'Attributes to empty; blank fields are left as they are',
	};
}
