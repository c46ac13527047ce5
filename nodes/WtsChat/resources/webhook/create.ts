import { InputError } from '../../fields/inputError';
import { additionalFieldsOf } from '../../fields/kinds/collection';
import { afterChoiceOf } from '../../fields/kinds/together';
import { noEvent } from '../../fields/sentences';
import { enabled, events, subscriptionName, subscriptionUrl } from '../../fields/webhook';
import { requestOperation } from '../../operations/operation';
import { post } from '../../transport/contract';

/** Whether two subscriptions may share an address is not documented. */
export const create = requestOperation({
	name: 'Create',
	value: 'create',
	action: 'Create a webhook subscription',
	description: 'Send events of the account to a public address',
	record: 'WebhookSubscription',
	fields: {
		name: subscriptionName.required(),
		url: subscriptionUrl.required(),
		events: afterChoiceOf(subscriptionUrl, events).with({ required: true }),
		additionalFields: additionalFieldsOf({ enabled }),
	},
	request: ({ name, url, events: chosen, additionalFields }) =>
		post('/core/v1/webhook/subscription', {
			body: { name, url, events: someOf(chosen), ...additionalFields },
		}),
});

function someOf<Event>(chosen: Event[] | undefined): Event[] {
	if (chosen) return chosen;
	throw new InputError(noEvent, `Choose one or more under '${events.label}'.`);
}
