import type { components } from '../../../contract/types/core';
import type { Api } from '../transport/api';
import { del, get, post, put } from '../transport/contract';
import { questionIn, type Question } from './question';

type Subscription = components['schemas']['WebhookSubscription'];

const NAME = 'n8n waits for a reply';

/** An execution that waits, as its subscription tells. */
export interface Wait extends Question {
	subscriptionId: string;
	url: string;
	/** n8n's signature under the address, by which a request tells which execution it is for. */
	signature: string;
	/** Whether it hears all messages of the account. */
	listens: boolean;
}

/** The waiting executions of the account: of all processes, and of all n8n that use it. */
export async function listWaits(api: Api): Promise<Wait[]> {
	return waitsIn(await api.send(get('/core/v1/webhook/subscription', {})));
}

/** The waiting executions among the subscriptions of the account. */
export function waitsIn(subscriptions: Subscription[]): Wait[] {
	return subscriptions.flatMap(waitIn);
}

function waitIn({ id = '', name, url, enabled }: Subscription): Wait[] {
	if (!name?.startsWith(NAME) || !url || !URL.canParse(url)) return [];
	const question = questionIn(new URL(url).searchParams);
	return question ? [waitAt(url, question, id, enabled === true)] : [];
}

function waitAt(url: string, question: Question, subscriptionId: string, listens: boolean): Wait {
	const signature = new URL(url).searchParams.get('signature') ?? '';
	return { ...question, subscriptionId, url, signature, listens };
}

/**
 * Keeps the address of a waiting execution as a subscription, which listens or is paused.
 *
 * Source: POST /core/v1/webhook/subscription
 */
export async function subscribeWait(
	api: Api,
	url: string,
	question: Question,
	listens: boolean,
): Promise<Wait> {
	const { id = '' } = await api.send(
		post('/core/v1/webhook/subscription', {
			body: {
				name: `${NAME} until ${new Date(question.until).toISOString().slice(0, 16)}Z`,
				url,
				events: ['MESSAGE_RECEIVED'],
				enabled: listens,
			},
		}),
	);
	return waitAt(url, question, id, listens);
}

/** Source: DELETE /core/v1/webhook/subscription/{subscriptionId} */
export async function removeWait(api: Api, { subscriptionId }: Wait): Promise<void> {
	await api.send({
		...del('/core/v1/webhook/subscription/{subscriptionId}', { path: { subscriptionId } }),
		goneIsDone: true,
	});
}

/** Source: PUT /core/v1/webhook/subscription/{subscriptionId} */
export async function setListening(api: Api, wait: Wait, enabled: boolean): Promise<void> {
	if (wait.listens === enabled) return;
	const { subscriptionId } = wait;
	await api.send(
		put('/core/v1/webhook/subscription/{subscriptionId}', {
			path: { subscriptionId },
			body: { fields: ['Enabled'], enabled },
		}),
	);
	wait.listens = enabled;
}
