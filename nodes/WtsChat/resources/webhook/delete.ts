import { subscriptionId } from '../../fields/webhook';
import { requestOperation } from '../../operations/operation';
import { deleted } from '../../operations/record';
import { del } from '../../transport/contract';

export const deleteSubscription = requestOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a webhook subscription',
	description: "Delete a webhook subscription for good; 'Update' can pause it instead",
	record: [deleted],
	fields: { id: subscriptionId },
	request: ({ id }) =>
		del('/core/v1/webhook/subscription/{subscriptionId}', {
			path: { subscriptionId: id },
		}),
});
