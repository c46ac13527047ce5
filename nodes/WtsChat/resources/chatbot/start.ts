import { optionsOf } from '../../fields/kinds/collection';
import { simplified } from '../../fields/output';
import { changedSessionShortForm } from '../../fields/session';
import { synchronous } from '../../operations/delivery';
import { requestOperation } from '../../operations/operation';
import { post } from '../../transport/contract';
import { bodyOf, chatbotFields, chatbotMembers } from './sending';

export const start = requestOperation({
	name: 'Start',
	value: 'start',
	action: 'Start a chatbot',
	description: 'Start a chatbot with a contact or in a session, and return the session it runs in',
	record: 'SessionV1',
	fields: {
		...chatbotFields,
		output: simplified(changedSessionShortForm),
		options: optionsOf(chatbotMembers),
	},
	request: (values) => synchronous(post('/chat/v1/chatbot/send', { body: bodyOf(values) })),
});
