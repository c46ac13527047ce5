import {
	contactOrPhone,
	contactReadOptions,
	contactReferenceFrom,
	contactShortForm,
	type ContactDetail,
} from '../../fields/contact';
import { outputFields } from '../../fields/output';
import { get as read } from '../../transport/contract';
import type { JobOperation } from '../operation';
import { inEitherForm } from '../eitherForm';

/** Source: GET /core/v1/contact/{id}, or GET /core/v1/contact/phonenumber/{phone} */
export const get: JobOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get a contact',
	description: 'Read one contact by its ID or phone number, on request with tags and custom fields',
	shortForm: contactShortForm,
	fields: [contactOrPhone, ...outputFields, contactReadOptions],
	prepare(parameters) {
		const query = {
			IncludeDetails: parameters.group('options').choices<ContactDetail>('includeDetails'),
		};
		return inEitherForm(contactReferenceFrom(parameters), ({ contactId, phoneNumber }) =>
			contactId === undefined
				? read('/core/v1/contact/phonenumber/{phone}', { path: { phone: phoneNumber }, query })
				: read('/core/v1/contact/{id}', { path: { id: contactId }, query }),
		);
	},
};
