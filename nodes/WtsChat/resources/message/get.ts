import { messageId, messageShortForm } from '../../fields/message';
import { simplified } from '../../fields/output';
import { jobOperation } from '../../operations/operation';
import { get as read } from '../../transport/contract';
import { contactOf } from './contact';

export const get = jobOperation({
	name: 'Get',
	value: 'get',
	action: 'Get a message',
	description: 'Read one message by its ID',
	record: 'Message',
	fields: { id: messageId, output: simplified(messageShortForm) },
	prepare:
		({ id, output }) =>
		async (api) => {
			const message = await api.send(read('/chat/v1/message/{id}', { path: { id } }));
			return { ...message, ...(await contactOf(api, message?.sessionId, output)) };
		},
});
