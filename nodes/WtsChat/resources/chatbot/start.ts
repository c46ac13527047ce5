import { outputFields } from '../../fields/output';
import { sessionShortForm } from '../../fields/session';
import { post } from '../../transport/contract';
import { synchronous } from '../message/delivery';
import type { RequestOperation } from '../operation';
import { chatbotFields, chatbotOptions, ownFrom, sharedFrom } from './sending';

/** Source: POST /chat/v1/chatbot/send */
export const start: RequestOperation = {
	name: 'Start',
	value: 'start',
	action: 'Start a chatbot',
	description: 'Have a chatbot talk to a contact or in a session, and get the session it runs in',
	shortForm: sessionShortForm,
	fields: [...chatbotFields, ...outputFields, chatbotOptions],
	request: (parameters) =>
		synchronous(
			post('/chat/v1/chatbot/send', {
				body: { ...sharedFrom(parameters), ...ownFrom(parameters) },
			}),
		),
};
