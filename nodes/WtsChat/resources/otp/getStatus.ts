import { InputError, type ItemParameters } from '../../fields/itemParameters';
import { outputFields } from '../../fields/output';
import { get } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: GET /chat/v1/send/otp/{id}; the short form leaves the password out. */
export const getStatus: RequestOperation = {
	name: 'Get Status',
	value: 'getStatus',
	action: 'Get the status of a one time password',
	description: 'Read whether a one-time password was sent and received',
	shortForm: [
		'id',
		'status',
		'senderId',
		'contactPhoneNumber',
		'sentAt',
		'receivedAt',
		'failedReason',
	],
	fields: [
		{
			displayName: 'OTP ID or Sender ID',
			name: 'otpId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10',
			description:
				'ID that came out when the password was sent, or the Sender ID that it was given',
		},
		...outputFields,
	],
	request: (parameters) => get('/chat/v1/send/otp/{id}', { path: { id: idFrom(parameters) } }),
};

/** A sender ID is any text, except what an address would take for a way to another path. */
function idFrom(parameters: ItemParameters): string {
	const id = parameters.requiredText('otpId');
	if (id !== '.' && id !== '..') return id;
	throw new InputError(
		`'${parameters.label('otpId')}' is neither an ID nor a sender ID`,
		`It is now "${id}".`,
	);
}
