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
		"Read the status of a message that was sent with 'Send Text', 'Send Template', 'Send Image', 'Send Document', 'Send Audio' or 'Send Video'",
	record: 'SendResult',
	fields: { id: messageId, output: simplified(sendShortForm) },
	request: ({ id }) => sendStatus(id),
});
