import { randomUUID } from 'node:crypto';
import type { components } from '../../../contract/types/core';
import { subscriptionById, type Account, type SubscriptionRecord } from '../account';
import { invalid } from '../errors';
import { operation, type RequestOf } from '../operation';

type Schemas = components['schemas'];
type Update = RequestOf<'updateWebhookSubscription'>['body'];

/** Requests name events; answers describe them. */
function subscriptionView(
	{ webhookEvents }: Account,
	subscription: SubscriptionRecord,
): Schemas['WebhookSubscription'] {
	const described = subscription.events.map((event) => ({
		event,
		description: webhookEvents.find((known) => known.event === event)?.description ?? null,
	}));
	return { ...subscription, events: described };
}

function present<Value>(value: Value | null | undefined, name: string): Value {
	if (value !== null && value !== undefined) return value;
	throw invalid({ [name]: [`The ${name} field is required.`] });
}

/** Writes the attributes named in `fields` and no other. */
function write(subscription: SubscriptionRecord, update: Update): void {
	const { fields, name, url, enabled, events } = update;
	Object.assign(subscription, {
		...(fields.includes('Name') && { name: present(name, 'name') }),
		...(fields.includes('Url') && { url: present(url, 'url') }),
		...(fields.includes('Enabled') && { enabled: enabled ?? true }),
		...(fields.includes('Events') && { events: present(events, 'events') }),
		updatedAt: new Date().toISOString(),
	});
}

export const webhookOperations = [
	operation('listWebhookEvents', (_request, account) => account.webhookEvents),

	operation('listWebhookSubscriptions', (_request, account) =>
		account.subscriptions.map((subscription) => subscriptionView(account, subscription)),
	),

	operation('getWebhookSubscription', ({ path }, account) =>
		subscriptionView(account, subscriptionById(account, path.subscriptionId)),
	),

	operation('createWebhookSubscription', ({ body }, account) => {
		const now = new Date().toISOString();
		const subscription: SubscriptionRecord = {
			id: randomUUID(),
			createdAt: now,
			updatedAt: now,
			companyId: account.companyId,
			name: body.name,
			url: body.url,
			enabled: body.enabled ?? true,
			events: body.events,
		};
		account.subscriptions.push(subscription);
		return subscriptionView(account, subscription);
	}),

	operation('updateWebhookSubscription', ({ path, body }, account) => {
		const subscription = subscriptionById(account, path.subscriptionId);
		write(subscription, body);
		return subscriptionView(account, subscription);
	}),

	operation('deleteWebhookSubscription', ({ path }, account) => {
		const gone = subscriptionById(account, path.subscriptionId);
		account.subscriptions = account.subscriptions.filter((kept) => kept !== gone);
	}),
];
