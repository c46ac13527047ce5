import type { components } from '../../../../contract/types/chat';
import { filtersOf, includeDetailsOf, optionsOf } from '../../fields/kinds/collection';
import { limit, sortBy, sortQueryOf } from '../../fields/list';
import { simplified } from '../../fields/output';
import { detailsFor, sessionDetails, sessionShortForm } from '../../fields/session';
import { sessionFilters, sessionQueryOf } from '../../fields/sessionFilters';
import { listOperation } from '../../operations/operation';
import { get } from '../../transport/contract';

/**
 * The contract does not say what counts as active, nor how metadata stands in the query; it is sent
 * as `Metadata[key]=value`.
 */
export const getMany = listOperation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many sessions',
	description: 'Read the sessions of the account, or those that pass the filters',
	record: 'Session',
	fields: {
		limit,
		output: simplified(sessionShortForm),
		filters: filtersOf(sessionFilters),
		options: optionsOf({
			includeDetails: includeDetailsOf(
				sessionDetails,
				'Related records to embed; they come out whole with Simplify off',
			),
		}),
		sort: sortBy<components['schemas']['Session']>('startAt', 'endAt', 'lastInteractionDate'),
	},
	list: ({ output, filters, options, sort: order }) =>
		get('/chat/v2/session', {
			query: {
				...sessionQueryOf(filters),
				...sortQueryOf(order),
				IncludeDetails: detailsFor(output, options.includeDetails),
			},
		}),
});
