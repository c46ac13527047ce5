import { messageId } from '../../fields/message';
import { del } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/**
 * Source: DELETE /chat/v1/message/{id}
 *
 * The API answers the message; it comes out beside the sign of success. Whether the contact still
 * sees it is not documented.
 */
export const deleteMessage: RequestOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a message',
	description: 'Delete one message by its ID',
	fields: [messageId],
	request: (parameters) =>
		del('/chat/v1/message/{id}', { path: { id: parameters.requiredId('messageId') } }),
};
