import { updateFieldsOf } from '../../fields/kinds/collection';
import { listOrIds } from '../../fields/kinds/listOrId';
import {
	enabled,
	events,
	subscriptionId,
	subscriptionName,
	subscriptionUrl,
} from '../../fields/webhook';
import { changesOf } from '../../operations/changes';
import { requestOperation } from '../../operations/operation';
import { put } from '../../transport/contract';

const updateFields = updateFieldsOf({
	name: subscriptionName,
	url: subscriptionUrl,
	events: events.with({
		description: listOrIds('Events to send, in place of all the present ones'),
	}),
	enabled,
});

/** Nothing can be cleared: a subscription without a name, an address or events would be of no use. */
export const update = requestOperation({
	name: 'Update',
	value: 'update',
	action: 'Update a webhook subscription',
	description: 'Change, pause or resume a webhook subscription',
	record: 'WebhookSubscription',
	fields: { id: subscriptionId, updateFields },
	request: ({ id, updateFields: values }) =>
		put('/core/v1/webhook/subscription/{subscriptionId}', {
			path: { subscriptionId: id },
			body: changesOf(values, [], updateFields),
		}),
});
