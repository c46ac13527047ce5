import { randomUUID } from 'node:crypto';
import type { Account, ContactRecord } from '../account';
import { invalid, notFound } from '../errors';

export const digitsOf = (text: string) => text.replace(/\D/g, '');

/** A phone number as contacts keep it: with a pipe after the country code, and for display. */
export function phoneFields(phone: string | null | undefined) {
	if (!phone) return { phoneNumber: null, phoneNumberFormatted: null };
	const digits = digitsOf(phone);
	const [country, area, local] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)];
	return {
		phoneNumber: `+${country}|${area}${local}`,
		phoneNumberFormatted: `(${area}) ${local.slice(0, -4)}-${local.slice(-4)}`,
	};
}

/** A contact of whom nothing is known yet, added to the account. */
export function addContact(account: Account, origin: ContactRecord['origin']): ContactRecord {
	const now = new Date().toISOString();
	const contact: ContactRecord = {
		id: randomUUID(),
		createdAt: now,
		updatedAt: now,
		companyId: account.companyId,
		name: null,
		nameWhatsapp: null,
		nameInstagram: null,
		nameMessenger: null,
		...phoneFields(null),
		email: null,
		instagram: null,
		messengerId: null,
		annotation: null,
		tagIds: [],
		status: 'ACTIVE',
		origin,
		importedAt: null,
		utm: null,
		customFields: {},
		metadata: null,
	};
	account.contacts.push(contact);
	return contact;
}

/** The contact with this number, or on Instagram with this `@user`. */
export function contactAt({ contacts }: Account, to: string): ContactRecord | undefined {
	return contacts.find(({ instagram, phoneNumber }) =>
		to.startsWith('@')
			? instagram === to
			: phoneNumber !== null && digitsOf(phoneNumber) === digitsOf(to),
	);
}

export function contactByPhone(account: Account, phone: string): ContactRecord {
	const contact = contactAt(account, phone);
	if (!contact) throw notFound('Contato');
	return contact;
}

/** The contact with this number or `@user`; whoever is not known yet becomes one. */
export function contactOf(account: Account, to: string): ContactRecord {
	const isUser = to.startsWith('@');
	if (!isUser && digitsOf(to).length < 8) throw invalid({ to: ['The to field is not a number.'] });
	return (
		contactAt(account, to) ??
		Object.assign(addContact(account, 'CREATED_FROM_HUB'), {
			name: to,
			...phoneFields(isUser ? null : to),
			instagram: isUser ? to : null,
		})
	);
}
