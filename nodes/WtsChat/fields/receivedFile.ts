import type { INodeProperties } from 'n8n-workflow';

export const downloadFile: INodeProperties = {
	displayName: 'Download File',
	name: 'downloadFile',
	type: 'boolean',
	default: true,
	description: 'Whether to fetch the file that a message of the contact carries',
};

export const maxFileSize: INodeProperties = {
	displayName: 'Max File Size (MB)',
	name: 'maxFileSize',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 20,
	description: 'How large a file may be to be fetched',
};

export const fileField: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: 'fileField',
	type: 'string',
	default: 'data',
	description: 'Name of the binary field that takes the file',
};
