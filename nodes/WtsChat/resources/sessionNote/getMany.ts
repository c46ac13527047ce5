import { filtersOf } from '../../fields/kinds/collection';
import { dateFilters, dateQueryOf, limit, sortBy, sortQueryOf } from '../../fields/list';
import { simplified } from '../../fields/output';
import { subjectSessionId } from '../../fields/session';
import { noteShortForm } from '../../fields/sessionNote';
import { listOperation } from '../../operations/operation';
import { get } from '../../transport/contract';

export const getMany = listOperation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many session notes',
	description: 'Read the internal notes of a session',
	record: 'Message',
	fields: {
		id: subjectSessionId,
		limit,
		output: simplified(noteShortForm),
		filters: filtersOf(dateFilters),
		sort: sortBy(),
	},
	list: ({ id, filters, sort: order }) =>
		get('/chat/v1/session/{id}/note', {
			path: { id },
			query: { ...dateQueryOf(filters), ...sortQueryOf(order) },
		}),
});
