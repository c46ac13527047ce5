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
import { outputFields } from '../../fields/output';
import { sequenceId } from '../../fields/sequence';
import { get } from '../../transport/contract';
import { listInEitherForm } from '../eitherForm';
import type { JobOperation } from '../operation';

type SequenceContactDetail = components['schemas']['SequenceContactDetail'];

const contactDetails: ChoicesOf<SequenceContactDetail> = [
	{ name: 'Contact', value: 'ContactDetails' },
];

/** Source: GET /chat/v2/sequence/{id}/contact */
export const getManyContacts: JobOperation = {
	name: 'Get Many Contacts',
	value: 'getManyContacts',
	action: 'Get many contacts of a sequence',
	description: 'Read which contacts are enrolled in a sequence',
	shortForm: [
		'id',
		'contactId',
		'contactName',
		'sequenceId',
		'active',
		'origin',
		'lastAddedAt',
		'createdAt',
		'contactDetails',
	],
	fields: [
		sequenceId,
		...listFields,
		...outputFields,
		filtersOf([
			optionalContactId,
			...dateFilters.slice(0, 2),
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				placeholder: 'e.g. Júlia',
				description: 'Only contacts whose name matches this text',
			},
			{
				displayName: 'Phone Number',
				name: 'phoneNumber',
				type: 'string',
				default: '',
				placeholder: 'e.g. +55 11 90000-0001',
				description: 'Only the contact with this phone number',
			},
			...dateFilters.slice(2),
		]),
		optionsOf([includeDetailsOf(contactDetails, 'Parts to fill in')]),
		sortField,
	],
	prepare(parameters) {
		const id = parameters.requiredId('sequenceId');
		const filters = parameters.group('filters');
		return listInEitherForm(parameters, filters.phone('phoneNumber'), (phoneNumber) =>
			get('/chat/v2/sequence/{id}/contact', {
				path: { id },
				query: {
					...dateQueryFrom(filters),
					...sortQueryFrom(parameters),
					ContactId: filters.id('contactId'),
					Name: filters.text('name'),
					PhoneNumber: phoneNumber,
					IncludeDetails: parameters
						.group('options')
						.choices<SequenceContactDetail>('includeDetails'),
				},
			}),
		);
	},
};
