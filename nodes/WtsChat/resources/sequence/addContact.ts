import { batchingField } from '../../fields/batching';
import { contactOrPhone, contactReferenceFrom } from '../../fields/contact';
import { sequenceId } from '../../fields/sequence';
import { post } from '../../transport/contract';
import { membersFrom, MOST_MEMBERS, namingOf, recordsOfMembers } from '../members';
import type { BatchOperation } from '../operation';

/**
 * Source: POST /chat/v1/sequence/{id}/contact, and POST /chat/v1/sequence/{id}/contact/batch for many
 *
 * A phone number that nobody has becomes a contact.
 */
export const addContact: BatchOperation = {
	name: 'Add Contact',
	value: 'addContact',
	action: 'Add a contact to a sequence',
	description:
		'Enrol a contact in a sequence of messages; a number that nobody has becomes a contact',
	fields: [sequenceId, contactOrPhone, batchingField],
	request: (parameters) =>
		post('/chat/v1/sequence/{id}/contact', {
			path: { id: parameters.requiredId('sequenceId') },
			body: contactReferenceFrom(parameters),
		}),
	batch: {
		most: MOST_MEMBERS,
		shared: (parameters) => [parameters.requiredId('sequenceId'), namingOf(parameters)],
		request: (items) =>
			post('/chat/v1/sequence/{id}/contact/batch', {
				path: { id: items[0].requiredId('sequenceId') },
				body: membersFrom(items),
			}),
		records: recordsOfMembers,
	},
};
