import { filtersOf } from '../../fields/collections';
import {
	dateFilters,
	dateQueryFrom,
	listFields,
	sortField,
	sortQueryFrom,
} from '../../fields/list';
import { panelId } from '../../fields/panel';
import { get } from '../../transport/contract';
import type { ListOperation } from '../operation';

/**
 * Source: GET /crm/v1/panel/{id}/lost-reason
 *
 * Panels of type Management have no reasons; the API is reported to refuse them with a sentence that
 * says so, which is shown as it is.
 */
export const getManyLostReasons: ListOperation = {
	name: 'Get Many Lost Reasons',
	value: 'getManyLostReasons',
	action: 'Get many lost reasons of a panel',
	description: 'Read the reasons that cards of a sales panel can be lost for',
	fields: [panelId, ...listFields, filtersOf(dateFilters), sortField],
	list: (parameters) =>
		get('/crm/v1/panel/{id}/lost-reason', {
			path: { id: parameters.requiredId('panelId') },
			query: { ...dateQueryFrom(parameters.group('filters')), ...sortQueryFrom(parameters) },
		}),
};
