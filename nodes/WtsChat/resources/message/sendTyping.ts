import { sessionId } from '../../fields/session';
import { post } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: POST /chat/v1/send/typing */
export const sendTyping: RequestOperation = {
	name: 'Send Typing',
	value: 'sendTyping',
	action: 'Show the typing indicator',
	description:
		'Show "typing" to the contact of an active session; only channels of the official WhatsApp API and web chat do it',
	fields: [sessionId],
	request: (parameters) =>
		post('/chat/v1/send/typing', { body: { sessionId: parameters.requiredId('sessionId') } }),
};
