import { contactOrPhone, contactReadOptions, contactShortForm } from '../../fields/contact';
import { simplified } from '../../fields/output';
import { inEitherForm } from '../../operations/eitherForm';
import { jobOperation } from '../../operations/operation';
import { get as read } from '../../transport/contract';

export const get = jobOperation({
	name: 'Get',
	value: 'get',
	action: 'Get a contact',
	description: 'Read one contact by ID or phone number',
	record: 'Contact',
	fields: {
		contact: contactOrPhone.required(),
		output: simplified(contactShortForm),
		options: contactReadOptions,
	},
	prepare({ contact, options: { includeDetails: IncludeDetails } }) {
		const query = { IncludeDetails };
		return inEitherForm(contact, ({ contactId, phoneNumber }) =>
			contactId === undefined
				? read('/core/v1/contact/phonenumber/{phone}', { path: { phone: phoneNumber }, query })
				: read('/core/v1/contact/{id}', { path: { id: contactId }, query }),
		);
	},
});
