import { dropdowns, locator } from './kinds/id';
import { listOrIds } from './kinds/listOrId';
import { texts } from './kinds/text';
import { oneAtMost } from './kinds/together';

export const portfolioId = locator({
	displayName: 'Portfolio',
	name: 'portfolioId',
	description: 'The portfolio: contacts that belong to departments and users',
	picker: 'portfolios',
}).required();

const portfolioIds = dropdowns('portfolios', {
	displayName: 'Portfolio Names or IDs',
	name: 'portfolioIds',
	description: listOrIds('Portfolios of the contact'),
});

const portfolioNames = texts({
	displayName: 'Portfolios by Name',
	name: 'portfolioNames',
	placeholder: 'e.g. Carteira Sul,Carteira Norte',
	description: 'Comma-separated names of portfolios of the contact, for whoever has no IDs',
});

/** Portfolios by ID or by name; the API would ignore the names beside IDs. */
export const portfolios = oneAtMost({ portfolioIds, portfolioNames });
