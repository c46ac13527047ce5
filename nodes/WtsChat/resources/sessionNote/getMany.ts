import { filtersOf } from '../../fields/collections';
import {
	dateFilters,
	dateQueryFrom,
	listFields,
	sortField,
	sortQueryFrom,
} from '../../fields/list';
import { outputFields } from '../../fields/output';
import { sessionId } from '../../fields/session';
import { noteShortForm } from '../../fields/sessionNote';
import { get } from '../../transport/contract';
import type { ListOperation } from '../operation';

/** Source: GET /chat/v1/session/{id}/note */
export const getMany: ListOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many session notes',
	description: 'Read the internal notes of a session',
	shortForm: noteShortForm,
	fields: [sessionId, ...listFields, ...outputFields, filtersOf(dateFilters), sortField],
	list: (parameters) =>
		get('/chat/v1/session/{id}/note', {
			path: { id: parameters.requiredId('sessionId') },
			query: { ...dateQueryFrom(parameters.group('filters')), ...sortQueryFrom(parameters) },
		}),
};
