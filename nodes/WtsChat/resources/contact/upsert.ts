import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { components } from '../../../../contract/types/core';
import { batchingField } from '../../fields/batching';
import type { ChoicesOf } from '../../fields/choices';
import { additionalFieldsOf } from '../../fields/collections';
import { contactShortForm } from '../../fields/contact';
import {
	contactCustomFields,
	contactFieldNames,
	contactMembers,
	identifiedFrom,
	newContactMembers,
} from '../../fields/contactValues';
import type { ItemParameters } from '../../fields/itemParameters';
import { outputFields } from '../../fields/output';
import { post, type ApiRequest } from '../../transport/contract';
import { DeliveryError } from '../../transport/errors';
import { isRecord } from '../../transport/records';
import { comparable, phoneOfApi } from '../../values/phones';
import { changesOf } from '../changes';
import { errorIn } from '../entries';
import type { BatchOperation } from '../operation';

type UpsertTagOperation = components['schemas']['UpsertTagOperation'];

const tagOperations: ChoicesOf<UpsertTagOperation> = [
	{ name: 'Add', value: 'INSERTIFNOTEXISTS', description: 'The contact keeps its other tags' },
	{ name: 'Remove', value: 'DELETEIFEXISTS', description: 'The contact loses these tags' },
	{ name: 'Replace All', value: 'REPLACEALL', description: 'The contact has exactly these tags' },
];

const upsertTagOperation: INodeProperties = {
	displayName: 'Tag Operation',
	name: 'tagOperation',
	type: 'options',
	options: tagOperations,
	default: 'INSERTIFNOTEXISTS',
	description: 'What happens with the tags given here when the contact exists; else Add',
};

/**
 * Source: POST /core/v1/contact, and POST /core/v2/contact/batch for many
 *
 * The list of what may be written is always sent, because without it the API is understood to clear
 * what a request leaves out. The API's own default for tags is to replace them; here it is to add.
 */
export const upsert: BatchOperation = {
	name: 'Create or Update',
	value: 'upsert',
	action: 'Create or update a contact',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	shortForm: contactShortForm,
	fields: [
		contactMembers.phoneNumber,
		contactMembers.name,
		contactCustomFields,
		batchingField,
		...outputFields,
		additionalFieldsOf(
			[...newContactMembers, upsertTagOperation].sort((one, other) =>
				one.displayName.localeCompare(other.displayName),
			),
		),
	],
	request(parameters) {
		const { contact, options } = savedFrom(parameters);
		return post('/core/v1/contact', { body: { ...contact, options } });
	},
	batch: {
		most: 100,
		shared: (parameters) => savedFrom(parameters).options,
		request(items) {
			const contacts = items.map((item) => savedFrom(item).contact);
			return post('/core/v2/contact/batch', {
				body: { items: contacts, options: savedFrom(items[0]).options },
			});
		},
		records: contactsOf,
	},
};

/** The contact to write, and what the API may do to one that exists. */
function savedFrom(parameters: ItemParameters) {
	const { fields, ...contact } = changesOf(
		identifiedFrom(parameters),
		[],
		parameters,
		contactFieldNames,
	);
	const operation = parameters.group('additionalFields').choice<UpsertTagOperation>('tagOperation');
	return {
		contact,
		options: {
			upsert: true,
			upsertFields: fields,
			upsertTagOperation: operation ?? ('INSERTIFNOTEXISTS' as const),
		},
	};
}

/** The contact of each item, told by what identifies it, because the contract promises no order. */
function contactsOf(answer: unknown, { body }: ApiRequest): Array<IDataObject | DeliveryError> {
	const contacts: IDataObject[] = Array.isArray(answer) ? answer.filter(isRecord) : [];
	const { items } = body as components['schemas']['SaveContactBatchRequest'];
	return items.map((item) => {
		const contact =
			contacts.find((one) => isSame(one, item)) ??
			contacts.find((one) => isSame(one, item, comparable));
		return contact ? (errorIn(contact) ?? contact) : untold(contacts);
	});
}

function untold(contacts: IDataObject[]): DeliveryError {
	return new DeliveryError(
		'WTS Chat does not say what became of this contact; it may have been saved',
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
