import type { components } from '../../../../contract/types/core';
import type { ChoicesOf } from '../../fields/choices';
import { filtersOf, includeDetailsOf, optionsOf } from '../../fields/kinds/collection';
import { dateFilters, dateQueryOf, limit, sortBy, sortQueryOf } from '../../fields/list';
import { simplified } from '../../fields/output';
import { listOperation } from '../../operations/operation';
import { get } from '../../transport/contract';

type PortfolioDetail = components['schemas']['PortfolioDetail'];

const portfolioDetails: ChoicesOf<PortfolioDetail> = [
	{ name: 'Contact Count', value: 'ContactCount' },
	{ name: 'Departments', value: 'Departments' },
];

export const getMany = listOperation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many portfolios',
	description: 'Read the portfolios of the account',
	record: 'Portfolio',
	fields: {
		limit,
		output: simplified([
			'id',
			'name',
			'active',
			'type',
			'automaticAttribution',
			'expirationDurationInMonths',
			'contactsCount',
			'departments',
			'createdAt',
		]),
		filters: filtersOf(dateFilters),
		sort: sortBy<components['schemas']['Portfolio']>('name'),
		options: optionsOf({ includeDetails: includeDetailsOf(portfolioDetails, 'What to include') }),
	},
	list: ({ filters, options: { includeDetails: IncludeDetails }, sort: order }) =>
		get('/core/v1/portfolio', {
			query: { ...dateQueryOf(filters), ...sortQueryOf(order), IncludeDetails },
		}),
});
