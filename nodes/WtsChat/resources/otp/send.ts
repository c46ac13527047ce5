import { optionsOf } from '../../fields/collections';
import { locator } from '../../fields/locator';
import { outputFields } from '../../fields/output';
import { recipient } from '../../fields/recipient';
import { callbackUrl, senderId, trackingFrom } from '../../fields/sendOptions';
import { sender } from '../../fields/sender';
import { post } from '../../transport/contract';
import { sending } from '../message/delivery';
import type { JobOperation } from '../operation';

/**
 * Source: POST /chat/v1/send/otp
 *
 * The password comes out in `code`: it is a secret, and nothing here writes it down. Which template
 * is used when none is chosen is not documented.
 */
export const send: JobOperation = {
	name: 'Send',
	value: 'send',
	action: 'Send a one time password',
	description:
		'Send a one-time password over WhatsApp. It comes out as "code" to compare with what the contact types: treat it as a secret.',
	shortForm: ['id', 'code', 'status', 'senderId', 'contactPhoneNumber', 'createdAt', 'statusUrl'],
	fields: [
		sender,
		recipient,
		...outputFields,
		optionsOf([
			callbackUrl,
			{
				displayName: 'Code',
				name: 'code',
				type: 'string',
				typeOptions: { password: true },
				default: '',
				placeholder: 'e.g. 48213',
				description: 'Password to send; without it WTS Chat draws five digits',
			},
			senderId,
			locator({
				displayName: 'Template',
				name: 'templateId',
				description: 'Approved template of the authentication type',
				searchListMethod: 'searchOtpTemplates',
				required: false,
			}),
		]),
	],
	prepare(parameters) {
		const options = parameters.group('options');
		const request = post('/chat/v1/send/otp', {
			body: {
				from: parameters.requiredPhone('from'),
				to: parameters.requiredPhone('to'),
				code: options.text('code'),
				templateId: options.id('templateId'),
				...trackingFrom(options),
			},
		});
		return sending(request);
	},
};
