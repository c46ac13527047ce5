import { cardFields } from '../../fields/card';
import { put } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/**
 * Source: PUT /crm/v3/panel/card/{id}, with only the status
 *
 * Whether management panels, too, know won cards is not documented, so it is left to the API.
 */
export const markAsWon: RequestOperation = {
	name: 'Mark as Won',
	value: 'markAsWon',
	action: 'Mark a card as won',
	description: 'Close a card of a sales panel as won',
	fields: cardFields,
	request: (parameters) =>
		put('/crm/v3/panel/card/{id}', {
			path: { id: parameters.requiredId('cardId') },
			body: { fields: ['Status'], status: 'WON' },
		}),
};
