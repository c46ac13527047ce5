import { cardFields, cardReadOptions, cardShortForm } from '../../fields/card';
import { simplified } from '../../fields/output';
import { requestOperation } from '../../operations/operation';
import { get as read } from '../../transport/contract';

export const get = requestOperation({
	name: 'Get',
	value: 'get',
	action: 'Get a card',
	description: 'Read one card by its ID',
	record: 'Card',
	fields: { ...cardFields, output: simplified(cardShortForm), options: cardReadOptions },
	request: ({ id, options: { includeDetails: IncludeDetails } }) =>
		read('/crm/v2/panel/card/{id}', { path: { id }, query: { IncludeDetails } }),
});
