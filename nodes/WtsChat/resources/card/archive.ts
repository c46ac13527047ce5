import { cardFields } from '../../fields/card';
import { put } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: PUT /crm/v3/panel/card/{id}, with only the status. The API cannot delete cards. */
export const archive: RequestOperation = {
	name: 'Archive',
	value: 'archive',
	action: 'Archive a card',
	description: 'Take a card off the board; it can be reopened. Cards cannot be deleted.',
	fields: cardFields,
	request: (parameters) =>
		put('/crm/v3/panel/card/{id}', {
			path: { id: parameters.requiredId('cardId') },
			body: { fields: ['Status'], status: 'ARCHIVED' },
		}),
};
