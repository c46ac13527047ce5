import type { INodeProperties } from 'n8n-workflow';
import { eitherOf } from './eitherOf';
import type { ItemParameters } from './itemParameters';
import { locator } from './locator';

export const portfolioId = locator({
	displayName: 'Portfolio',
	name: 'portfolioId',
	description: 'The portfolio: contacts that belong to departments and users',
	searchListMethod: 'searchPortfolios',
});

export const portfolioIds: INodeProperties = {
	displayName: 'Portfolio Names or IDs',
	name: 'portfolioIds',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getPortfolios' },
	default: [],
	description:
		'Portfolios of the contact. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

export const portfolioNames: INodeProperties = {
	displayName: 'Portfolios by Name',
	name: 'portfolioNames',
	type: 'string',
	default: '',
	placeholder: 'e.g. Carteira Sul,Carteira Norte',
	description: 'Comma-separated names of portfolios of the contact, for whoever has no IDs',
};

/** The portfolios that either field names. */
export function portfoliosFrom(parameters: ItemParameters) {
	const { ids, names } = eitherOf(parameters, 'portfolioIds', 'portfolioNames');
	return { portfolioIds: ids, portfolioNames: names };
}
