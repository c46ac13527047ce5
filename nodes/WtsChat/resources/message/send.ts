import { optionalBotKey } from '../../fields/chatbot';
import { outputFields } from '../../fields/output';
import { recipient } from '../../fields/recipient';
import { optionalSender } from '../../fields/sender';
import {
	departmentFrom,
	newSessionFrom,
	replyTo,
	sendOptions,
	userFrom,
	waitForResult,
} from '../../fields/sendOptions';
import { post } from '../../transport/contract';
import type { JobOperation } from '../operation';
import { contentFields, contentFrom, contentShortForm } from './content';
import { following, messageStatus, synchronous } from './delivery';

/** Source: POST /chat/v1/message/send, or POST /chat/v1/message/send-sync */
export const send: JobOperation = {
	name: 'Send',
	value: 'send',
	action: 'Send a message',
	description:
		"Send a text, a file or a template to a contact by the general way, which can wait for the result and let a chatbot take the reply. On Instagram, Messenger and web chat use 'Send in Session'.",
	shortForm: contentShortForm,
	fields: [
		optionalSender,
		recipient,
		...contentFields,
		...outputFields,
		sendOptions(optionalBotKey, replyTo, waitForResult),
	],
	prepare(parameters) {
		const options = parameters.group('options');
		const message = {
			from: parameters.phone('from'),
			to: parameters.requiredPhone('to'),
			botKey: options.id('botKey'),
			department: departmentFrom(options),
			user: userFrom(options),
			options: newSessionFrom(options),
		};
		const content = contentFrom(parameters);
		const waits = options.boolean('waitForResult');
		return following(parameters, messageStatus, async (api) => {
			const body = { ...message, body: await content(api) };
			return waits
				? await api.send(synchronous(post('/chat/v1/message/send-sync', { body })))
				: await api.send(post('/chat/v1/message/send', { body }));
		});
	},
};
