import { card } from '../../fields/card';
import { onCard } from '../../operations/onCard';
import { requestOperation } from '../../operations/operation';
import { put } from '../../transport/contract';

/** The API cannot delete cards. */
export const archive = requestOperation({
	name: 'Archive',
	value: 'archive',
	action: 'Archive a card',
	description: 'Take a card off the board; it can be reopened. Cards cannot be deleted.',
	record: 'Card',
	fields: { card },
	request: ({ card: subject }) =>
		onCard(subject, (id) =>
			put('/crm/v3/panel/card/{id}', {
				path: { id },
				body: { fields: ['Status'], status: 'ARCHIVED' },
			}),
		),
});
