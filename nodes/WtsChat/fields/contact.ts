import type { INodeProperties } from 'n8n-workflow';
import type { components } from '../../../contract/types/core';
import type { ChoicesOf } from './choices';
import { includeDetailsOf, optionsOf } from './collections';
import type { ItemParameters } from './itemParameters';
import { locator } from './locator';

export type ContactDetail = components['schemas']['ContactDetail'];
export type ContactStatus = components['schemas']['ContactStatus'];
export type ContactOrigin = components['schemas']['ContactOrigin'];

const contact = {
	displayName: 'Contact ID',
	name: 'contactId',
	description: 'The contact; its address in the web app works as an ID, too',
	searchListMethod: 'searchContacts',
};

export const contactId = locator(contact);

/** For filters and other places where a contact may be left out. */
export const optionalContactId = locator({ ...contact, required: false });

/** A contact that can also be named by its phone number. */
export const contactOrPhone: INodeProperties = {
	...contactId,
	displayName: 'Contact',
	description: 'The contact: from the list, by its ID, or by its phone number with country code',
	modes: [
		...(contactId.modes ?? []),
		{
			displayName: 'By Phone',
			name: 'phone',
			type: 'string',
			placeholder: 'e.g. +55 11 90000-0001',
		},
	],
};

/** A contact by its ID or by its phone number. */
export type ContactReference =
	{ contactId: string; phoneNumber?: undefined } | { contactId?: undefined; phoneNumber: string };

/** The contact that {@link contactOrPhone} names. */
export function contactReferenceFrom(parameters: ItemParameters): ContactReference {
	return parameters.mode('contactId') === 'phone'
		? { phoneNumber: parameters.requiredPhone('contactId') }
		: { contactId: parameters.requiredId('contactId') };
}

export const contactStatuses: ChoicesOf<ContactStatus> = [
	{ name: 'Active', value: 'ACTIVE' },
	{ name: 'Archived', value: 'ARCHIVED' },
	{ name: 'Blocked', value: 'BLOCKED' },
];

export const contactOrigins: ChoicesOf<ContactOrigin> = [
	{ name: 'Conversation', value: 'CREATED_FROM_HUB' },
	{ name: 'Import', value: 'IMPORTED' },
	{ name: 'User', value: 'CREATED_BY_USER' },
];

const contactDetails: ChoicesOf<ContactDetail> = [
	{ name: 'Custom Fields', value: 'CustomFields' },
	{ name: 'Portfolios', value: 'Portfolios' },
	{ name: 'Tags', value: 'Tags' },
];

/** Options of the operations that read contacts. */
export const contactReadOptions: INodeProperties = optionsOf([
	includeDetailsOf(contactDetails, 'Parts to fill in; portfolios come out with Simplify off'),
]);

/** What remains of a contact when Simplify is on. */
export const contactShortForm = [
	'id',
	'name',
	'phoneNumber',
	'email',
	'instagram',
	'status',
	'tagNames',
	'customFields',
	'metadata',
	'createdAt',
];
