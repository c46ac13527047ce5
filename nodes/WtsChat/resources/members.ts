import type { IDataObject } from 'n8n-workflow';
import { contactReferenceFrom } from '../fields/contact';
import type { ItemParameters } from '../fields/itemParameters';
import type { ApiRequest } from '../transport/contract';
import { isRecord } from '../transport/records';

// Portfolios and sequences take many contacts in one request, by ID or by phone number. Neither
// documents a maximum; this is the one of the other batches.
export const MOST_MEMBERS = 100;

/** IDs and phone numbers go in different requests, so that the list of each is in the order of its items. */
export function namingOf(parameters: ItemParameters): 'id' | 'phone' {
	return parameters.mode('contactId') === 'phone' ? 'phone' : 'id';
}

/** The contacts of several items. */
export function membersFrom(items: ItemParameters[]) {
	const references = items.map(contactReferenceFrom);
	const contactIds = references.flatMap(({ contactId }) => contactId ?? []);
	const phoneNumbers = references.flatMap(({ phoneNumber }) => phoneNumber ?? []);
	return contactIds.length > 0 ? { contactIds } : { phoneNumbers };
}

/**
 * The record of each contact that was added. Whether the answer holds those that were members before
 * is not documented, so a contact may have none; the API refuses a batch as a whole.
 */
export function recordsOfMembers(
	answer: unknown,
	{ body }: ApiRequest,
): Array<IDataObject | undefined> {
	const { contactIds, phoneNumbers } = body as ReturnType<typeof membersFrom>;
	const records = isRecord(answer) && Array.isArray(answer.items) ? answer.items : [];
	const links = records.filter(isRecord);
	return (contactIds ?? phoneNumbers ?? []).map((name) =>
		links.find(({ contactId, contactDetails }) =>
			contactIds ? contactId === name : phoneOf(contactDetails) === name,
		),
	);
}

function phoneOf(details: unknown): string | undefined {
	const phone = isRecord(details) ? details.phonenumber : undefined;
	return typeof phone === 'string' ? phone.replace(/\D/g, '') : undefined;
}

/** Removing has no answer; it is a success for every item. */
export function removedMembers(_answer: unknown, { body }: ApiRequest): IDataObject[] {
	const { contactIds, phoneNumbers } = body as ReturnType<typeof membersFrom>;
	return (contactIds ?? phoneNumbers ?? []).map(() => ({ deleted: true }));
}
