import { text } from '../../fields/kinds/text';
import { simplified } from '../../fields/output';
import { messageTarget } from '../../fields/recipient';
import { following, sendStatus } from '../../operations/delivery';
import { jobOperation } from '../../operations/operation';
import { post } from '../../transport/contract';
import { freeMessageOf, freeMessageOptions, sendShortForm } from './freeMessage';

/** The contract demands neither `to` nor `sessionId`, one of them is sent. */
export const sendText = jobOperation({
	name: 'Send Text',
	value: 'sendText',
	action: 'Send a text message',
	description: 'Send a text to a contact or into a session',
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
		options: freeMessageOptions,
	},
	prepare({ target, text: words, options }) {
		const body = { ...freeMessageOf(target, options), text: words };
		const request = post('/chat/v1/send/text', { body });
		return following(options.waitForDelivery, sendStatus, async (api) => await api.send(request));
	},
});
