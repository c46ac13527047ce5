import { listFields } from '../../fields/list';
import { get } from '../../transport/contract';
import type { ListOperation } from '../operation';

/** Source: GET /core/v1/webhook/subscription */
export const getMany: ListOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many webhook subscriptions',
	description: 'Read the subscriptions of the account, paused ones too',
	paging: 'none',
	fields: listFields,
	list: () => get('/core/v1/webhook/subscription', {}),
};
