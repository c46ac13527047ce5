import { cardFields } from '../../fields/card';
import { lostReasonId } from '../../fields/panel';
import { put } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/**
 * Source: PUT /crm/v3/panel/card/{id}, with only the status and its reason
 *
 * Whether the reason is mandatory is not documented, so it may be left out.
 */
export const markAsLost: RequestOperation = {
	name: 'Mark as Lost',
	value: 'markAsLost',
	action: 'Mark a card as lost',
	description: "Close a card of a sales panel as lost, for one of the panel's lost reasons",
	fields: [...cardFields, lostReasonId],
	request: (parameters) =>
		put('/crm/v3/panel/card/{id}', {
			path: { id: parameters.requiredId('cardId') },
			body: { fields: ['Status'], status: 'LOST', lostReasonId: parameters.id('lostReasonId') },
		}),
};
