import type { INodeProperties } from 'n8n-workflow';
import type { components } from '../../../contract/types/core';
import type { ItemParameters } from './itemParameters';
import { locator } from './locator';

type WebhookEvent = components['schemas']['WebhookEvent'];

export const subscriptionId = locator({
	displayName: 'Subscription',
	name: 'subscriptionId',
	description: 'The webhook subscription: what sends the events of the account to an address',
	searchListMethod: 'searchSubscriptions',
});

export const events: INodeProperties = {
	displayName: 'Event Names or IDs',
	name: 'events',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getWebhookEvents' },
	default: [],
	description:
		'Events that are sent to the address, for example MESSAGE_RECEIVED. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

export const subscriptionName: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. n8n - vendas',
	description: 'What people know the subscription by, in 100 characters at most',
};

export const subscriptionUrl: INodeProperties = {
	displayName: 'URL',
	name: 'url',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://n8n.example.com/webhook/pedidos',
	description: 'Public address that gets a POST request for each event',
};

export const enabled: INodeProperties = {
	displayName: 'Enabled',
	name: 'enabled',
	type: 'boolean',
	default: true,
	description: 'Whether events are sent; switched off, the subscription is paused',
};

/** The chosen events. The API adds events from time to time, so names that the contract does not know pass as well. */
export function eventsFrom(parameters: ItemParameters): WebhookEvent[] | undefined {
	return parameters.texts('events') as WebhookEvent[] | undefined;
}
