import type { components } from '../../../contract/types/core';
import { webAddress } from './address';
import { locator } from './kinds/id';
import { listOrIds } from './kinds/listOrId';
import { boolean } from './kinds/plain';
import { pickedTexts, text } from './kinds/text';

type WebhookEvent = components['schemas']['WebhookEvent'];

export const subscriptionId = locator({
	displayName: 'Subscription',
	name: 'subscriptionId',
	description: 'The webhook subscription',
	picker: 'subscriptions',
}).required();

/** The chosen events. The API adds events from time to time, so names that the contract does not know pass as well. */
export const events = pickedTexts('getWebhookEvents', {
	displayName: 'Events',
	name: 'events',
	description: listOrIds('Events that are sent to the address, for example MESSAGE_RECEIVED'),
}).checked((names) => names as WebhookEvent[]);

export const subscriptionName = text({
	displayName: 'Name',
	name: 'name',
	placeholder: 'e.g. n8n - vendas',
	description: 'Name of the subscription, 100 characters at most',
});

export const subscriptionUrl = webAddress({
	displayName: 'URL',
	name: 'url',
	placeholder: 'e.g. https://n8n.example.com/webhook/pedidos',
	description: 'Public address that gets a POST request for each event',
});

export const enabled = boolean({
	displayName: 'Enabled',
	name: 'enabled',
	default: true,
	description: 'Whether events are sent; when off, the subscription is paused',
});
