import { messageId } from '../../fields/message';
import { get } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: GET /chat/v1/message/{id}/status */
export const getStatus: RequestOperation = {
	name: 'Get Status',
	value: 'getStatus',
	action: 'Get the status of a message',
	description: 'Read how far a message has come: queued, sent, delivered, read or failed',
	fields: [messageId],
	request: (parameters) =>
		get('/chat/v1/message/{id}/status', { path: { id: parameters.requiredId('messageId') } }),
};
