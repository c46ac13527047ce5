import { contactOrPhone, contactShortForm } from '../../fields/contact';
import { simplified } from '../../fields/output';
import { tags } from '../../fields/tag';
import { tagOperation } from '../../fields/tagOperation';
import { afterChoiceOf } from '../../fields/kinds/together';
import { inEitherForm } from '../../operations/eitherForm';
import { jobOperation } from '../../operations/operation';
import { post } from '../../transport/contract';

/** The operation is always sent, because its default is not documented. */
export const updateTags = jobOperation({
	name: 'Update Tags',
	value: 'updateTags',
	action: 'Update the tags of a contact',
	description: 'Add tags to a contact, remove them, or replace them all',
	record: 'Contact',
	fields: {
		contact: contactOrPhone.required(),
		operation: tagOperation.required(),
		tags: afterChoiceOf(contactOrPhone, tags).required(),
		output: simplified(contactShortForm),
	},
	prepare({ contact, operation, tags: chosen }) {
		const body = { ...chosen, operation };
		return inEitherForm(contact, ({ contactId, phoneNumber }) =>
			contactId === undefined
				? post('/core/v1/contact/phonenumber/{phone}/tags', { path: { phone: phoneNumber }, body })
				: post('/core/v1/contact/{id}/tags', { path: { id: contactId }, body }),
		);
	},
});
