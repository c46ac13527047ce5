import { closedWindow } from '../../fields/closedWindow';
import { text } from '../../fields/kinds/text';
import { simplified } from '../../fields/output';
import { messageTarget } from '../../fields/recipient';
import { waitForDelivery } from '../../fields/sendOptions';
import { sendInTurn } from '../../operations/conditions';
import { following, sendStatus, type SentMessage } from '../../operations/delivery';
import { jobOperation } from '../../operations/operation';
import { sendInParts } from '../../operations/parts';
import { onConditions, parts, templateInstead, timedOut } from '../../operations/record';
import { post } from '../../transport/contract';
import { freeMessageOf, furtherMessageOf, sendShortForm, textOptions } from './freeMessage';
import { templateTo } from './templateTo';

/** The contract demands neither `to` nor `sessionId`, one of them is sent. */
export const sendText = jobOperation({
	name: 'Send Text',
	value: 'sendText',
	action: 'Send a text message',
	description: 'Send a text to a contact or into a session',
	builderHint:
		"On WhatsApp a text arrives only within 24 hours of the contact's last message; to write first, use 'sendTemplate'. To answer a message that came in, 'sendInSession' with its sessionId works on every channel.",
	record: ['SendResult', timedOut, parts, onConditions, templateInstead],
	fields: {
		target: messageTarget,
		text: text({
			displayName: 'Text',
			name: 'text',
			typeOptions: { rows: 4 },
			placeholder: 'e.g. Bom dia! Seu pedido saiu para entrega.',
			description: 'What the message says',
		}).required(),
		closedWindow,
		waitForDelivery,
		output: simplified(sendShortForm),
		options: textOptions,
	},
	prepare({ target, text: words, closedWindow: window, waitForDelivery: seconds, options }) {
		const message = freeMessageOf(target, options);
		const { campaign, conditions, delayTyping: delay, splitting } = options;
		const instead = window?.template && templateTo(target, window.template, message);
		const statusOf = (id: string, { sentAs }: SentMessage) =>
			instead && sentAs === 'template' ? instead.statusOf(id) : sendStatus(id);
		return following(
			seconds,
			statusOf,
			async (api) =>
				await sendInTurn(api, {
					target,
					campaign,
					conditions,
					whenClosed: window && { sendTemplate: instead?.send },
					send: async (reasonAgainst) =>
						await sendInParts(
							api,
							{ text: words, splitting, delay, reasonAgainst },
							async (text, before) => {
								const body = { ...(before ? furtherMessageOf(message, before) : message), text };
								return await api.send(post('/chat/v1/send/text', { body }));
							},
						),
				}),
		);
	},
});
