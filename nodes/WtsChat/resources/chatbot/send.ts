import { batching } from '../../fields/batching';
import { optionsOf } from '../../fields/kinds/collection';
import { simplified } from '../../fields/output';
import { sending } from '../../operations/delivery';
import { jobOperation } from '../../operations/operation';
import { resultsOf, toldApart, withSenderId } from '../../operations/sendBatch';
import { post } from '../../transport/contract';
import { sendShortForm } from '../message/freeMessage';
import { bodyOf, chatbotFields, chatbotMembers, ownOf, sharedOf } from './sending';

/** The batch states no maximum; the one of the API's general guide is kept. */
export const send = jobOperation({
	name: 'Send',
	value: 'send',
	action: 'Send a chatbot',
	description:
		"Send a chatbot to a contact or into a session without waiting for it to start; 'Get Send Status' tells what became of it",
	record: 'SendResult',
	fields: {
		...chatbotFields,
		output: simplified(sendShortForm),
		options: optionsOf({ batching, ...chatbotMembers }),
	},
	prepare: (values) => sending(post('/chat/v1/send/chatbot', { body: bodyOf(values) })),
	batch: {
		max: 100,
		item: (values) => ({ shared: sharedOf(values), part: withSenderId(ownOf(values)) }),
		request: (shared, messages) =>
			post('/chat/v1/send/chatbot/batch', {
				body: { ...shared, messages: toldApart(messages) },
			}),
		records: resultsOf,
	},
});
