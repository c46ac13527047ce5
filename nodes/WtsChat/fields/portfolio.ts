import { idsOrNames, locator } from './kinds/id';
import { listOrIds } from './kinds/listOrId';

export const portfolioId = locator({
	displayName: 'Portfolio',
	name: 'portfolioId',
	description: 'The portfolio: a group of contacts',
	picker: 'portfolios',
}).required();

/** Portfolios by ID or by name; the API would ignore the names beside IDs. */
export const portfolios = idsOrNames('portfolios', {
	displayName: 'Portfolios',
	name: 'portfolioIds',
	description: listOrIds('Portfolios of the contact; their names will do as well'),
}).checked(({ ids, names }) => ({ portfolioIds: ids, portfolioNames: names }));
