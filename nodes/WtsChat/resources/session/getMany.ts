import type { components } from '../../../../contract/types/chat';
import { filtersOf, includeDetailsOf, optionsOf } from '../../fields/kinds/collection';
import { limit, sortBy, sortQueryOf } from '../../fields/list';
import { simplified } from '../../fields/output';
import { detailsFor, sessionDetails, sessionShortForm } from '../../fields/session';
import { sessionFilters, sessionQueryOf } from '../../fields/sessionFilters';
import { contactIdOf } from '../../operations/eitherForm';
import { listOperation } from '../../operations/operation';
import { get } from '../../transport/contract';

/**
 * The contract does not say what counts as active, nor how metadata stands in the query; it is sent
 * as `Metadata[key]=value`. It filters by the ID of the contact alone, so a phone number is looked up.
 */
export const getMany = listOperation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many sessions',
	description: 'Read the sessions of the account; filters narrow them down',
	record: 'Session',
	fields: {
		limit,
		output: simplified(sessionShortForm),
		filters: filtersOf(sessionFilters),
		sort: sortBy<components['schemas']['Session']>('startAt', 'endAt', 'lastInteractionDate'),
		options: optionsOf({
			includeDetails: includeDetailsOf(
				sessionDetails,
				'Related records to embed; they come out whole with Simplify off',
			),
		}),
	},
	list({ output, filters, options, sort: order }) {
		const query = {
			...sessionQueryOf(filters),
			...sortQueryOf(order),
			IncludeDetails: detailsFor(output, options.includeDetails),
		};
		const { contact } = filters;
		if (!contact) return get('/chat/v2/session', { query });
		return async (api) => {
			const ContactId = await contactIdOf(api, contact);
			return ContactId === undefined
				? undefined
				: get('/chat/v2/session', { query: { ...query, ContactId } });
		};
	},
});
