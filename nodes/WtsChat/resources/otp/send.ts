import { optionsOf } from '../../fields/kinds/collection';
import { locator } from '../../fields/kinds/id';
import { text } from '../../fields/kinds/text';
import { simplified } from '../../fields/output';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { callbackUrl, senderId } from '../../fields/sendOptions';
import { sending } from '../../operations/delivery';
import { jobOperation } from '../../operations/operation';
import { post } from '../../transport/contract';

/**
 * The password comes out in `code`: it is a secret, and nothing here writes it down. Which template
 * is used when none is chosen is not documented.
 */
export const send = jobOperation({
	name: 'Send',
	value: 'send',
	action: 'Send a one time password',
	description:
		'Send a one-time password over WhatsApp. The output has it in "code", to compare with what the contact types; keep it secret.',
	record: 'OtpSendResult',
	fields: {
		from: sender,
		to: recipient,
		output: simplified([
			'id',
			'code',
			'status',
			'senderId',
			'contactPhoneNumber',
			'createdAt',
			'statusUrl',
		]),
		options: optionsOf({
			templateId: locator({
				displayName: 'Template',
				name: 'templateId',
				description: 'Approved template of the authentication type',
				picker: 'otpTemplates',
			}),
			code: text({
				displayName: 'Code',
				name: 'code',
				typeOptions: { password: true },
				placeholder: 'e.g. 48213',
				description: 'Password to send; without it, WTS Chat makes one of five digits',
			}),
			callbackUrl,
			senderId,
		}),
	},
	prepare: ({ from, to, options }) =>
		sending(post('/chat/v1/send/otp', { body: { from, to, ...options } })),
});
