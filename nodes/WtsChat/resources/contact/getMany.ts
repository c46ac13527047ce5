import { filtersOf } from '../../fields/collections';
import { contactReadOptions, contactShortForm, type ContactDetail } from '../../fields/contact';
import { contactFilters, contactStatusFrom, searchFrom } from '../../fields/contactFilters';
import type { ItemParameters } from '../../fields/itemParameters';
import {
	dateQueryFrom,
	dateRangesFrom,
	listFields,
	sortField,
	sortQueryFrom,
} from '../../fields/list';
import { outputFields } from '../../fields/output';
import { get, post } from '../../transport/contract';
import { listInEitherForm } from '../eitherForm';
import type { JobOperation } from '../operation';

/**
 * Source: GET /core/v1/contact, or POST /core/v1/contact/filter
 *
 * The plain list knows status and dates only; whatever else is filtered by goes to the search.
 */
export const getMany: JobOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many contacts',
	description: 'Read or search the contacts of the account',
	shortForm: contactShortForm,
	fields: [
		...listFields,
		...outputFields,
		filtersOf(contactFilters),
		contactReadOptions,
		sortField,
	],
	prepare(parameters) {
		const search = searchFrom(parameters.group('filters'));
		return listInEitherForm(parameters, search?.phoneNumber, (phoneNumber) =>
			search ? searchRequest(parameters, { ...search, phoneNumber }) : listRequest(parameters),
		);
	},
};

const detailsFrom = (parameters: ItemParameters) =>
	parameters.group('options').choices<ContactDetail>('includeDetails');

function listRequest(parameters: ItemParameters) {
	const filters = parameters.group('filters');
	return get('/core/v1/contact', {
		query: {
			...dateQueryFrom(filters),
			...sortQueryFrom(parameters),
			Status: contactStatusFrom(filters),
			IncludeDetails: detailsFrom(parameters),
		},
	});
}

function searchRequest(parameters: ItemParameters, search: ReturnType<typeof searchFrom>) {
	const filters = parameters.group('filters');
	const { OrderBy, OrderDirection } = sortQueryFrom(parameters);
	const request = post('/core/v1/contact/filter', {
		body: {
			...search,
			...dateRangesFrom(filters),
			status: contactStatusFrom(filters),
			orderBy: OrderBy,
			orderDirection: OrderDirection,
			includeDetails: detailsFrom(parameters),
		},
	});
	return { ...request, readOnly: true as const };
}
