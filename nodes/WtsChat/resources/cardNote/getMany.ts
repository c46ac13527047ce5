import { cardFields } from '../../fields/card';
import { filtersOf } from '../../fields/collections';
import {
	dateFilters,
	dateQueryFrom,
	listFields,
	sortField,
	sortQueryFrom,
} from '../../fields/list';
import { get } from '../../transport/contract';
import type { ListOperation } from '../operation';

/** Source: GET /crm/v1/panel/card/{cardId}/note */
export const getMany: ListOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many card notes',
	description: 'Read the notes of a card, or those that pass the filters',
	fields: [...cardFields, ...listFields, filtersOf(dateFilters), sortField],
	list: (parameters) =>
		get('/crm/v1/panel/card/{cardId}/note', {
			path: { cardId: parameters.requiredId('cardId') },
			query: { ...dateQueryFrom(parameters.group('filters')), ...sortQueryFrom(parameters) },
		}),
};
