import type { IDataObject } from 'n8n-workflow';
import { customFieldsBy } from './customFields';
import type { ValuesOf } from './field';
import { InputError } from './inputError';
import { phone } from './kinds/phone';
import { plainText, text } from './kinds/text';
import { metadata } from './metadata';
import { portfolios } from './portfolio';
import * as sentences from './sentences';
import { sequenceIds } from './sequence';
import { tags } from './tag';

/** Attributes that the API's field list knows by another name than their own. */
export const contactFieldNames = {
	tagIds: 'Tags',
	tagNames: 'Tags',
	portfolioIds: 'Portfolio',
	portfolioNames: 'Portfolio',
} as const;

export const contactCustomFields = customFieldsBy('getContactCustomFields');

/** What a contact is known by. */
export const contactMembers = {
	name: text({
		displayName: 'Name',
		name: 'name',
		placeholder: 'e.g. Júlia Sampaio',
		description: 'Name of the contact',
	}),
	phoneNumber: phone({
		displayName: 'Phone Number',
		name: 'phoneNumber',
		placeholder: 'e.g. +55 11 90000-0001',
		description:
			'WhatsApp number with its country code; 10 or 11 digits without + are taken as Brazilian',
	}),
	email: plainText({
		displayName: 'Email',
		name: 'email',
		placeholder: 'e.g. julia@example.com',
		description: 'Email address of the contact',
	}),
	instagram: plainText({
		displayName: 'Instagram',
		name: 'instagram',
		placeholder: 'e.g. @padariaestrela',
		description: 'Instagram user name of the contact',
	}),
};

/** The phone number that a contact has; what writes to a contact takes a user of Instagram as well. */
export const ownPhoneNumber = contactMembers.phoneNumber.checked((given, label) => {
	if (!given.startsWith('@')) return given;
	throw new InputError(
		sentences.instagramUser(label),
		`Put ${given} into 'Instagram', which stands under 'Additional Fields' or 'Update Fields'.`,
	);
});

/** What a contact may have beside its name and phone number. */
export const contactDetailMembers = {
	email: contactMembers.email,
	instagram: contactMembers.instagram,
	tags,
	annotation: text({
		displayName: 'Annotation',
		name: 'annotation',
		typeOptions: { rows: 4 },
		placeholder: 'e.g. Prefere contato à tarde',
		description: 'Note about the contact for the team',
	}),
	portfolios,
	sequenceIds,
	metadata,
};

/**
 * What {@link contactDetailMembers} say, as the API takes it.
 *
 * @param customFields their values by key
 */
export function contactDetailsOf(
	customFields: IDataObject | undefined,
	details: ValuesOf<typeof contactDetailMembers>,
) {
	const { annotation, email, instagram, metadata: own, sequenceIds: sequences } = details;
	return {
		email,
		instagram,
		annotation,
		...details.tags,
		...details.portfolios,
		sequenceIds: sequences,
		customFields,
		metadata: own,
	};
}

/** The form of a new contact, but for its additional fields. */
export const newContactFields = {
	phoneNumber: ownPhoneNumber,
	name: contactMembers.name,
	customFields: contactCustomFields,
};

/**
 * A contact that can be told from others.
 *
 * @throws InputError when there is nothing that the platform could know it by
 */
export function newContactOf(
	{ phoneNumber, name, customFields }: ValuesOf<typeof newContactFields>,
	details: ValuesOf<typeof contactDetailMembers>,
) {
	const contact = { name, phoneNumber, ...contactDetailsOf(customFields, details) };
	if (phoneNumber ?? contact.email ?? contact.instagram) return contact;
	throw new InputError(
		sentences.contactUnnamed,
		"A contact needs one of the three: fill in 'Phone Number', or add 'Email' or 'Instagram' under 'Additional Fields'.",
	);
}
