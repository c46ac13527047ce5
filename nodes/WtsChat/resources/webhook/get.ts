import { subscriptionId } from '../../fields/webhook';
import { get as read } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: GET /core/v1/webhook/subscription/{subscriptionId} */
export const get: RequestOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get a webhook subscription',
	description: 'Read one subscription by its ID',
	fields: [subscriptionId],
	request: (parameters) =>
		read('/core/v1/webhook/subscription/{subscriptionId}', {
			path: { subscriptionId: parameters.requiredId('subscriptionId') },
		}),
};
