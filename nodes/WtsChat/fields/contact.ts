import type { components } from '../../../contract/types/core';
import { idIn } from '../values/ids';
import { unquoted } from '../values/parse';
import { phoneIn } from '../values/phones';
import type { ChoicesOf } from './choices';
import { Input } from './field';
import type { Given } from './given';
import { includeDetailsOf, optionsOf } from './kinds/collection';
import { idOf, locator } from './kinds/id';
import { byPhone, phoneOf } from './kinds/phone';
import { isInMode } from './locators';

type ContactDetail = components['schemas']['ContactDetail'];
type ContactStatus = components['schemas']['ContactStatus'];
type ContactOrigin = components['schemas']['ContactOrigin'];

export const contactId = locator({
	displayName: 'Contact',
	name: 'contactId',
	description: 'The contact; its address in the web app works as an ID, too',
	picker: 'contacts',
});

/** A contact by its ID or by its phone number. */
export type ContactReference =
	{ contactId: string; phoneNumber?: undefined } | { contactId?: undefined; phoneNumber: string };

/** A contact that can also be named by its phone number. */
export const contactOrPhone = new Input<ContactReference | undefined>(
	{
		...contactId.property,
		displayName: 'Contact',
		description: 'The contact: from the list, by its ID, or by its phone number with country code',
		modes: [...(contactId.property.modes ?? []), ...byPhone.modes],
	},
	referenceOf,
);

/** The contact that is given by its ID or its phone number, told by what they look like. */
export function contactIn(given: Given): ContactReference | undefined {
	const written = given.text;
	if (written === undefined) return undefined;
	return idIn(written) ? byId(given) : byNumber(given);
}

/** A model, or an expression, may give either, whatever the mode. */
function referenceOf(given: Given): ContactReference | undefined {
	const written = unquoted(given.text ?? '');
	if (idIn(written)) return byId(given);
	const isNumber = isInMode('phone', given.raw) || phoneIn(written) !== undefined;
	return isNumber ? byNumber(given) : byId(given);
}

function byNumber(given: Given): ContactReference | undefined {
	const phoneNumber = phoneOf(given);
	return phoneNumber === undefined ? undefined : { phoneNumber };
}

function byId(given: Given): ContactReference | undefined {
	const id = idOf(given, 'contacts');
	return id === undefined ? undefined : { contactId: id };
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
export const contactReadOptions = optionsOf({
	includeDetails: includeDetailsOf(
		contactDetails,
		'What to include; switch Simplify off to see portfolios',
	),
});

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
