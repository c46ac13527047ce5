import type { components } from '../../../contract/types/core';
import { tagNames, type Account, type ContactRecord } from '../account';
import { portfoliosOf } from './portfolios';

type Schemas = components['schemas'];

/** A contact as answers show it: some parts only when they are asked for. */
export function contactView(
	account: Account,
	contact: ContactRecord,
	details: ReadonlyArray<Schemas['ContactDetail']> = [],
): Schemas['Contact'] {
	const asked = (detail: Schemas['ContactDetail']) => details.includes(detail);
	const portfolios = portfoliosOf(account, contact.id);
	return {
		...contact,
		tagIds: asked('Tags') ? contact.tagIds : null,
		tagNames: asked('Tags') ? tagNames(account, contact.tagIds) : null,
		customFields: asked('CustomFields') ? contact.customFields : null,
		portfolioIds: asked('Portfolios') ? portfolios.map(({ id }) => id) : null,
		portfolioNames: asked('Portfolios') ? portfolios.map(({ name }) => name ?? '') : null,
	};
}

/** A contact as it is answered right after it was written, with all its parts. */
export function writtenView(account: Account, contact: ContactRecord): Schemas['Contact'] {
	return contactView(account, contact, ['Tags', 'CustomFields', 'Portfolios']);
}
