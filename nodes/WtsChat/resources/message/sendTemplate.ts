import { batchingField } from '../../fields/batching';
import { optionalFileFields, optionalFileFrom } from '../../fields/file';
import { outputFields } from '../../fields/output';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { templateFields } from '../../fields/template';
import { post } from '../../transport/contract';
import { idOrUrlOf } from '../file/storeFile';
import type { BatchOperation, JobOperation } from '../operation';
import { following, sendStatus } from './delivery';
import { sendShortForm } from './freeMessage';
import { messageFrom, templateBatch } from './templateBatch';
import { ownFrom, sharedFrom, templateOptions } from './templateMessage';

/** Source: POST /chat/v1/send/template; a whole batch by POST /chat/v1/send/template/batch */
export const sendTemplate: BatchOperation & JobOperation = {
	name: 'Send Template',
	value: 'sendTemplate',
	action: 'Send a template message',
	description:
		'Send an approved template to a contact; on WhatsApp the only way to open a conversation',
	shortForm: sendShortForm,
	fields: [
		sender,
		recipient,
		...templateFields,
		...optionalFileFields,
		batchingField,
		...outputFields,
		templateOptions,
	],
	prepare(parameters) {
		const file = optionalFileFrom(parameters);
		const message = {
			...sharedFrom(parameters),
			...ownFrom(parameters),
			sessionId: parameters.group('options').id('sessionId'),
		};
		return following(parameters, sendStatus, async (api) => {
			const fileIdOrUrl = file && (await idOrUrlOf(api, file));
			return await api.send(post('/chat/v1/send/template', { body: { ...message, fileIdOrUrl } }));
		});
	},
	request: (parameters) =>
		post('/chat/v1/send/template', {
			body: { ...sharedFrom(parameters), ...messageFrom(parameters) },
		}),
	batch: templateBatch,
};
