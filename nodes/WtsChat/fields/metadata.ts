import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { InputError, type ItemParameters } from './itemParameters';

/** Metadata as rows of keys and values, and as JSON for whoever has it ready. */
export function metadataFieldsOf(
	displayName: string,
	name: string,
	description: string,
): INodeProperties[] {
	return [
		{
			displayName,
			name,
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Metadata',
			default: {},
			description,
			options: [
				{
					displayName: 'Metadata',
					name: 'pairs',
					values: [
						{
							displayName: 'Key',
							name: 'key',
							type: 'string',
							default: '',
							placeholder: 'e.g. orderNumber',
						},
						{
							displayName: 'Value',
							name: 'value',
							type: 'string',
							default: '',
							placeholder: 'e.g. 9876',
						},
					],
				},
			],
		},
		{
			displayName: `${displayName} (JSON)`,
			name: `${name}Json`,
			type: 'json',
			default: '',
			placeholder: 'e.g. { "orderNumber": "9876", "oldKey": null }',
			description: `${displayName} as a JSON object; a key with the value null is removed`,
		},
	];
}

export const metadataFields = metadataFieldsOf(
	'Metadata',
	'metadata',
	'Keys and values of your own; keys that are not named here stay as they are',
);

/**
 * The metadata chosen in either form.
 *
 * @param name the name that {@link metadataFieldsOf} was given
 * @throws InputError when both forms are filled in
 */
export function metadataFrom(
	parameters: ItemParameters,
	name = 'metadata',
): IDataObject | undefined {
	const pairs = parameters.keyValues(name);
	const json = parameters.json(`${name}Json`);
	if (pairs && json) {
		const label = parameters.label(name);
		throw new InputError(
			`'${label}' is filled in twice`,
			`Use either '${label}' or '${parameters.label(`${name}Json`)}', not both.`,
		);
	}
	return pairs ?? json;
}

/** Metadata to search by; there it is always text. */
export function metadataTextsFrom(filters: ItemParameters): Record<string, string> | undefined {
	const pairs = filters.keyValues('metadata');
	if (!pairs) return undefined;
	return Object.fromEntries(Object.entries(pairs).map(([key, value]) => [key, String(value)]));
}
