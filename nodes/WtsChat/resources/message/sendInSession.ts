import { optionsOf } from '../../fields/collections';
import { outputFields } from '../../fields/output';
import { replyTo, waitForDelivery, waitForResult } from '../../fields/sendOptions';
import { sessionId } from '../../fields/session';
import { post } from '../../transport/contract';
import type { JobOperation } from '../operation';
import { contentFields, contentFrom, contentShortForm } from './content';
import { following, messageStatus, synchronous } from './delivery';

/** Source: POST /chat/v1/session/{id}/message, or /chat/v1/session/{id}/message/sync */
export const sendInSession: JobOperation = {
	name: 'Send in Session',
	value: 'sendInSession',
	action: 'Send a message in a session',
	description:
		'Send a text, a file or a template into a conversation; the way to answer on Instagram, Messenger and web chat',
	shortForm: contentShortForm,
	fields: [
		sessionId,
		...contentFields,
		...outputFields,
		optionsOf([replyTo, waitForDelivery, waitForResult]),
	],
	prepare(parameters) {
		const path = { id: parameters.requiredId('sessionId') };
		const content = contentFrom(parameters);
		const waits = parameters.group('options').boolean('waitForResult');
		return following(parameters, messageStatus, async (api) => {
			const body = await content(api);
			return waits
				? await api.send(synchronous(post('/chat/v1/session/{id}/message/sync', { path, body })))
				: await api.send(post('/chat/v1/session/{id}/message', { path, body }));
		});
	},
};
