import { conditions } from '../../fields/conditions';
import { optionsOf } from '../../fields/kinds/collection';
import { simplified } from '../../fields/output';
import { replyTo, waitForDelivery, waitForResult } from '../../fields/sendOptions';
import { splitting } from '../../fields/splitting';
import { subjectSessionId } from '../../fields/session';
import { sendInTurn } from '../../operations/conditions';
import { following, messageStatus, synchronous } from '../../operations/delivery';
import { jobOperation } from '../../operations/operation';
import { sendInParts } from '../../operations/parts';
import { onConditions, parts, templateInstead, timedOut } from '../../operations/record';
import type { Api } from '../../transport/api';
import { post } from '../../transport/contract';
import { content, contentShortForm, insteadOf, type MessageBody } from './content';

export const sendInSession = jobOperation({
	name: 'Send in Session',
	value: 'sendInSession',
	action: 'Send a message in a session',
	description:
		'Send a text, a file or a template into a conversation; the way to answer on Instagram, Messenger and web chat',
	builderHint:
		"The operation for answers. Use the sessionId that came with the message, in mode 'id'.",
	record: ['QueuedMessage', 'Message', timedOut, parts, onConditions, templateInstead],
	fields: {
		id: subjectSessionId,
		content,
		waitForDelivery,
		output: simplified(contentShortForm),
		options: optionsOf({ refId: replyTo, conditions, splitting, waitForResult }),
	},
	prepare({ id, content: { bodyFor, closedWindow }, waitForDelivery: seconds, options }) {
		const { conditions, refId, splitting, waitForResult: waits } = options;
		const path = { id };
		const send = async (api: Api, body: MessageBody) =>
			waits
				? await api.send(synchronous(post('/chat/v1/session/{id}/message/sync', { path, body })))
				: await api.send(post('/chat/v1/session/{id}/message', { path, body }));
		return following(seconds, messageStatus, async (api) => {
			const whole = await bodyFor(api);
			return await sendInTurn(api, {
				target: { sessionId: id },
				conditions,
				whenClosed: insteadOf(closedWindow, send),
				send: async (reasonAgainst) =>
					await sendInParts(
						api,
						{ text: whole.text, splitting, reasonAgainst },
						async (text, before) => await send(api, before ? { text } : { ...whole, text, refId }),
					),
			});
		});
	},
});
