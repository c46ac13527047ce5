import type { INodeProperties } from 'n8n-workflow';

export const messageId: INodeProperties = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10',
	description: 'ID that came with the message, for example from sending it or from Get Many',
};

/** What remains of a message when Simplify is on. */
export const messageShortForm = [
	'id',
	'createdAt',
	'sessionId',
	'direction',
	'type',
	'text',
	'fileId',
	'userId',
	'origin',
	'status',
];
