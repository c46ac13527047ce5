import { filtersOf, includeDetailsOf, optionsOf } from '../../fields/collections';
import { listFields, sortField, sortQueryFrom } from '../../fields/list';
import { outputFields } from '../../fields/output';
import { sessionDetails, sessionShortForm, type SessionDetail } from '../../fields/session';
import { sessionFilters, sessionFiltersFrom } from '../../fields/sessionFilters';
import { get } from '../../transport/contract';
import type { ListOperation } from '../operation';

/**
 * Source: GET /chat/v2/session
 *
 * The contract does not say what counts as active, nor how metadata stands in the query; it is sent
 * as `Metadata[key]=value`.
 */
export const getMany: ListOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many sessions',
	description: 'Read the sessions of the account, or those that pass the filters',
	shortForm: sessionShortForm,
	fields: [
		...listFields,
		...outputFields,
		filtersOf(sessionFilters),
		optionsOf([
			includeDetailsOf(sessionDetails, 'Related records to embed; they come out with Simplify off'),
		]),
		sortField,
	],
	list: (parameters) =>
		get('/chat/v2/session', {
			query: {
				...sessionFiltersFrom(parameters.group('filters')),
				...sortQueryFrom(parameters),
				IncludeDetails: parameters.group('options').choices<SessionDetail>('includeDetails'),
			},
		}),
};
