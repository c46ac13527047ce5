import { filtersOf } from '../../fields/kinds/collection';
import { ids } from '../../fields/kinds/id';
import { dateFilters, dateQueryOf, limit, sortBy, type Sort } from '../../fields/list';
import { portfolioId } from '../../fields/portfolio';
import { listOperation } from '../../operations/operation';
import { get } from '../../transport/contract';

/** Of the many parameters of this list only those are offered whose use is clear. */
export const getManyContacts = listOperation({
	name: 'Get Many Contacts',
	value: 'getManyContacts',
	action: 'Get many contacts of a portfolio',
	description: 'Read the contacts of a portfolio',
	record: 'PortfolioContact',
	fields: {
		id: portfolioId,
		limit,
		filters: filtersOf({
			contactIds: ids({
				displayName: 'Contact IDs',
				name: 'contactIds',
				description: 'Only the contacts with these comma-separated IDs',
			}),
			...dateFilters,
		}),
		sort: sortBy(),
	},
	paging: 'Page',
	list: ({ id, filters, sort: order }) =>
		get('/core/v1/portfolio/{id}/contact', {
			path: { id },
			query: { ...dateQueryOf(filters), ...orderOf(order), ContactIds: filters.contactIds },
		}),
});

/** This list has a parameter for each direction. */
function orderOf({ field, direction }: Sort) {
	return direction === 'DESCENDING' ? { OrderByDesc: field } : { OrderBy: field };
}
