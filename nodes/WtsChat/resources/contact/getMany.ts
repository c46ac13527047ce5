import type { components } from '../../../../contract/types/core';
import { contactReadOptions, contactShortForm } from '../../fields/contact';
import { contactFilters, searchOf } from '../../fields/contactFilters';
import type { ValuesOf } from '../../fields/field';
import { filtersOf } from '../../fields/kinds/collection';
import { dateQueryOf, dateRangesOf, limit, sortBy, sortQueryOf } from '../../fields/list';
import { simplified } from '../../fields/output';
import { listInEitherForm } from '../../operations/eitherForm';
import { jobOperation } from '../../operations/operation';
import { get, post } from '../../transport/contract';

const fields = {
	limit,
	output: simplified(contactShortForm),
	filters: filtersOf(contactFilters),
	sort: sortBy<components['schemas']['Contact']>('name'),
	options: contactReadOptions,
};

type Values = ValuesOf<typeof fields>;

/** The plain list knows status and dates only; whatever else is filtered by goes to the search. */
export const getMany = jobOperation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many contacts',
	description: 'Read or search the contacts of the account',
	record: 'Contact',
	fields,
	prepare(values) {
		const search = searchOf(values.filters);
		return listInEitherForm(values.limit, search?.phoneNumber, (phoneNumber) =>
			search ? searchRequest(values, { ...search, phoneNumber }) : listRequest(values),
		);
	},
});

function listRequest({ filters, options, sort: order }: Values) {
	return get('/core/v1/contact', {
		query: {
			...dateQueryOf(filters),
			...sortQueryOf(order),
			Status: filters.status,
			IncludeDetails: options.includeDetails,
		},
	});
}

function searchRequest(
	{ filters, options, sort: order }: Values,
	search: ReturnType<typeof searchOf>,
) {
	const request = post('/core/v1/contact/filter', {
		body: {
			...search,
			...dateRangesOf(filters),
			status: filters.status,
			orderBy: order.field,
			orderDirection: order.direction,
			includeDetails: options.includeDetails,
		},
	});
	return { ...request, readOnly: true as const };
}
