import { randomUUID } from 'node:crypto';
import type { components } from '../../../contract/types/chat';
import {
	contactById,
	type Account,
	type ContactRecord,
	type SequenceContactRecord,
	type SequenceRecord,
} from '../account';
import { invalid, notFound } from '../errors';
import { contactOf } from './records';

type Schemas = components['schemas'];

export function sequenceById({ sequences }: Account, id: string): SequenceRecord {
	const sequence = sequences.find((candidate) => candidate.id === id);
	if (!sequence) throw notFound('Sequência');
	return sequence;
}

/** The contacts that a request names; an unknown phone number becomes a contact. */
export function enrolledContacts(
	account: Account,
	{ contactIds, phoneNumbers }: Schemas['SequenceContactBatchRequest'],
): ContactRecord[] {
	const contacts = [
		...(contactIds ?? []).map((id) => contactById(account, id)),
		...(phoneNumbers ?? []).map((phone) => contactOf(account, phone)),
	];
	if (contacts.length === 0) throw invalid({ contactIds: ['A contact is required.'] });
	return contacts;
}

/** Enrols the contact; one that is enrolled already is only dated anew. */
export function enrol(
	account: Account,
	{ id: sequenceId }: SequenceRecord,
	{ id: contactId, name }: ContactRecord,
): SequenceContactRecord {
	const now = new Date().toISOString();
	const present = account.sequenceContacts.find(
		(enrolment) => enrolment.sequenceId === sequenceId && enrolment.contactId === contactId,
	);
	if (present) return Object.assign(present, { lastAddedAt: now, updatedAt: now });
	const enrolment: SequenceContactRecord = {
		id: randomUUID(),
		active: true,
		createdAt: now,
		updatedAt: now,
		companyId: account.companyId,
		sequenceId,
		contactId,
		contactName: name,
		origin: 'API',
		addedByUserId: null,
		addedByChatbotId: null,
		lastAddedAt: now,
	};
	account.sequenceContacts.push(enrolment);
	return enrolment;
}

export function unenrol(
	account: Account,
	sequence: SequenceRecord,
	contacts: ContactRecord[],
): void {
	const gone = contacts.map(({ id }) => id);
	account.sequenceContacts = account.sequenceContacts.filter(
		({ sequenceId, contactId }) => sequenceId !== sequence.id || !gone.includes(contactId),
	);
}

export function enrolmentView(
	account: Account,
	enrolment: SequenceContactRecord,
	withContact: boolean,
): Schemas['SequenceContact'] {
	if (!withContact) return { ...enrolment, contactDetails: null };
	const contact = contactById(account, enrolment.contactId);
	const { id, name, phoneNumber, phoneNumberFormatted, instagram, email } = contact;
	return {
		...enrolment,
		contactDetails: {
			id,
			name,
			phonenumber: phoneNumber,
			phonenumberFormatted: phoneNumberFormatted,
			instagram,
			email,
			pictureUrl: `https://cdn.example.com/contatos/${id}.png`,
		},
	};
}
