import { limit } from '../../fields/list';
import { listOperation } from '../../operations/operation';
import { get } from '../../transport/contract';

export const getManyEvents = listOperation({
	name: 'Get Many Events',
	value: 'getManyEvents',
	action: 'Get many webhook events',
	description: 'Read the events that a subscription can send, with a short description each',
	record: 'WebhookEventInfo',
	paging: 'none',
	fields: { limit },
	list: () => get('/core/v1/webhook/event', {}),
});
