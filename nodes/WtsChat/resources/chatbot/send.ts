import { batchingField } from '../../fields/batching';
import type { ItemParameters } from '../../fields/itemParameters';
import { outputFields } from '../../fields/output';
import { post } from '../../transport/contract';
import { sending } from '../message/delivery';
import { sendShortForm } from '../message/freeMessage';
import type { BatchOperation, JobOperation } from '../operation';
import { resultsOf, withSenderIds } from '../sendBatch';
import { chatbotFields, chatbotOptions, ownFrom, sharedFrom } from './sending';

/**
 * Source: POST /chat/v1/send/chatbot, and POST /chat/v1/send/chatbot/batch for many
 *
 * The batch states no maximum; the one of the API's general guide is kept.
 */
export const send: BatchOperation & JobOperation = {
	name: 'Send',
	value: 'send',
	action: 'Send a chatbot',
	description:
		"Have a chatbot talk to a contact or in a session, without waiting for it to start; 'Get Send Status' follows it",
	shortForm: sendShortForm,
	fields: [...chatbotFields, batchingField, ...outputFields, chatbotOptions],
	prepare: (parameters) => sending(requestFrom(parameters)),
	request: requestFrom,
	batch: {
		most: 100,
		shared: sharedFrom,
		request: (items) =>
			post('/chat/v1/send/chatbot/batch', {
				body: { ...sharedFrom(items[0]), messages: withSenderIds(items.map(ownFrom)) },
			}),
		records: resultsOf,
	},
};

function requestFrom(parameters: ItemParameters) {
	return post('/chat/v1/send/chatbot', {
		body: { ...sharedFrom(parameters), ...ownFrom(parameters) },
	});
}
