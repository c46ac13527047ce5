import { messageId } from '../../fields/message';
import { simplified } from '../../fields/output';
import { sendStatus } from '../../operations/delivery';
import { requestOperation } from '../../operations/operation';
import { sendShortForm } from './freeMessage';

export const getSendStatus = requestOperation({
	name: 'Get Send Status',
	value: 'getSendStatus',
	action: 'Get the send status of a message',
	description:
		"Read how far a message has come that one of 'Send Audio', 'Send Document', 'Send Image', 'Send Template', 'Send Text' and 'Send Video' has sent",
	record: 'SendResult',
	fields: { id: messageId, output: simplified(sendShortForm) },
	request: ({ id }) => sendStatus(id),
});
