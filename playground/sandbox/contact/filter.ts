import { tagNames, type Account, type ContactRecord } from '../account';
import { within } from '../moments';
import type { RequestOf } from '../operation';
import { portfoliosOf } from './portfolios';
import { digitsOf } from './records';

type Filter = RequestOf<'filterContacts'>['body'];

const contains = (text: string | null, part: string) =>
	(text ?? '').toLocaleLowerCase('pt-BR').includes(part.toLocaleLowerCase('pt-BR'));

/** Bounds without the blanks that a body may hold. */
function bounds({ after, before }: { after?: string | null; before?: string | null } = {}) {
	return { after: after ?? undefined, before: before ?? undefined };
}

/** Whether some of the wanted are there; without wanted ones, all pass. */
function holdsSome(kept: string[], wanted: string[] | null | undefined): boolean {
	return !wanted || wanted.length === 0 || wanted.some((one) => kept.includes(one));
}

function holdsAll(kept: object | null, wanted: object | null | undefined): boolean {
	return Object.entries(wanted ?? {}).every(([key, value]) =>
		[(kept as Record<string, unknown> | null)?.[key]].flat().some((one) => String(one) === value),
	);
}

/** Whether the contact passes every filter of the search. */
export function passesFilter(account: Account, contact: ContactRecord, filter: Filter): boolean {
	const { name, email, phoneNumber, instagram } = contact;
	const portfolios = portfoliosOf(account, contact.id);
	const texts = [name, email, phoneNumber && digitsOf(phoneNumber), instagram];
	return (
		contact.status === (filter.status ?? 'ACTIVE') &&
		within(contact.createdAt, bounds(filter.createdAt)) &&
		within(contact.updatedAt, bounds(filter.updatedAt)) &&
		(!filter.textFilter || texts.some((text) => contains(text, filter.textFilter!))) &&
		(!filter.name || contains(name, filter.name)) &&
		(!filter.phoneNumber || digitsOf(phoneNumber ?? '') === digitsOf(filter.phoneNumber)) &&
		(!filter.email || email === filter.email) &&
		(!filter.instagram || instagram === filter.instagram) &&
		(!filter.origin || contact.origin === filter.origin) &&
		holdsSome(contact.tagIds, filter.tagIds) &&
		holdsSome(tagNames(account, contact.tagIds), filter.tagNames) &&
		holdsSome(
			portfolios.map(({ id }) => id),
			filter.portfolioIds,
		) &&
		holdsSome(
			portfolios.map((portfolio) => portfolio.name ?? ''),
			filter.portfolioNames,
		) &&
		holdsAll(contact.customFields, filter.customFields) &&
		holdsAll(contact.metadata, filter.metadata)
	);
}
