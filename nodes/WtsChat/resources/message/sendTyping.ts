import { subjectSessionId } from '../../fields/session';
import { requestOperation } from '../../operations/operation';
import { success } from '../../operations/record';
import { post } from '../../transport/contract';

export const sendTyping = requestOperation({
	name: 'Send Typing',
	value: 'sendTyping',
	action: 'Show the typing indicator',
	description:
		'Show "typing" to the contact of an active session, on channels of the official WhatsApp API and web chat',
	record: [success],
	fields: { sessionId: subjectSessionId },
	request: ({ sessionId }) => post('/chat/v1/send/typing', { body: { sessionId } }),
});
