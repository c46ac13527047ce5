import { limit } from '../../fields/list';
import { listOperation } from '../../operations/operation';
import { get } from '../../transport/contract';

export const getMany = listOperation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many webhook subscriptions',
	description: 'Read the webhook subscriptions of the account, with the paused ones',
	record: 'WebhookSubscription',
	paging: 'none',
	fields: { limit },
	list: () => get('/core/v1/webhook/subscription', {}),
});
