import { card } from '../../fields/card';
import { onCard } from '../../operations/onCard';
import { requestOperation } from '../../operations/operation';
import { put } from '../../transport/contract';

/** Whether management panels, too, know won cards is not documented, so it is left to the API. */
export const markAsWon = requestOperation({
	name: 'Mark as Won',
	value: 'markAsWon',
	action: 'Mark a card as won',
	description: 'Close a card of a sales panel as won',
	record: 'Card',
	fields: { card },
	request: ({ card: subject }) =>
		onCard(subject, (id) =>
			put('/crm/v3/panel/card/{id}', {
				path: { id },
				body: { fields: ['Status'], status: 'WON' },
			}),
		),
});
