import { webAddress } from '../../fields/address';
import { additionalFieldsOf } from '../../fields/collections';
import { InputError, type ItemParameters } from '../../fields/itemParameters';
import {
	enabled,
	events,
	eventsFrom,
	subscriptionName,
	subscriptionUrl,
} from '../../fields/webhook';
import { post } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: POST /core/v1/webhook/subscription; whether two subscriptions may share an address is not documented. */
export const create: RequestOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create a webhook subscription',
	description: 'Have events of the account sent to a public address',
	fields: [
		{ ...subscriptionName, required: true },
		{ ...subscriptionUrl, required: true },
		{ ...events, required: true },
		additionalFieldsOf([enabled]),
	],
	request: (parameters) =>
		post('/core/v1/webhook/subscription', {
			body: {
				name: parameters.requiredText('name'),
				url: webAddress(parameters.requiredText('url'), parameters.label('url')),
				events: someEventsFrom(parameters),
				enabled: parameters.group('additionalFields').boolean('enabled'),
			},
		}),
};

function someEventsFrom(parameters: ItemParameters) {
	const chosen = eventsFrom(parameters);
	if (chosen) return chosen;
	throw new InputError(
		'No event is chosen',
		`Choose one or more under '${parameters.label('events')}'.`,
	);
}
