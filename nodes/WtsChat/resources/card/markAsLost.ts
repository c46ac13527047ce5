import { card } from '../../fields/card';
import { lostReasonId as lostReason } from '../../fields/panel';
import { onCard } from '../../operations/onCard';
import { requestOperation } from '../../operations/operation';
import { put } from '../../transport/contract';

/** Whether the reason is mandatory is not documented, so it may be left out. */
export const markAsLost = requestOperation({
	name: 'Mark as Lost',
	value: 'markAsLost',
	action: 'Mark a card as lost',
	description: "Close a card of a sales panel as lost, with one of the panel's lost reasons",
	record: 'Card',
	fields: { card, lostReasonId: lostReason },
	request: ({ card: subject, lostReasonId }) =>
		onCard(subject, (id) =>
			put('/crm/v3/panel/card/{id}', {
				path: { id },
				body: { fields: ['Status'], status: 'LOST', lostReasonId },
			}),
		),
});
