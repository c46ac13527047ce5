import type { components } from '../../../../contract/types/chat';
import type { ChoicesOf } from '../../fields/choices';
import { filtersOf, includeDetailsOf, optionsOf } from '../../fields/collections';
import { optionalContactId } from '../../fields/contact';
import {
	dateFilters,
	dateQueryFrom,
	listFields,
	sortField,
	sortQueryFrom,
} from '../../fields/list';
import { get } from '../../transport/contract';
import type { ListOperation } from '../operation';

type SequenceDetail = components['schemas']['SequenceDetail'];

const sequenceDetails: ChoicesOf<SequenceDetail> = [
	{ name: 'Contacts in Execution', value: 'ContactExecutingCount' },
	{ name: 'Execution Stats', value: 'ExecutionStats' },
];

/** Source: GET /chat/v1/sequence; which property the execution stats fill is not documented. */
export const getMany: ListOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many sequences',
	description: 'Read the sequences of messages that contacts can be enrolled in',
	fields: [
		...listFields,
		filtersOf([
			optionalContactId,
			...dateFilters.slice(0, 2),
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				placeholder: 'e.g. Boas-vindas',
				description: 'Only sequences whose name matches this text',
			},
			...dateFilters.slice(2),
		]),
		optionsOf([includeDetailsOf(sequenceDetails, 'Figures to fill in')]),
		sortField,
	],
	list(parameters) {
		const filters = parameters.group('filters');
		return get('/chat/v1/sequence', {
			query: {
				...dateQueryFrom(filters),
				...sortQueryFrom(parameters),
				ContactId: filters.id('contactId'),
				Name: filters.text('name'),
				IncludeDetails: parameters.group('options').choices<SequenceDetail>('includeDetails'),
			},
		});
	},
};
