import { batching } from '../../fields/batching';
import { contactOrPhone } from '../../fields/contact';
import { optionsOf } from '../../fields/kinds/collection';
import { portfolioId } from '../../fields/portfolio';
import { MAX_MEMBERS, membersOf, namingOf, removedMembers } from '../../operations/members';
import { requestOperation } from '../../operations/operation';
import { deleted } from '../../operations/record';
import { del } from '../../transport/contract';

export const removeContact = requestOperation({
	name: 'Remove Contact',
	value: 'removeContact',
	action: 'Remove a contact from a portfolio',
	description: 'Remove a contact from a portfolio; the contact itself stays',
	record: [deleted],
	fields: {
		id: portfolioId,
		contact: contactOrPhone.required(),
		options: optionsOf({ batching }),
	},
	request: ({ id, contact }) =>
		del('/core/v1/portfolio/{id}/contact', { path: { id }, body: contact }),
	batch: {
		max: MAX_MEMBERS,
		item: ({ id, contact }) => ({ shared: { id, naming: namingOf(contact) }, part: contact }),
		request: ({ id }, contacts) =>
			del('/core/v1/portfolio/{id}/contact/batch', { path: { id }, body: membersOf(contacts) }),
		records: removedMembers,
	},
});
