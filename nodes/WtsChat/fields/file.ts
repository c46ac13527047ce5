import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { webAddress } from './address';
import type { ItemFile, ItemParameters } from './itemParameters';

/** Where a file comes from: the web, WTS Chat itself, or the item. */
export type ChosenFile = { url: string } | { id: string } | { bytes: ItemFile };

export const binaryField: INodeProperties = {
	displayName: 'Input Data Field Name',
	name: 'binaryPropertyName',
	type: 'string',
	required: true,
	default: 'data',
	placeholder: 'e.g. data',
	description: 'Name of the field of the input item that holds the file (see its Binary tab)',
};

const sources: INodePropertyOptions[] = [
	{ name: 'File ID', value: 'id', description: 'File that was uploaded to WTS Chat before' },
	{ name: 'Input Data', value: 'binary', description: 'File that the input item carries' },
	{ name: 'URL', value: 'url', description: 'Public address of a file' },
];

const sourceField: INodeProperties = {
	displayName: 'File Source',
	name: 'fileSource',
	type: 'options',
	options: sources,
	default: 'url',
	description: 'Where the file comes from',
};

const contentFields: INodeProperties[] = [
	{
		displayName: 'File ID',
		name: 'fileId',
		type: 'string',
		displayOptions: { show: { fileSource: ['id'] } },
		required: true,
		default: '',
		placeholder: 'e.g. 3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10',
		description: 'ID of a file of WTS Chat, for example from uploading it',
	},
	{
		displayName: 'File URL',
		name: 'fileUrl',
		type: 'string',
		displayOptions: { show: { fileSource: ['url'] } },
		required: true,
		default: '',
		placeholder: 'e.g. https://files.example.com/proposta-118.pdf',
		description: 'Address that anybody can open without logging in',
	},
	{ ...binaryField, displayOptions: { show: { fileSource: ['binary'] } } },
];

export const fileFields: INodeProperties[] = [sourceField, ...contentFields];

/** For messages that carry a file only where their template has one. */
export const optionalFileFields: INodeProperties[] = [
	{
		...sourceField,
		options: [
			...sources.slice(0, 2),
			{ name: 'None', value: 'none', description: 'No file' },
			...sources.slice(2),
		],
		default: 'none',
	},
	...contentFields,
];

/** The file that {@link fileFields} name. */
export function fileFrom(parameters: ItemParameters): ChosenFile {
	switch (parameters.choice('fileSource')) {
		case 'id':
			return { id: parameters.requiredId('fileId') };
		case 'binary':
			return { bytes: parameters.file('binaryPropertyName') };
		default:
			return { url: webAddress(parameters.requiredText('fileUrl'), parameters.label('fileUrl')) };
	}
}

/** The file that {@link optionalFileFields} name, if any. */
export function optionalFileFrom(parameters: ItemParameters): ChosenFile | undefined {
	return parameters.choice('fileSource') === 'none' ? undefined : fileFrom(parameters);
}
