import type { INodeProperties } from 'n8n-workflow';
import { customFieldsForm, customFieldsFrom, customFieldsJson } from './customFields';
import { InputError, type ItemParameters } from './itemParameters';
import { metadataFields, metadataFrom } from './metadata';
import { portfolioIds, portfolioNames, portfoliosFrom } from './portfolio';
import { sequenceIds } from './sequence';
import { tagIds, tagNames, tagsFrom } from './tag';

/** Attributes that the API's field list knows by another name than their own. */
export const contactFieldNames = {
	tagIds: 'Tags',
	tagNames: 'Tags',
	portfolioIds: 'Portfolio',
	portfolioNames: 'Portfolio',
} as const;

export const contactCustomFields = customFieldsForm(
	'getContactCustomFields',
	'The account has no custom fields for contacts.',
);

/** Members of the collections of a new and of a changed contact, by name. */
export const contactMembers = {
	annotation: {
		displayName: 'Annotation',
		name: 'annotation',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		placeholder: 'e.g. Prefere contato à tarde',
		description: 'Note about the contact for the team',
	},
	email: {
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '',
		placeholder: 'e.g. julia@example.com',
		description: 'Email address of the contact',
	},
	instagram: {
		displayName: 'Instagram',
		name: 'instagram',
		type: 'string',
		default: '',
		placeholder: 'e.g. @padariaestrela',
		description: 'User name of the contact on Instagram',
	},
	name: {
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Júlia Sampaio',
		description: 'Name of the contact',
	},
	phoneNumber: {
		displayName: 'Phone Number',
		name: 'phoneNumber',
		type: 'string',
		default: '',
		placeholder: 'e.g. +55 11 90000-0001',
		description:
			'WhatsApp number with its country code; 10 or 11 digits without + are taken as Brazilian',
	},
	portfolioIds,
	portfolioNames,
	sequenceIds,
	tagIds,
	tagNames,
} satisfies Record<string, INodeProperties>;

/** What a new contact may have beside its name and phone number. */
export const newContactMembers: INodeProperties[] = [
	contactMembers.annotation,
	customFieldsJson,
	contactMembers.email,
	contactMembers.instagram,
	...metadataFields,
	contactMembers.portfolioIds,
	contactMembers.portfolioNames,
	contactMembers.sequenceIds,
	contactMembers.tagIds,
	contactMembers.tagNames,
];

/**
 * The values that new and changed contacts have in common.
 *
 * @param parameters the whole form, with the dynamic form
 * @param named where name and phone number stand
 * @param collection where all others stand
 */
export function contactValuesFrom(
	parameters: ItemParameters,
	named: ItemParameters,
	collection: ItemParameters,
) {
	return {
		name: named.text('name'),
		phoneNumber: phoneFrom(named),
		email: collection.plainText('email'),
		instagram: collection.plainText('instagram'),
		annotation: collection.text('annotation'),
		...tagsFrom(collection),
		...portfoliosFrom(collection),
		sequenceIds: collection.ids('sequenceIds'),
		customFields: customFieldsFrom(parameters, collection),
		metadata: metadataFrom(collection),
	};
}

/** A contact's phone number; what writes to a contact takes a user of Instagram as well. */
function phoneFrom(named: ItemParameters): string | undefined {
	const phone = named.phone('phoneNumber');
	if (!phone?.startsWith('@')) return phone;
	throw new InputError(
		`'${named.label('phoneNumber')}' takes no user of Instagram`,
		`Put ${phone} into 'Instagram', which stands under 'Additional Fields' or 'Update Fields'.`,
	);
}

type Values = ReturnType<typeof contactValuesFrom>;

/**
 * The values of a contact that can be told from others.
 *
 * @throws InputError when there is nothing that the platform could know it by
 */
export function identifiedFrom(parameters: ItemParameters): Values {
	const fields = parameters.group('additionalFields');
	const values = contactValuesFrom(parameters, parameters, fields);
	if (values.phoneNumber ?? values.email ?? values.instagram) return values;
	throw new InputError(
		'Phone Number is empty, and so are Email and Instagram',
		"A contact needs one of the three: fill in 'Phone Number', or add 'Email' or 'Instagram' under 'Additional Fields'.",
	);
}
