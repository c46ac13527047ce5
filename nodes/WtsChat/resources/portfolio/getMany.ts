import type { components } from '../../../../contract/types/core';
import type { ChoicesOf } from '../../fields/choices';
import { filtersOf, includeDetailsOf, optionsOf } from '../../fields/collections';
import {
	dateFilters,
	dateQueryFrom,
	listFields,
	sortField,
	sortQueryFrom,
} from '../../fields/list';
import { outputFields } from '../../fields/output';
import { get } from '../../transport/contract';
import type { ListOperation } from '../operation';

type PortfolioDetail = components['schemas']['PortfolioDetail'];

const portfolioDetails: ChoicesOf<PortfolioDetail> = [
	{ name: 'Contact Count', value: 'ContactCount' },
	{ name: 'Departments', value: 'Departments' },
];

/** Source: GET /core/v1/portfolio */
export const getMany: ListOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many portfolios',
	description: 'Read the portfolios of the account: contacts that belong to departments and users',
	shortForm: [
		'id',
		'name',
		'active',
		'type',
		'automaticAttribution',
		'expirationDurationInMonths',
		'contactsCount',
		'departments',
		'createdAt',
	],
	fields: [
		...listFields,
		...outputFields,
		filtersOf(dateFilters),
		optionsOf([includeDetailsOf(portfolioDetails, 'Parts to fill in')]),
		sortField,
	],
	list: (parameters) =>
		get('/core/v1/portfolio', {
			query: {
				...dateQueryFrom(parameters.group('filters')),
				...sortQueryFrom(parameters),
				IncludeDetails: parameters.group('options').choices<PortfolioDetail>('includeDetails'),
			},
		}),
};
