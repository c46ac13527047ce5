import { messageId } from '../../fields/message';
import { outputFields } from '../../fields/output';
import type { RequestOperation } from '../operation';
import { sendStatus } from './delivery';
import { sendShortForm } from './freeMessage';

/** Source: GET /chat/v1/send/message/{id} */
export const getSendStatus: RequestOperation = {
	name: 'Get Send Status',
	value: 'getSendStatus',
	action: 'Get the send status of a message',
	description:
		"Read how far a message has come that one of 'Send Audio', 'Send Document', 'Send Image', 'Send Template', 'Send Text' and 'Send Video' has sent",
	shortForm: sendShortForm,
	fields: [messageId, ...outputFields],
	request: (parameters) => sendStatus(parameters.requiredId('messageId')),
};
