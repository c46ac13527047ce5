import type { components } from '../../../../contract/types/chat';
import type { ChoicesOf } from '../../fields/choices';
import { contactId } from '../../fields/contact';
import { filtersOf, includeDetailsOf, optionsOf } from '../../fields/kinds/collection';
import { text } from '../../fields/kinds/text';
import { dateFilters, dateQueryOf, limit, sortBy, sortQueryOf } from '../../fields/list';
import { listOperation } from '../../operations/operation';
import { get } from '../../transport/contract';

type SequenceDetail = components['schemas']['SequenceDetail'];

const sequenceDetails: ChoicesOf<SequenceDetail> = [
	{ name: 'Contacts in Execution', value: 'ContactExecutingCount' },
	{ name: 'Execution Stats', value: 'ExecutionStats' },
];

/** Which property the execution stats fill is not documented. */
export const getMany = listOperation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many sequences',
	description: 'Read the sequences of messages that contacts can be enrolled in',
	record: 'Sequence',
	fields: {
		limit,
		filters: filtersOf({
			name: text({
				displayName: 'Name',
				name: 'name',
				placeholder: 'e.g. Boas-vindas',
				description: 'Only sequences whose name matches this text',
			}),
			contactId,
			...dateFilters,
		}),
		sort: sortBy<components['schemas']['Sequence']>('name'),
		options: optionsOf({
			includeDetails: includeDetailsOf(sequenceDetails, 'Figures to include'),
		}),
	},
	list: ({ filters, options: { includeDetails: IncludeDetails }, sort: order }) =>
		get('/chat/v1/sequence', {
			query: {
				...dateQueryOf(filters),
				...sortQueryOf(order),
				ContactId: filters.contactId,
				Name: filters.name,
				IncludeDetails,
			},
		}),
});
