import { card, cardReadOptions, cardShortForm } from '../../fields/card';
import { simplified } from '../../fields/output';
import { onCard } from '../../operations/onCard';
import { requestOperation } from '../../operations/operation';
import { get as read } from '../../transport/contract';

export const get = requestOperation({
	name: 'Get',
	value: 'get',
	action: 'Get a card',
	description: 'Read one card',
	record: 'Card',
	fields: { card, output: simplified(cardShortForm), options: cardReadOptions },
	request: ({ card: subject, options: { includeDetails: IncludeDetails } }) =>
		onCard(subject, (id) =>
			read('/crm/v2/panel/card/{id}', { path: { id }, query: { IncludeDetails } }),
		),
});
