import type { IDataObject } from 'n8n-workflow';
import type { ContactReference } from '../fields/contact';
import { isRecord } from '../transport/records';

// Portfolios and sequences take many contacts in one request, by ID or by phone number. Neither
// documents a maximum; this is the one of the other batches.
export const MAX_MEMBERS = 100;

/** IDs and phone numbers go in different requests, so that the list of each is in the order of its items. */
export function namingOf({ contactId }: ContactReference): 'id' | 'phone' {
	return contactId === undefined ? 'phone' : 'id';
}

/** The contacts of several items. */
export function membersOf(references: ContactReference[]) {
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
	references: ContactReference[],
): Array<IDataObject | undefined> {
	const records = isRecord(answer) && Array.isArray(answer.items) ? answer.items : [];
	const links = records.filter(isRecord);
	return references.map((reference) =>
		links.find(({ contactId, contactDetails }) =>
			reference.contactId === undefined
				? phoneOf(contactDetails) === reference.phoneNumber
				: contactId === reference.contactId,
		),
	);
}

function phoneOf(details: unknown): string | undefined {
	const phone = isRecord(details) ? details.phonenumber : undefined;
	return typeof phone === 'string' ? phone.replace(/\D/g, '') : undefined;
}

/** Removing has no answer; it is a success for every item. */
export function removedMembers(_answer: unknown, references: ContactReference[]): IDataObject[] {
	return references.map(() => ({ deleted: true }));
}
