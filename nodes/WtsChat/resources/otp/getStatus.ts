import { InputError } from '../../fields/inputError';
import { ID_EXAMPLE } from '../../fields/kinds/id';
import { text } from '../../fields/kinds/text';
import { simplified } from '../../fields/output';
import { requestOperation } from '../../operations/operation';
import { get } from '../../transport/contract';
import * as sentences from '../sentences';

/** A sender ID is any text, except what an address would take for a way to another path. */
const otpId = text({
	displayName: 'OTP ID or Sender ID',
	name: 'otpId',
	placeholder: ID_EXAMPLE,
	description: 'ID from the output of Send, or the Sender ID that you gave there',
}).checked((id, label) => {
	if (id !== '.' && id !== '..') return id;
	throw new InputError(sentences.notIdNorSenderId(label), `It is now "${id}".`);
});

/** The short form leaves the password out. */
export const getStatus = requestOperation({
	name: 'Get Status',
	value: 'getStatus',
	action: 'Get the status of a one time password',
	description: 'Read whether a one-time password was sent and received',
	record: 'OtpStatusResult',
	fields: {
		id: otpId.required(),
		output: simplified([
			'id',
			'status',
			'senderId',
			'contactPhoneNumber',
			'sentAt',
			'receivedAt',
			'failedReason',
		]),
	},
	request: ({ id }) => get('/chat/v1/send/otp/{id}', { path: { id } }),
});
