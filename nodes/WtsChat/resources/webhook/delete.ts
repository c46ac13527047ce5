import { subscriptionId } from '../../fields/webhook';
import { del } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: DELETE /core/v1/webhook/subscription/{subscriptionId} */
export const deleteSubscription: RequestOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a webhook subscription',
	description: 'Remove one subscription for good; Update can pause it instead',
	fields: [subscriptionId],
	request: (parameters) =>
		del('/core/v1/webhook/subscription/{subscriptionId}', {
			path: { subscriptionId: parameters.requiredId('subscriptionId') },
		}),
};
