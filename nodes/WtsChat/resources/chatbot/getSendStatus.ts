import { id } from '../../fields/kinds/id';
import { simplified } from '../../fields/output';
import { requestOperation } from '../../operations/operation';
import { get } from '../../transport/contract';
import { sendShortForm } from '../message/freeMessage';

export const getSendStatus = requestOperation({
	name: 'Get Send Status',
	value: 'getSendStatus',
	action: 'Get the status of a sent chatbot',
	description: "Read the status of a chatbot that was sent with 'Send'",
	record: 'SendResult',
	fields: {
		sendId: id({
			displayName: 'Send ID',
			name: 'sendId',
			description: "ID from the output of 'Send'",
		}).required(),
		output: simplified(sendShortForm),
	},
	request: ({ sendId }) => get('/chat/v1/send/chatbot/{id}', { path: { id: sendId } }),
});
