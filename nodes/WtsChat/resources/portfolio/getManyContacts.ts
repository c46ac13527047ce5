import { filtersOf } from '../../fields/collections';
import { dateFilters, dateQueryFrom, listFields, sortField } from '../../fields/list';
import type { ItemParameters } from '../../fields/itemParameters';
import { portfolioId } from '../../fields/portfolio';
import { get } from '../../transport/contract';
import type { ListOperation } from '../operation';

/**
 * Source: GET /core/v1/portfolio/{id}/contact
 *
 * Of the many parameters of this list only those are offered whose use is clear.
 */
export const getManyContacts: ListOperation = {
	name: 'Get Many Contacts',
	value: 'getManyContacts',
	action: 'Get many contacts of a portfolio',
	description: 'Read which contacts a portfolio holds',
	fields: [
		portfolioId,
		...listFields,
		filtersOf([
			{
				displayName: 'Contact IDs',
				name: 'contactIds',
				type: 'string',
				default: '',
				placeholder: 'e.g. 3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10',
				description: 'Comma-separated IDs: only these contacts',
			},
			...dateFilters,
		]),
		sortField,
	],
	paging: 'Page',
	list(parameters) {
		const filters = parameters.group('filters');
		return get('/core/v1/portfolio/{id}/contact', {
			path: { id: parameters.requiredId('portfolioId') },
			query: {
				...dateQueryFrom(filters),
				...orderFrom(parameters.group('sort')),
				ContactIds: filters.ids('contactIds'),
			},
		});
	},
};

/** This list has a parameter for each direction. */
function orderFrom(sort: ItemParameters) {
	const field = sort.text('field');
	return sort.choice('direction') === 'DESCENDING' ? { OrderByDesc: field } : { OrderBy: field };
}
