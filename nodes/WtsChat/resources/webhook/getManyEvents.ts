import { listFields } from '../../fields/list';
import { get } from '../../transport/contract';
import type { ListOperation } from '../operation';

/** Source: GET /core/v1/webhook/event */
export const getManyEvents: ListOperation = {
	name: 'Get Many Events',
	value: 'getManyEvents',
	action: 'Get many webhook events',
	description: 'Read the events that can be subscribed to, with a short text each',
	paging: 'none',
	fields: listFields,
	list: () => get('/core/v1/webhook/event', {}),
};
