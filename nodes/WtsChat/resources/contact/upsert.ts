import type { IDataObject } from 'n8n-workflow';
import type { components } from '../../../../contract/types/core';
import { batching } from '../../fields/batching';
import type { ChoicesOf } from '../../fields/choices';
import { contactShortForm } from '../../fields/contact';
import {
	contactDetailMembers,
	contactFieldNames,
	newContactFields,
	newContactOf,
} from '../../fields/contactValues';
import type { ValuesOf } from '../../fields/field';
import { choice } from '../../fields/kinds/choice';
import { additionalFieldsOf, optionsOf } from '../../fields/kinds/collection';
import { simplified } from '../../fields/output';
import { fieldListOf } from '../../operations/changes';
import { errorIn } from '../../operations/entries';
import { requestOperation } from '../../operations/operation';
import { post } from '../../transport/contract';
import { DeliveryError } from '../../transport/errors';
import { isRecord } from '../../transport/records';
import { comparable, phoneOfApi } from '../../values/phones';
import * as sentences from '../sentences';

type UpsertTagOperation = components['schemas']['UpsertTagOperation'];

const tagOperations: ChoicesOf<UpsertTagOperation> = [
	{ name: 'Add', value: 'INSERTIFNOTEXISTS', description: 'The contact keeps its other tags' },
	{ name: 'Remove', value: 'DELETEIFEXISTS', description: 'The contact loses these tags' },
	{ name: 'Replace All', value: 'REPLACEALL', description: 'The contact has exactly these tags' },
];

const { email, instagram, tags, ...otherMembers } = contactDetailMembers;

const fields = {
	...newContactFields,
	output: simplified(contactShortForm),
	additionalFields: additionalFieldsOf({
		email,
		instagram,
		tags,
		upsertTagOperation: choice({
			displayName: 'Tag Operation',
			name: 'tagOperation',
			options: tagOperations,
			default: 'INSERTIFNOTEXISTS',
			description:
				'What happens with the tags given here when the contact exists; a new contact gets them',
		}),
		...otherMembers,
	}),
	options: optionsOf({ batching }),
};

/**
 * The list of what may be written is always sent, because without it the API is understood to clear
 * what a request leaves out. The API's own default for tags is to replace them; here it is to add.
 */
export const upsert = requestOperation({
	name: 'Create or Update',
	value: 'upsert',
	action: 'Create or update a contact',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	record: 'Contact',
	fields,
	request(values) {
		const { part: contact, shared: options } = savedOf(values);
		return post('/core/v1/contact', { body: { ...contact, options } });
	},
	batch: {
		max: 100,
		item: savedOf,
		request: (options, items) => post('/core/v2/contact/batch', { body: { items, options } }),
		records: contactsOf,
	},
});

/** The contact to write, and what the API may do to one that exists. */
function savedOf({ additionalFields, ...named }: ValuesOf<typeof fields>) {
	const { upsertTagOperation = 'INSERTIFNOTEXISTS', ...details } = additionalFields;
	const contact = newContactOf(named, details);
	const upsertFields = fieldListOf(contact, contactFieldNames);
	return { shared: { upsert: true, upsertFields, upsertTagOperation }, part: contact };
}

/** The contact of each item, told by what identifies it, because the contract promises no order. */
function contactsOf(
	answer: unknown,
	items: Array<components['schemas']['ContactInput']>,
): Array<IDataObject | DeliveryError> {
	const contacts: IDataObject[] = Array.isArray(answer) ? answer.filter(isRecord) : [];
	return items.map((item) => {
		const contact =
			contacts.find((one) => isSame(one, item)) ??
			contacts.find((one) => isSame(one, item, comparable));
		return contact ? (errorIn(contact) ?? contact) : untold(contacts);
	});
}

function untold(contacts: IDataObject[]): DeliveryError {
	return new DeliveryError(
		sentences.contactUntold,
		"None of the contacts in its answer has the item's phone number, email address or Instagram user. Look in WTS Chat before you run this again.",
		{ contacts },
	);
}

function isSame(
	{ phoneNumber, email, instagram }: IDataObject,
	given: components['schemas']['ContactInput'],
	keyOf = (phone: string) => phone,
): boolean {
	if (given.phoneNumber) {
		const [one, other] = [String(phoneNumber), given.phoneNumber].map(phoneOfApi);
		return one !== undefined && other !== undefined && keyOf(one) === keyOf(other);
	}
	return given.email
		? nameOf(email) === nameOf(given.email)
		: nameOf(instagram) === nameOf(given.instagram);
}

/** An address or a user of Instagram, however it is written. */
function nameOf(name: unknown): string {
	return String(name).replace(/^@/, '').toLowerCase();
}
