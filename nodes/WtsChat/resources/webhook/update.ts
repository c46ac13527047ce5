import { webAddress } from '../../fields/address';
import { updateFieldsOf } from '../../fields/collections';
import {
	enabled,
	events,
	eventsFrom,
	subscriptionId,
	subscriptionName,
	subscriptionUrl,
} from '../../fields/webhook';
import { put } from '../../transport/contract';
import { changesOf } from '../changes';
import type { RequestOperation } from '../operation';

/**
 * Source: PUT /core/v1/webhook/subscription/{subscriptionId}
 *
 * Nothing can be cleared: a subscription without a name, an address or events would be of no use.
 */
export const update: RequestOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update a webhook subscription',
	description: 'Change chosen attributes of a subscription, pause it or resume it',
	fields: [
		subscriptionId,
		updateFieldsOf([
			enabled,
			{
				...events,
				description:
					'Events that take the place of all those it had. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
			subscriptionName,
			subscriptionUrl,
		]),
	],
	request(parameters) {
		const id = parameters.requiredId('subscriptionId');
		const fields = parameters.group('updateFields');
		const url = fields.text('url');
		const values = {
			name: fields.text('name'),
			url: url && webAddress(url, fields.label('url')),
			events: eventsFrom(fields),
			enabled: fields.boolean('enabled'),
		};
		return put('/core/v1/webhook/subscription/{subscriptionId}', {
			path: { subscriptionId: id },
			body: changesOf(values, [], fields),
		});
	},
};
