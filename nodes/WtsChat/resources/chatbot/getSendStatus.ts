import { outputFields } from '../../fields/output';
import { get } from '../../transport/contract';
import { sendShortForm } from '../message/freeMessage';
import type { RequestOperation } from '../operation';

/** Source: GET /chat/v1/send/chatbot/{id} */
export const getSendStatus: RequestOperation = {
	name: 'Get Send Status',
	value: 'getSendStatus',
	action: 'Get the status of a sent chatbot',
	description: "Read how far a chatbot has come that 'Send' has sent",
	shortForm: sendShortForm,
	fields: [
		{
			displayName: 'Send ID',
			name: 'sendId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10',
			description: "ID that came out of 'Send'",
		},
		...outputFields,
	],
	request: (parameters) =>
		get('/chat/v1/send/chatbot/{id}', { path: { id: parameters.requiredId('sendId') } }),
};
