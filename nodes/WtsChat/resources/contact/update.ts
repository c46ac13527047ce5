import type { IDataObject } from 'n8n-workflow';
import { webAddress } from '../../fields/address';
import { contactOrPhone, contactShortForm, contactStatuses } from '../../fields/contact';
import {
	contactCustomFields,
	contactDetailMembers,
	contactDetailsOf,
	contactFieldNames,
	contactMembers,
	ownPhoneNumber,
} from '../../fields/contactValues';
import { choice } from '../../fields/kinds/choice';
import { clearOf, updateFieldsOf } from '../../fields/kinds/collection';
import { simplified } from '../../fields/output';
import { tagOperation } from '../../fields/tagOperation';
import { utm } from '../../fields/utm';
import { changesOf } from '../../operations/changes';
import { inEitherForm } from '../../operations/eitherForm';
import { jobOperation } from '../../operations/operation';
import { put } from '../../transport/contract';
import { unlessBlank } from '../../values/blank';

const { email, instagram, tags, ...otherMembers } = contactDetailMembers;

const updateFields = updateFieldsOf({
	name: contactMembers.name,
	phoneNumber: ownPhoneNumber,
	email,
	instagram,
	status: choice({
		displayName: 'Status',
		name: 'status',
		options: contactStatuses,
		default: 'ACTIVE',
		description: 'New status of the contact; blocked contacts can no longer write',
	}),
	tags,
	tagsOperation: tagOperation,
	...otherMembers,
	pictureUrl: webAddress({
		displayName: 'Picture URL',
		name: 'pictureUrl',
		placeholder: 'e.g. https://files.example.com/julia.png',
		description: 'Address of an image to use as the picture of the contact',
	}),
	// a contact always keeps its name and status
	clear: clearOf([
		{ name: 'Annotation', value: 'annotation' },
		{ name: 'Custom Fields', value: 'customFields' },
		{ name: 'Email', value: 'email' },
		{ name: 'Instagram', value: 'instagram' },
		{ name: 'Metadata', value: 'metadata' },
		{ name: 'Phone Number', value: 'phoneNumber' },
		{ name: 'Picture', value: 'pictureUrl' },
		{ name: 'Portfolios', value: 'portfolioIds' },
		{ name: 'Sequences', value: 'sequenceIds' },
		{ name: 'Tags', value: 'tagIds' },
		{ name: 'UTM', value: 'utm' },
	]),
	utm,
});

/** Whether custom fields and UTM values that are left out stay is not documented. */
export const update = jobOperation({
	name: 'Update',
	value: 'update',
	action: 'Update a contact',
	description: 'Change what you choose of a contact, and leave the rest as it is',
	record: 'Contact',
	fields: {
		contact: contactOrPhone.required(),
		customFields: contactCustomFields,
		output: simplified(contactShortForm),
		updateFields,
	},
	prepare({ contact, customFields, updateFields: given }) {
		const body = changedContactOf(customFields, given);
		return inEitherForm(contact, ({ contactId, phoneNumber }) =>
			contactId === undefined
				? put('/core/v1/contact/phonenumber/{phone}', { path: { phone: phoneNumber }, body })
				: put('/core/v2/contact/{id}', { path: { id: contactId }, body }),
		);
	},
});

function changedContactOf(
	customFields: IDataObject | undefined,
	given: ReturnType<typeof updateFields.read>,
) {
	const { name, phoneNumber, status, pictureUrl, utm: origin, clear, tagsOperation } = given;
	const values = {
		name,
		phoneNumber,
		...contactDetailsOf(customFields, given),
		status,
		pictureUrl,
		utm: origin,
	};
	return {
		...changesOf(values, clear, updateFields, contactFieldNames),
		// tags are added unless chosen otherwise; to take all of them away, none replace them
		options: unlessBlank({
			tagsOperation: clear?.includes('tagIds') ? ('ReplaceAll' as const) : tagsOperation,
		}),
	};
}
