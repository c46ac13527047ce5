import { batching } from '../../fields/batching';
import { contactOrPhone } from '../../fields/contact';
import { optionsOf } from '../../fields/kinds/collection';
import { sequenceId } from '../../fields/sequence';
import { MAX_MEMBERS, membersOf, namingOf, removedMembers } from '../../operations/members';
import { requestOperation } from '../../operations/operation';
import { deleted } from '../../operations/record';
import { del } from '../../transport/contract';

export const removeContact = requestOperation({
	name: 'Remove Contact',
	value: 'removeContact',
	action: 'Remove a contact from a sequence',
	description: 'Remove a contact from a sequence; no more of its messages are sent',
	record: [deleted],
	fields: {
		id: sequenceId,
		contact: contactOrPhone.required(),
		options: optionsOf({ batching }),
	},
	request: ({ id, contact }) =>
		del('/chat/v1/sequence/{id}/contact', { path: { id }, body: contact }),
	batch: {
		max: MAX_MEMBERS,
		item: ({ id, contact }) => ({ shared: { id, naming: namingOf(contact) }, part: contact }),
		request: ({ id }, contacts) =>
			del('/chat/v1/sequence/{id}/contact/batch', { path: { id }, body: membersOf(contacts) }),
		records: removedMembers,
	},
});
