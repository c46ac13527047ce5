import type { components } from '../../../contract/types/core';
import type { Api } from '../transport/api';
import { del, get, post, put } from '../transport/contract';
import { questionIn, type Question } from './question';

type Subscription = components['schemas']['WebhookSubscription'];

const NAME = 'n8n waits for a reply';

/**
 * How many of the waiting executions hear all messages of the account. Each message that an execution
 * hears costs n8n a look into its database, so not all of hundreds should; and one alone would leave
 * the others deaf when somebody stops it. The others have a paused subscription, which keeps their
 * address, and get their messages passed on.
 */
const LISTENERS = 10;

/** An execution that waits, as its subscription tells. */
export interface Wait extends Question {
	subscriptionId: string;
	url: string;
	/** Whether it hears all messages of the account. */
	listens: boolean;
}

/** The waiting executions of the account: of all processes, and of all n8n that use it. */
export async function listWaits(api: Api): Promise<Wait[]> {
	const subscriptions = await api.send(get('/core/v1/webhook/subscription', {}));
	return waitsIn(subscriptions);
}

export function waitsIn(subscriptions: Subscription[]): Wait[] {
	return subscriptions.flatMap(({ id, name, url, enabled }) => {
		const isOurs = id && name?.startsWith(NAME) && url && URL.canParse(url);
		const question = isOurs ? questionIn(new URL(url).searchParams) : undefined;
		return question
			? [{ ...question, subscriptionId: id ?? '', url: url ?? '', listens: enabled === true }]
			: [];
	});
}

/**
 * Subscribes a waiting execution, which listens from the first moment.
 *
 * Source: POST /core/v1/webhook/subscription
 */
export async function subscribeWait(api: Api, url: string, until: number): Promise<void> {
	await api.send(
		post('/core/v1/webhook/subscription', {
			body: {
				name: `${NAME} until ${new Date(until).toISOString().slice(0, 16)}Z`,
				url,
				events: ['MESSAGE_RECEIVED'],
				enabled: true,
			},
		}),
	);
}

/** Removes the subscription that leads to an address. */
export async function removeWaitAt(api: Api, url: string): Promise<void> {
	for (const wait of await listWaits(api)) if (wait.url === url) await removeWait(api, wait);
}

/** Source: DELETE /core/v1/webhook/subscription/{subscriptionId} */
export async function removeWait(api: Api, { subscriptionId }: Wait): Promise<void> {
	await api.send({
		...del('/core/v1/webhook/subscription/{subscriptionId}', { path: { subscriptionId } }),
		goneIsDone: true,
	});
}

/**
 * Removes what is over, and lets those listen that wait the longest: then somebody listens as long as
 * anybody waits.
 *
 * @returns the executions that still wait
 */
export async function tidy(api: Api): Promise<Wait[]> {
	const waits = await listWaits(api);
	await removeExpired(api, waits);

	const waiting = waits.filter(({ until }) => until > Date.now());
	const together = waiting
		.filter(({ alone }) => !alone)
		.sort((one, other) => other.until - one.until || other.askedAt - one.askedAt);
	// first who begins, then who stops: at no moment does nobody listen
	for (const wait of together.slice(0, LISTENERS)) await setListening(api, wait, true);
	for (const wait of together.slice(LISTENERS)) await setListening(api, wait, false);
	return waiting;
}

/** Removes the subscriptions of executions that n8n has stopped waiting for. */
export async function removeExpired(api: Api, waits: Wait[]): Promise<void> {
	for (const wait of waits) if (wait.until <= Date.now()) await removeWait(api, wait);
}

/** Source: PUT /core/v1/webhook/subscription/{subscriptionId} */
async function setListening(api: Api, wait: Wait, enabled: boolean): Promise<void> {
	if (wait.listens === enabled) return;
	const { subscriptionId } = wait;
	await api
		.send(
			put('/core/v1/webhook/subscription/{subscriptionId}', {
				path: { subscriptionId },
				body: { fields: ['Enabled'], enabled },
			}),
		)
		// its execution may have ended meanwhile
		.catch(() => undefined);
}
