import type { components } from '../../../contract/types/core';
import { contactById, tagNames, type Account, type ContactRecord } from '../account';
import { within } from '../moments';
import { operation, type RequestOf } from '../operation';
import { paged, showing } from '../paging';

type Schemas = components['schemas'];

function contactView(
	account: Account,
	contact: ContactRecord,
	details: ReadonlyArray<Schemas['ContactDetail']> = [],
): Schemas['Contact'] {
	const asked = (detail: Schemas['ContactDetail']) => details.includes(detail);
	return {
		...contact,
		tagIds: asked('Tags') ? contact.tagIds : null,
		tagNames: asked('Tags') ? tagNames(account, contact.tagIds) : null,
		customFields: asked('CustomFields') ? contact.customFields : null,
		portfolioIds: asked('Portfolios') ? contact.portfolioIds : null,
		portfolioNames: asked('Portfolios') ? contact.portfolioNames : null,
	};
}

function passes(contact: ContactRecord, query: RequestOf<'listContacts'>['query']): boolean {
	const created = { after: query['CreatedAt.After'], before: query['CreatedAt.Before'] };
	const updated = { after: query['UpdatedAt.After'], before: query['UpdatedAt.Before'] };
	return (
		contact.status === (query.Status ?? 'ACTIVE') &&
		within(contact.createdAt, created) &&
		within(contact.updatedAt, updated)
	);
}

export const contactOperations = [
	operation('listContacts', ({ query }, account) => {
		const contacts = account.contacts.filter((contact) => passes(contact, query));
		return showing(paged(contacts, query), (contact) =>
			contactView(account, contact, query.IncludeDetails),
		);
	}),

	operation('getContact', ({ path, query }, account) =>
		contactView(account, contactById(account, path.id), query.IncludeDetails),
	),
];
