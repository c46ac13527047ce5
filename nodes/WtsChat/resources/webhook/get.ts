import { subscriptionId } from '../../fields/webhook';
import { requestOperation } from '../../operations/operation';
import { get as read } from '../../transport/contract';

export const get = requestOperation({
	name: 'Get',
	value: 'get',
	action: 'Get a webhook subscription',
	description: 'Read one webhook subscription',
	record: 'WebhookSubscription',
	fields: { id: subscriptionId },
	request: ({ id }) =>
		read('/core/v1/webhook/subscription/{subscriptionId}', {
			path: { subscriptionId: id },
		}),
});
