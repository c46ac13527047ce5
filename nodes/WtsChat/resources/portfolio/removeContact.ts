import { batchingField } from '../../fields/batching';
import { contactOrPhone, contactReferenceFrom } from '../../fields/contact';
import { portfolioId } from '../../fields/portfolio';
import { del } from '../../transport/contract';
import { membersFrom, MOST_MEMBERS, namingOf, removedMembers } from '../members';
import type { BatchOperation } from '../operation';

/** Source: DELETE /core/v1/portfolio/{id}/contact, and DELETE /core/v1/portfolio/{id}/contact/batch for many */
export const removeContact: BatchOperation = {
	name: 'Remove Contact',
	value: 'removeContact',
	action: 'Remove a contact from a portfolio',
	description: 'Take a contact out of a portfolio; the contact itself stays',
	fields: [portfolioId, contactOrPhone, batchingField],
	request: (parameters) =>
		del('/core/v1/portfolio/{id}/contact', {
			path: { id: parameters.requiredId('portfolioId') },
			body: contactReferenceFrom(parameters),
		}),
	batch: {
		most: MOST_MEMBERS,
		shared: (parameters) => [parameters.requiredId('portfolioId'), namingOf(parameters)],
		request: (items) =>
			del('/core/v1/portfolio/{id}/contact/batch', {
				path: { id: items[0].requiredId('portfolioId') },
				body: membersFrom(items),
			}),
		records: removedMembers,
	},
};
