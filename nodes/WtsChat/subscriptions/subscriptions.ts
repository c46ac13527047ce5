import type { components } from '../../../contract/types/core';
import type { Api } from '../transport/api';
import { del, get, post, put } from '../transport/contract';
import { readList } from '../transport/pages';
import { isRecord } from '../transport/records';

/** A webhook subscription of the account: an address that WTS Chat tells of events. */
export type Subscription = components['schemas']['WebhookSubscription'];

type Fields = Omit<components['schemas']['CreateWebhookSubscriptionRequest'], 'enabled'>;

/** The lengths that the API takes. */
export const MAX_NAME = 100;
export const MAX_URL = 500;

/** The beginning of a name, as it comes back from the API: no half of an emoji, and no blank at its end. */
export function shortened(name: string, most: number): string {
	return name
		.slice(0, most)
		.replace(/[\uD800-\uDBFF]$/, '')
		.trim();
}

/**
 * All subscriptions of the account, whoever has made them.
 *
 * Source: GET /core/v1/webhook/subscription
 *
 * @throws Error when the API answers with no list
 */
export async function listSubscriptions(api: Api): Promise<Subscription[]> {
	const request = get('/core/v1/webhook/subscription', {});
	return (await readList(api, request, { paging: 'none' })) as Subscription[];
}

/**
 * Makes a subscription and gives its ID.
 *
 * Source: POST /core/v1/webhook/subscription
 */
export async function makeSubscription(
	api: Api,
	fields: Fields,
	enabled = true,
): Promise<string | undefined> {
	const body = { ...fields, enabled };
	// one that the API makes without naming it is found by its address later
	const made = await api.send(post('/core/v1/webhook/subscription', { body }));
	return isRecord(made) ? made.id : undefined;
}

/**
 * Changes what is named, and leaves the rest as it is.
 *
 * Source: PUT /core/v1/webhook/subscription/{subscriptionId}
 */
export async function changeSubscription(
	api: Api,
	subscriptionId: string,
	changes: Partial<Fields> & { enabled?: boolean },
): Promise<void> {
	const fields = Object.keys(changes).map((name) => FIELDS[name as keyof typeof FIELDS]);
	await api.send(
		put('/core/v1/webhook/subscription/{subscriptionId}', {
			path: { subscriptionId },
			body: { fields, ...changes },
		}),
	);
}

/** How the API names the fields that a change is about. */
const FIELDS = { name: 'Name', url: 'Url', events: 'Events', enabled: 'Enabled' } as const;

/**
 * Removes a subscription; one that is gone already is no error.
 *
 * Source: DELETE /core/v1/webhook/subscription/{subscriptionId}
 */
export async function removeSubscription(api: Api, subscriptionId: string): Promise<void> {
	await api.send({
		...del('/core/v1/webhook/subscription/{subscriptionId}', { path: { subscriptionId } }),
		notFoundIsSuccess: true,
	});
}
