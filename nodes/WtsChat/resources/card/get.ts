import { cardFields, cardReadOptions, cardShortForm, type CardDetail } from '../../fields/card';
import { outputFields } from '../../fields/output';
import { get as read } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: GET /crm/v2/panel/card/{id} */
export const get: RequestOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get a card',
	description: 'Read one card by its ID',
	shortForm: cardShortForm,
	fields: [...cardFields, ...outputFields, cardReadOptions],
	request: (parameters) =>
		read('/crm/v2/panel/card/{id}', {
			path: { id: parameters.requiredId('cardId') },
			query: {
				IncludeDetails: parameters.group('options').choices<CardDetail>('includeDetails'),
			},
		}),
};
