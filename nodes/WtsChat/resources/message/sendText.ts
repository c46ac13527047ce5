import { outputFields } from '../../fields/output';
import { recipientFields } from '../../fields/recipient';
import { post } from '../../transport/contract';
import type { JobOperation } from '../operation';
import { following, sendStatus } from './delivery';
import { freeMessageFrom, freeMessageOptions, sendShortForm } from './freeMessage';

/** Source: POST /chat/v1/send/text; the contract demands neither `to` nor `sessionId`, one of them is sent. */
export const sendText: JobOperation = {
	name: 'Send Text',
	value: 'sendText',
	action: 'Send a text message',
	description: 'Send a text to a contact or into a session',
	shortForm: sendShortForm,
	fields: [
		...recipientFields,
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 4 },
			required: true,
			default: '',
			placeholder: 'e.g. Bom dia! Seu pedido saiu para entrega.',
			description: 'What the message says',
		},
		...outputFields,
		freeMessageOptions,
	],
	prepare(parameters) {
		const text = parameters.requiredText('text');
		const request = post('/chat/v1/send/text', { body: { ...freeMessageFrom(parameters), text } });
		return following(parameters, sendStatus, async (api) => await api.send(request));
	},
};
