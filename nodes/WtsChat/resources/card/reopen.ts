import { cardFields } from '../../fields/card';
import { put } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: PUT /crm/v3/panel/card/{id}, with only the status */
export const reopen: RequestOperation = {
	name: 'Reopen',
	value: 'reopen',
	action: 'Reopen a card',
	description: 'Open a card again that is won, lost or archived',
	fields: cardFields,
	request: (parameters) =>
		put('/crm/v3/panel/card/{id}', {
			path: { id: parameters.requiredId('cardId') },
			body: { fields: ['Status'], status: 'OPEN' },
		}),
};
