import { botKey } from '../../fields/chatbot';
import { optionsOf } from '../../fields/kinds/collection';
import { simplified } from '../../fields/output';
import { recipient } from '../../fields/recipient';
import { optionalSender } from '../../fields/sender';
import { newSession, replyTo, waitForDelivery, waitForResult } from '../../fields/sendOptions';
import { following, messageStatus, synchronous } from '../../operations/delivery';
import { jobOperation } from '../../operations/operation';
import { timedOut } from '../../operations/record';
import { post } from '../../transport/contract';
import { content, contentShortForm } from './content';

export const send = jobOperation({
	name: 'Send',
	value: 'send',
	action: 'Send a message',
	description:
		"Send a text, a file or a template to a contact by the general way, which can wait for the result and let a chatbot take the reply. On Instagram, Messenger and web chat use 'Send in Session'.",
	record: ['QueuedMessage', 'Message', timedOut],
	fields: {
		from: optionalSender,
		to: recipient,
		content,
		output: simplified(contentShortForm),
		options: optionsOf({ refId: replyTo, waitForResult, waitForDelivery, botKey, ...newSession }),
	},
	prepare({ from, to, content: contentFor, options }) {
		const { botKey: bot, department, user, session, refId } = options;
		const message = { from, to, botKey: bot, department, user, options: session };
		return following(options.waitForDelivery, messageStatus, async (api) => {
			const body = { ...message, body: { ...(await contentFor(api)), refId } };
			return options.waitForResult
				? await api.send(synchronous(post('/chat/v1/message/send-sync', { body })))
				: await api.send(post('/chat/v1/message/send', { body }));
		});
	},
});
