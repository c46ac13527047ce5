import { filtersOf, optionsOf } from '../../fields/collections';
import {
	dateFilters,
	dateQueryFrom,
	listFields,
	sortField,
	sortQueryFrom,
} from '../../fields/list';
import { messageShortForm } from '../../fields/message';
import { outputFields } from '../../fields/output';
import { sessionId } from '../../fields/session';
import { get } from '../../transport/contract';
import type { ListOperation } from '../operation';

/**
 * Source: GET /chat/v1/message, or GET /chat/v1/session/{id}/message
 *
 * The contract has two routes to the same messages; the second is there for keys and accounts that
 * may not use the first.
 */
export const getMany: ListOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many messages',
	description: 'Read the messages of a session, internal notes among them',
	shortForm: messageShortForm,
	fields: [
		sessionId,
		...listFields,
		...outputFields,
		filtersOf(dateFilters),
		optionsOf([
			{
				displayName: 'Read Through',
				name: 'readThrough',
				type: 'options',
				options: [
					{ name: 'Messages', value: 'message' },
					{ name: 'Session', value: 'session' },
				],
				default: 'message',
				description:
					'Which way the API is asked; both give the same messages, so change it only where one is refused',
			},
		]),
		sortField,
	],
	list(parameters) {
		const id = parameters.requiredId('sessionId');
		const query = { ...dateQueryFrom(parameters.group('filters')), ...sortQueryFrom(parameters) };
		return parameters.group('options').choice('readThrough') === 'session'
			? get('/chat/v1/session/{id}/message', { path: { id }, query })
			: get('/chat/v1/message', { query: { SessionId: id, ...query } });
	},
};
