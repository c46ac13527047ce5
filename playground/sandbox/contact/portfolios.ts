import { randomUUID } from 'node:crypto';
import type { components } from '../../../contract/types/core';
import {
	contactById,
	type Account,
	type ContactRecord,
	type PortfolioContactRecord,
	type PortfolioRecord,
} from '../account';
import { invalid, notFound } from '../errors';
import { contactByPhone } from './records';

type Schemas = components['schemas'];

export function portfolioById({ portfolios }: Account, id: string): PortfolioRecord {
	const portfolio = portfolios.find((candidate) => candidate.id === id);
	if (!portfolio) throw notFound('Carteira');
	return portfolio;
}

/** The portfolios that the contact is in. */
export function portfoliosOf(account: Account, contactId: string): PortfolioRecord[] {
	return account.portfolioContacts
		.filter((link) => link.contactId === contactId)
		.map((link) => portfolioById(account, link.portfolioId));
}

/** The contacts that a request names; nobody is added for an unknown phone number. */
export function namedContacts(
	account: Account,
	{ contactIds, phoneNumbers }: Schemas['PortfolioContactBatchRequest'],
): ContactRecord[] {
	const contacts = [
		...(contactIds ?? []).map((id) => contactById(account, id)),
		...(phoneNumbers ?? []).map((phone) => contactByPhone(account, phone)),
	];
	if (contacts.length === 0) throw invalid({ contactIds: ['A contact is required.'] });
	return contacts;
}

/** Puts the contact into the portfolio, where it is not in it yet. */
export function addToPortfolio(
	account: Account,
	{ id: portfolioId }: PortfolioRecord,
	{ id: contactId }: ContactRecord,
): PortfolioContactRecord {
	const present = account.portfolioContacts.find(
		(link) => link.portfolioId === portfolioId && link.contactId === contactId,
	);
	if (present) return present;
	const now = new Date().toISOString();
	const link = {
		id: randomUUID(),
		createdAt: now,
		updatedAt: now,
		active: true,
		companyId: account.companyId,
		portfolioId,
		contactId,
	};
	account.portfolioContacts.push(link);
	return link;
}

export function removeFromPortfolio(
	account: Account,
	portfolio: PortfolioRecord,
	contacts: ContactRecord[],
): void {
	const gone = contacts.map(({ id }) => id);
	account.portfolioContacts = account.portfolioContacts.filter(
		(link) => link.portfolioId !== portfolio.id || !gone.includes(link.contactId),
	);
}

/** Makes these the portfolios of the contact, and no others. */
export function setPortfolios(
	account: Account,
	contact: ContactRecord,
	{
		portfolioIds,
		portfolioNames,
	}: { portfolioIds?: string[] | null; portfolioNames?: string[] | null },
): void {
	const wanted = portfolioIds
		? portfolioIds.map((id) => portfolioById(account, id))
		: account.portfolios.filter(({ name }) => name && portfolioNames?.includes(name));
	for (const portfolio of account.portfolios) {
		if (wanted.includes(portfolio)) addToPortfolio(account, portfolio, contact);
		else removeFromPortfolio(account, portfolio, [contact]);
	}
}

export function portfolioLinkView(
	account: Account,
	link: PortfolioContactRecord,
): Schemas['PortfolioContact'] {
	const contact = contactById(account, link.contactId);
	const {
		id,
		name,
		phoneNumber,
		phoneNumberFormatted,
		instagram,
		nameMessenger,
		email,
		annotation,
	} = contact;
	return {
		...link,
		contactDetails: {
			id,
			name,
			phonenumber: phoneNumber,
			phonenumberFormatted: phoneNumberFormatted,
			instagram,
			nameMessenger,
			email,
			annotation,
		},
	};
}
