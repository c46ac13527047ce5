import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { InputError, type ItemParameters } from './itemParameters';

/** Metadata as rows of keys and values, and as JSON for whoever has it ready. */
export const metadataFields: INodeProperties[] = [
	{
		displayName: 'Metadata',
		name: 'metadata',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Metadata',
		default: {},
		description: 'Keys and values of your own; keys that are not named here stay as they are',
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
		displayName: 'Metadata (JSON)',
		name: 'metadataJson',
		type: 'json',
		default: '',
		placeholder: 'e.g. { "orderNumber": "9876", "oldKey": null }',
		description: 'Metadata as a JSON object; a key with the value null is removed',
	},
];

/**
 * The metadata chosen in either form.
 *
 * @throws InputError when both forms are filled in
 */
export function metadataFrom(parameters: ItemParameters): IDataObject | undefined {
	const pairs = parameters.keyValues('metadata');
	const json = parameters.json('metadataJson');
	if (pairs && json) {
		throw new InputError(
			"'Metadata' is filled in twice",
			"Use either 'Metadata' or 'Metadata (JSON)', not both.",
		);
	}
	return pairs ?? json;
}
