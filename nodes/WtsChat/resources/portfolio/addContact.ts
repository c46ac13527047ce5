import { batchingField } from '../../fields/batching';
import { contactOrPhone, contactReferenceFrom } from '../../fields/contact';
import { portfolioId } from '../../fields/portfolio';
import { post } from '../../transport/contract';
import { membersFrom, MOST_MEMBERS, namingOf, recordsOfMembers } from '../members';
import type { BatchOperation } from '../operation';

/**
 * Source: POST /core/v1/portfolio/{id}/contact, and POST /core/v1/portfolio/{id}/contact/batch for many
 *
 * Whether an unknown phone number creates a contact is not documented.
 */
export const addContact: BatchOperation = {
	name: 'Add Contact',
	value: 'addContact',
	action: 'Add a contact to a portfolio',
	description: 'Put a contact into a portfolio',
	fields: [portfolioId, contactOrPhone, batchingField],
	request: (parameters) =>
		post('/core/v1/portfolio/{id}/contact', {
			path: { id: parameters.requiredId('portfolioId') },
			body: contactReferenceFrom(parameters),
		}),
	batch: {
		most: MOST_MEMBERS,
		shared: (parameters) => [parameters.requiredId('portfolioId'), namingOf(parameters)],
		request: (items) =>
			post('/core/v1/portfolio/{id}/contact/batch', {
				path: { id: items[0].requiredId('portfolioId') },
				body: membersFrom(items),
			}),
		records: recordsOfMembers,
	},
};
