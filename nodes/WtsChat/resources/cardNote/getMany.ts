import { card } from '../../fields/card';
import { filtersOf } from '../../fields/kinds/collection';
import { dateFilters, dateQueryOf, limit, sortBy, sortQueryOf } from '../../fields/list';
import { onCard } from '../../operations/onCard';
import { listOperation } from '../../operations/operation';
import { get } from '../../transport/contract';

export const getMany = listOperation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many card notes',
	description: 'Read the notes of a card; filters narrow them down',
	record: 'CardNote',
	fields: { card, limit, filters: filtersOf(dateFilters), sort: sortBy() },
	list: ({ card: subject, filters, sort: order }) =>
		onCard(subject, (cardId) =>
			get('/crm/v1/panel/card/{cardId}/note', {
				path: { cardId },
				query: { ...dateQueryOf(filters), ...sortQueryOf(order) },
			}),
		),
});
