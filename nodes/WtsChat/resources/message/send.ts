import { botKey } from '../../fields/chatbot';
import { conditions } from '../../fields/conditions';
import { optionsOf } from '../../fields/kinds/collection';
import { simplified } from '../../fields/output';
import { recipient } from '../../fields/recipient';
import { optionalSender } from '../../fields/sender';
import { newSession, replyTo, waitForDelivery, waitForResult } from '../../fields/sendOptions';
import { sendInTurn } from '../../operations/conditions';
import { following, messageStatus, synchronous } from '../../operations/delivery';
import { jobOperation } from '../../operations/operation';
import { onConditions, templateInstead, timedOut } from '../../operations/record';
import type { Api } from '../../transport/api';
import { post } from '../../transport/contract';
import { content, contentShortForm, insteadOf, type MessageBody } from './content';

export const send = jobOperation({
	name: 'Send',
	value: 'send',
	action: 'Send a message',
	description:
		"Send a text, a file or a template to a contact; it can wait for the result and let a chatbot take the reply. On Instagram, Messenger and web chat, use 'Send in Session'.",
	record: ['QueuedMessage', 'Message', timedOut, onConditions, templateInstead],
	fields: {
		from: optionalSender,
		to: recipient,
		content,
		waitForDelivery,
		output: simplified(contentShortForm),
		options: optionsOf({
			refId: replyTo,
			conditions,
			waitForResult,
			botKey,
			...newSession,
		}),
	},
	prepare({ from, to, content: { bodyFor, closedWindow }, waitForDelivery: seconds, options }) {
		const { botKey: bot, conditions, department, user, session, refId, waitForResult } = options;
		const message = { from, to, botKey: bot, department, user, options: session };
		const send = async (api: Api, content: MessageBody) => {
			const body = { ...message, body: content };
			return waitForResult
				? await api.send(synchronous(post('/chat/v1/message/send-sync', { body })))
				: await api.send(post('/chat/v1/message/send', { body }));
		};
		return following(seconds, messageStatus, async (api) => {
			const whole = { ...(await bodyFor(api)), refId };
			return await sendInTurn(api, {
				target: { from, to },
				conditions,
				whenClosed: insteadOf(closedWindow, send),
				send: async () => await send(api, whole),
			});
		});
	},
});
