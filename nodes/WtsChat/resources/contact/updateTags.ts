import { contactOrPhone, contactReferenceFrom, contactShortForm } from '../../fields/contact';
import { InputError } from '../../fields/itemParameters';
import { outputFields } from '../../fields/output';
import { tagIds, tagNames, tagsFrom } from '../../fields/tag';
import { tagOperation, type TagOperation } from '../../fields/tagOperation';
import { post } from '../../transport/contract';
import type { JobOperation } from '../operation';
import { inEitherForm } from '../eitherForm';

/**
 * Source: POST /core/v1/contact/{id}/tags, or POST /core/v1/contact/phonenumber/{phone}/tags
 *
 * The operation is always sent, because its default is not documented.
 */
export const updateTags: JobOperation = {
	name: 'Update Tags',
	value: 'updateTags',
	action: 'Update the tags of a contact',
	description: 'Add tags to a contact, remove them, or replace them all',
	shortForm: contactShortForm,
	fields: [contactOrPhone, { ...tagOperation, required: true }, tagIds, tagNames, ...outputFields],
	prepare(parameters) {
		const tags = tagsFrom(parameters);
		if (!tags.tagIds && !tags.tagNames) {
			throw new InputError(
				'No tag is given',
				`Choose tags in '${parameters.label('tagIds')}', or write their names in '${parameters.label('tagNames')}'.`,
			);
		}
		const body = { ...tags, operation: parameters.requiredChoice<TagOperation>('tagOperation') };
		return inEitherForm(contactReferenceFrom(parameters), ({ contactId, phoneNumber }) =>
			contactId === undefined
				? post('/core/v1/contact/phonenumber/{phone}/tags', { path: { phone: phoneNumber }, body })
				: post('/core/v1/contact/{id}/tags', { path: { id: contactId }, body }),
		);
	},
};
