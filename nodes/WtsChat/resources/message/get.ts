import { messageId, messageShortForm } from '../../fields/message';
import { simplified } from '../../fields/output';
import { requestOperation } from '../../operations/operation';
import { get as read } from '../../transport/contract';

export const get = requestOperation({
	name: 'Get',
	value: 'get',
	action: 'Get a message',
	description: 'Read one message by its ID',
	fields: { id: messageId, output: simplified(messageShortForm) },
	request: ({ id }) => read('/chat/v1/message/{id}', { path: { id } }),
});
