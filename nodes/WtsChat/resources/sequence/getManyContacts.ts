import type { components } from '../../../../contract/types/chat';
import type { ChoicesOf } from '../../fields/choices';
import { contactId } from '../../fields/contact';
import { contactFilters } from '../../fields/contactFilters';
import { filtersOf, includeDetailsOf, optionsOf } from '../../fields/kinds/collection';
import { text } from '../../fields/kinds/text';
import { dateFilters, dateQueryOf, limit, sortBy, sortQueryOf } from '../../fields/list';
import { simplified } from '../../fields/output';
import { sequenceId } from '../../fields/sequence';
import { listInEitherForm } from '../../operations/eitherForm';
import { jobOperation } from '../../operations/operation';
import { get } from '../../transport/contract';

type SequenceContactDetail = components['schemas']['SequenceContactDetail'];

const contactDetails: ChoicesOf<SequenceContactDetail> = [
	{ name: 'Contact', value: 'ContactDetails' },
];

export const getManyContacts = jobOperation({
	name: 'Get Many Contacts',
	value: 'getManyContacts',
	action: 'Get many contacts of a sequence',
	description: 'Read the contacts that are enrolled in a sequence',
	record: 'SequenceContact',
	fields: {
		id: sequenceId,
		limit,
		output: simplified([
			'id',
			'contactId',
			'contactName',
			'sequenceId',
			'active',
			'origin',
			'lastAddedAt',
			'createdAt',
			'contactDetails',
		]),
		filters: filtersOf({
			name: text({
				displayName: 'Name',
				name: 'name',
				placeholder: 'e.g. Júlia',
				description: 'Only contacts whose name matches this text',
			}),
			phoneNumber: contactFilters.phoneNumber,
			contactId,
			...dateFilters,
		}),
		sort: sortBy<components['schemas']['SequenceContact']>('contactName', 'lastAddedAt'),
		options: optionsOf({ includeDetails: includeDetailsOf(contactDetails, 'What to include') }),
	},
	prepare: ({
		id,
		limit: most,
		filters,
		options: { includeDetails: IncludeDetails },
		sort: order,
	}) =>
		listInEitherForm(most, filters.phoneNumber, (PhoneNumber) =>
			get('/chat/v2/sequence/{id}/contact', {
				path: { id },
				query: {
					...dateQueryOf(filters),
					...sortQueryOf(order),
					ContactId: filters.contactId,
					Name: filters.name,
					PhoneNumber,
					IncludeDetails,
				},
			}),
		),
});
