import { messageId } from '../../fields/message';
import { messageStatus } from '../../operations/delivery';
import { requestOperation } from '../../operations/operation';

export const getStatus = requestOperation({
	name: 'Get Status',
	value: 'getStatus',
	action: 'Get the status of a message',
	description: 'Read the status of a message: queued, sent, delivered, read or failed',
	record: 'MessageStatusResult',
	fields: { id: messageId },
	request: ({ id }) => messageStatus(id),
});
