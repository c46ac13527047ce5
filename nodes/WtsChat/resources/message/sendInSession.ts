import { optionsOf } from '../../fields/kinds/collection';
import { simplified } from '../../fields/output';
import { replyTo, waitForDelivery, waitForResult } from '../../fields/sendOptions';
import { splitting } from '../../fields/splitting';
import { subjectSessionId } from '../../fields/session';
import { following, messageStatus, synchronous } from '../../operations/delivery';
import { jobOperation } from '../../operations/operation';
import { writing } from '../../operations/parts';
import { parts, timedOut } from '../../operations/record';
import { post } from '../../transport/contract';
import { content, contentShortForm } from './content';

export const sendInSession = jobOperation({
	name: 'Send in Session',
	value: 'sendInSession',
	action: 'Send a message in a session',
	description:
		'Send a text, a file or a template into a conversation; the way to answer on Instagram, Messenger and web chat',
	builderHint:
		"The operation for answers. Use the sessionId that came with the message, in mode 'id'.",
	record: ['QueuedMessage', 'Message', timedOut, parts],
	fields: {
		id: subjectSessionId,
		content,
		output: simplified(contentShortForm),
		options: optionsOf({ refId: replyTo, splitting, waitForResult, waitForDelivery }),
	},
	prepare({ id, content: contentFor, options }) {
		const path = { id };
		return following(options.waitForDelivery, messageStatus, async (api) => {
			const whole = await contentFor(api);
			return await writing(
				api,
				{ text: whole.text, splitting: options.splitting, target: id },
				async (text, before) => {
					const body = before ? { text } : { ...whole, text, refId: options.refId };
					return options.waitForResult
						? await api.send(
								synchronous(post('/chat/v1/session/{id}/message/sync', { path, body })),
							)
						: await api.send(post('/chat/v1/session/{id}/message', { path, body }));
				},
			);
		});
	},
});
