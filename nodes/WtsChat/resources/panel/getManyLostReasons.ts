import { filtersOf } from '../../fields/kinds/collection';
import { dateFilters, dateQueryOf, limit, sortBy, sortQueryOf } from '../../fields/list';
import { subjectPanelId } from '../../fields/panel';
import { listOperation } from '../../operations/operation';
import { get } from '../../transport/contract';

/**
 * Panels of type Management have no reasons; the API is reported to refuse them with a sentence that
 * says so, which is shown as it is.
 */
export const getManyLostReasons = listOperation({
	name: 'Get Many Lost Reasons',
	value: 'getManyLostReasons',
	action: 'Get many lost reasons of a panel',
	description: 'Read the lost reasons of a sales panel',
	record: 'LostReason',
	fields: { id: subjectPanelId, limit, filters: filtersOf(dateFilters), sort: sortBy() },
	list: ({ id, filters, sort: order }) =>
		get('/crm/v1/panel/{id}/lost-reason', {
			path: { id },
			query: { ...dateQueryOf(filters), ...sortQueryOf(order) },
		}),
});
