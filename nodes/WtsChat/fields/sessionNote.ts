import type { INodeProperties } from 'n8n-workflow';

export const noteId: INodeProperties = {
	displayName: 'Note ID',
	name: 'noteId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10',
	description: 'ID that came with the note, for example from Create or from Get Many',
};

/** What remains of a note when Simplify is on. */
export const noteShortForm = [
	'id',
	'createdAt',
	'updatedAt',
	'sessionId',
	'userId',
	'text',
	'fileId',
	'filesIds',
];
