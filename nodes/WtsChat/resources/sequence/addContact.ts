import { batching } from '../../fields/batching';
import { contactOrPhone } from '../../fields/contact';
import { optionsOf } from '../../fields/kinds/collection';
import { sequenceId } from '../../fields/sequence';
import { MAX_MEMBERS, membersOf, namingOf, recordsOfMembers } from '../../operations/members';
import { requestOperation } from '../../operations/operation';
import { success } from '../../operations/record';
import { post } from '../../transport/contract';

/** A phone number that nobody has becomes a contact. */
export const addContact = requestOperation({
	name: 'Add Contact',
	value: 'addContact',
	action: 'Add a contact to a sequence',
	description:
		'Enroll a contact in a sequence of messages; an unknown phone number becomes a contact',
	record: ['SequenceContact', success],
	fields: {
		id: sequenceId,
		contact: contactOrPhone.required(),
		options: optionsOf({ batching }),
	},
	request: ({ id, contact }) =>
		post('/chat/v1/sequence/{id}/contact', { path: { id }, body: contact }),
	batch: {
		max: MAX_MEMBERS,
		item: ({ id, contact }) => ({ shared: { id, naming: namingOf(contact) }, part: contact }),
		request: ({ id }, contacts) =>
			post('/chat/v1/sequence/{id}/contact/batch', { path: { id }, body: membersOf(contacts) }),
		records: recordsOfMembers,
	},
});
