import { batching } from '../../fields/batching';
import { contactOrPhone } from '../../fields/contact';
import { optionsOf } from '../../fields/kinds/collection';
import { portfolioId } from '../../fields/portfolio';
import { MAX_MEMBERS, membersOf, namingOf, recordsOfMembers } from '../../operations/members';
import { requestOperation } from '../../operations/operation';
import { success } from '../../operations/record';
import { post } from '../../transport/contract';

/** Whether an unknown phone number creates a contact is not documented. */
export const addContact = requestOperation({
	name: 'Add Contact',
	value: 'addContact',
	action: 'Add a contact to a portfolio',
	description: 'Add a contact to a portfolio',
	record: ['PortfolioContact', success],
	fields: {
		id: portfolioId,
		contact: contactOrPhone.required(),
		options: optionsOf({ batching }),
	},
	request: ({ id, contact }) =>
		post('/core/v1/portfolio/{id}/contact', { path: { id }, body: contact }),
	batch: {
		max: MAX_MEMBERS,
		item: ({ id, contact }) => ({ shared: { id, naming: namingOf(contact) }, part: contact }),
		request: ({ id }, contacts) =>
			post('/core/v1/portfolio/{id}/contact/batch', { path: { id }, body: membersOf(contacts) }),
		records: recordsOfMembers,
	},
});
