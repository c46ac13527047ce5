import { messageId, messageShortForm } from '../../fields/message';
import { outputFields } from '../../fields/output';
import { get as read } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: GET /chat/v1/message/{id} */
export const get: RequestOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get a message',
	description: 'Read one message by its ID',
	shortForm: messageShortForm,
	fields: [messageId, ...outputFields],
	request: (parameters) =>
		read('/chat/v1/message/{id}', { path: { id: parameters.requiredId('messageId') } }),
};
