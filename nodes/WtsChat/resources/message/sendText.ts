import { text } from '../../fields/kinds/text';
import { simplified } from '../../fields/output';
import { messageTarget } from '../../fields/recipient';
import { following, sendStatus } from '../../operations/delivery';
import { jobOperation } from '../../operations/operation';
import { writing } from '../../operations/parts';
import { parts, timedOut } from '../../operations/record';
import { post } from '../../transport/contract';
import { freeMessageOf, furtherMessageOf, sendShortForm, textOptions } from './freeMessage';

/** The contract demands neither `to` nor `sessionId`, one of them is sent. */
export const sendText = jobOperation({
	name: 'Send Text',
	value: 'sendText',
	action: 'Send a text message',
	description: 'Send a text to a contact or into a session',
	builderHint:
		"On WhatsApp a text arrives only within 24 hours of the contact's last message; to write first, use 'sendTemplate'. To answer a message that came in, 'sendInSession' with its sessionId works on every channel.",
	record: ['SendResult', timedOut, parts],
	fields: {
		target: messageTarget,
		text: text({
			displayName: 'Text',
			name: 'text',
			typeOptions: { rows: 4 },
			placeholder: 'e.g. Bom dia! Seu pedido saiu para entrega.',
			description: 'What the message says',
		}).required(),
		output: simplified(sendShortForm),
		options: textOptions,
	},
	prepare({ target, text: words, options }) {
		const message = freeMessageOf(target, options);
		const { splitting, delayTyping } = options;
		const to = target.sessionId ?? target.to;
		return following(
			options.waitForDelivery,
			sendStatus,
			async (api) =>
				await writing(
					api,
					{ text: words, splitting, target: to, delay: delayTyping },
					async (part, before) => {
						const body = { ...(before ? furtherMessageOf(message, before) : message), text: part };
						return await api.send(post('/chat/v1/send/text', { body }));
					},
				),
		);
	},
});
