import { messageId } from '../../fields/message';
import { requestOperation } from '../../operations/operation';
import { deleted } from '../../operations/record';
import { del } from '../../transport/contract';

/**
 * The API answers the message; it comes out beside the sign of success. Whether the contact still
 * sees it is not documented.
 */
export const deleteMessage = requestOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a message',
	description: 'Delete one message by its ID',
	record: ['Message', deleted],
	fields: { id: messageId },
	request: ({ id }) => del('/chat/v1/message/{id}', { path: { id } }),
});
