import { choice } from '../../fields/kinds/choice';
import { filtersOf, optionsOf } from '../../fields/kinds/collection';
import { dateFilters, dateQueryOf, limit, sort, sortQueryOf } from '../../fields/list';
import { messageShortForm } from '../../fields/message';
import { simplified } from '../../fields/output';
import { subjectSessionId } from '../../fields/session';
import { listOperation } from '../../operations/operation';
import { get } from '../../transport/contract';

/**
 * The contract has two routes to the same messages; the second is there for keys and accounts that
 * may not use the first.
 */
export const getMany = listOperation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many messages',
	description: 'Read the messages of a session, internal notes among them',
	fields: {
		id: subjectSessionId,
		limit,
		output: simplified(messageShortForm),
		filters: filtersOf(dateFilters),
		options: optionsOf({
			readThrough: choice({
				displayName: 'Read Through',
				name: 'readThrough',
				options: [
					{ name: 'Messages', value: 'message' },
					{ name: 'Session', value: 'session' },
				],
				default: 'message',
				description:
					'Which way the API is asked; both give the same messages, so change it only where one is refused',
			}),
		}),
		sort,
	},
	list({ id, filters, options: { readThrough }, sort: order }) {
		const query = { ...dateQueryOf(filters), ...sortQueryOf(order) };
		return readThrough === 'session'
			? get('/chat/v1/session/{id}/message', { path: { id }, query })
			: get('/chat/v1/message', { query: { SessionId: id, ...query } });
	},
});
