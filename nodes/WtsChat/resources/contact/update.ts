import type { components } from '../../../../contract/types/core';
import { webAddress } from '../../fields/address';
import { clearOf, updateFieldsOf } from '../../fields/collections';
import {
	contactOrPhone,
	contactReferenceFrom,
	contactShortForm,
	contactStatuses,
	type ContactStatus,
} from '../../fields/contact';
import {
	contactCustomFields,
	contactFieldNames,
	contactMembers,
	contactValuesFrom,
} from '../../fields/contactValues';
import { customFieldsJson } from '../../fields/customFields';
import { unlessBlank, type ItemParameters } from '../../fields/itemParameters';
import { metadataFields } from '../../fields/metadata';
import { outputFields } from '../../fields/output';
import { tagOperation, type TagOperation } from '../../fields/tagOperation';
import { utmFields, utmFrom } from '../../fields/utm';
import { put } from '../../transport/contract';
import { changesOf } from '../changes';
import type { JobOperation } from '../operation';
import { inEitherForm } from '../eitherForm';

/** Attributes that can be emptied; a contact always keeps its name and status. */
type Clearable =
	| 'annotation'
	| 'customFields'
	| 'email'
	| 'instagram'
	| 'metadata'
	| 'phoneNumber'
	| 'pictureUrl'
	| 'portfolioIds'
	| 'sequenceIds'
	| 'tagIds'
	| 'utm';

/**
 * Source: PUT /core/v2/contact/{id}, or PUT /core/v1/contact/phonenumber/{phone}
 *
 * Whether custom fields and UTM values that are left out stay is not documented.
 */
export const update: JobOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update a contact',
	description: 'Change chosen attributes of a contact and leave the others as they are',
	shortForm: contactShortForm,
	fields: [
		contactOrPhone,
		contactCustomFields,
		...outputFields,
		updateFieldsOf([
			contactMembers.annotation,
			clearOf([
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
			customFieldsJson,
			contactMembers.email,
			contactMembers.instagram,
			...metadataFields,
			contactMembers.name,
			contactMembers.phoneNumber,
			{
				displayName: 'Picture URL',
				name: 'pictureUrl',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://files.example.com/julia.png',
				description: 'Address of an image to use as the picture of the contact',
			},
			contactMembers.portfolioIds,
			contactMembers.portfolioNames,
			contactMembers.sequenceIds,
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				options: contactStatuses,
				default: 'ACTIVE',
				description: 'Status that the contact gets; blocked contacts cannot write any more',
			},
			contactMembers.tagIds,
			tagOperation,
			contactMembers.tagNames,
			...utmFields,
		]),
	],
	prepare(parameters) {
		const body = changedFrom(parameters, parameters.group('updateFields'));
		return inEitherForm(contactReferenceFrom(parameters), ({ contactId, phoneNumber }) =>
			contactId === undefined
				? put('/core/v1/contact/phonenumber/{phone}', { path: { phone: phoneNumber }, body })
				: put('/core/v2/contact/{id}', { path: { id: contactId }, body }),
		);
	},
};

function changedFrom(
	parameters: ItemParameters,
	fields: ItemParameters,
): components['schemas']['UpdateContactRequest'] {
	const picture = fields.text('pictureUrl');
	const values = {
		...contactValuesFrom(parameters, fields, fields),
		status: fields.choice<ContactStatus>('status'),
		pictureUrl: picture && webAddress(picture, fields.label('pictureUrl')),
		utm: utmFrom(fields),
	};
	const clear = fields.choices<Clearable>('clear') ?? [];
	return {
		...changesOf(values, clear, fields, contactFieldNames),
		options: tagOptionsFrom(fields, clear.includes('tagIds')),
	};
}

/** Tags are added unless chosen otherwise; to take all of them away, none replace them. */
function tagOptionsFrom(fields: ItemParameters, cleared: boolean) {
	const chosen = fields.choice<TagOperation>('tagOperation');
	return unlessBlank({ tagsOperation: cleared ? ('ReplaceAll' as const) : chosen });
}
