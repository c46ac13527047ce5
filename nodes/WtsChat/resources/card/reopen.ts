import { closedCard } from '../../fields/card';
import { onCard } from '../../operations/onCard';
import { requestOperation } from '../../operations/operation';
import { put } from '../../transport/contract';

export const reopen = requestOperation({
	name: 'Reopen',
	value: 'reopen',
	action: 'Reopen a card',
	description: 'Open a card again that was won, lost or archived',
	record: 'Card',
	fields: { card: closedCard },
	request: ({ card: subject }) =>
		onCard(subject, (id) =>
			put('/crm/v3/panel/card/{id}', {
				path: { id },
				body: { fields: ['Status'], status: 'OPEN' },
			}),
		),
});
