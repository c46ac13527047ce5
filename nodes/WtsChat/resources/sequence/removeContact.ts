import { batchingField } from '../../fields/batching';
import { contactOrPhone, contactReferenceFrom } from '../../fields/contact';
import { sequenceId } from '../../fields/sequence';
import { del } from '../../transport/contract';
import { membersFrom, MOST_MEMBERS, namingOf, removedMembers } from '../members';
import type { BatchOperation } from '../operation';

/** Source: DELETE /chat/v1/sequence/{id}/contact, and DELETE /chat/v1/sequence/{id}/contact/batch for many */
export const removeContact: BatchOperation = {
	name: 'Remove Contact',
	value: 'removeContact',
	action: 'Remove a contact from a sequence',
	description: 'Take a contact out of a sequence, so that no more of its messages come',
	fields: [sequenceId, contactOrPhone, batchingField],
	request: (parameters) =>
		del('/chat/v1/sequence/{id}/contact', {
			path: { id: parameters.requiredId('sequenceId') },
			body: contactReferenceFrom(parameters),
		}),
	batch: {
		most: MOST_MEMBERS,
		shared: (parameters) => [parameters.requiredId('sequenceId'), namingOf(parameters)],
		request: (items) =>
			del('/chat/v1/sequence/{id}/contact/batch', {
				path: { id: items[0].requiredId('sequenceId') },
				body: membersFrom(items),
			}),
		records: removedMembers,
	},
};
