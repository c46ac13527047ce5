import {
	changeSubscription,
	listSubscriptions,
	makeSubscription,
	removeSubscription,
	type Subscription,
} from '../subscriptions/subscriptions';
import type { Api } from '../transport/api';
import { urlIn } from '../transport/url';
import { questionIn, type Question } from './question';
import { momentOf } from '../values/moments';

const NAME = 'n8n waits for a reply';
const ANSWERED = 'n8n had a reply';

/** What a question was answered with. */
export interface Answer {
	messageId: string;
	/** Up to when everything was for a question that asks again, in milliseconds by the clock of WTS Chat. */
	upTo?: number;
	/** When n8n took it, in milliseconds. */
	takenAt: number;
}

/** An execution that waits, as its subscription tells. */
export interface Wait extends Question {
	/** Undefined where it is not subscribed. */
	subscriptionId?: string;
	/** When this process has subscribed it, in milliseconds. */
	subscribedAt?: number;
	url: string;
	/** n8n's signature under the address, by which a request tells which question it is for. */
	signature: string;
	/** When to look whether it has missed something, in milliseconds. */
	lookAt?: number;
	/** Whether it hears all messages of the account. */
	listens: boolean;
	/** What was written up to this moment is not for it, in milliseconds: a newer question has got it. */
	after: number;
	/** What its subscription says it was answered with: the question waits no more. */
	answer?: Answer;
}

/** The question that waits at an address. */
export function waitAt(url: string, question: Question): Wait {
	const signature = new URL(url).searchParams.get('signature') ?? '';
	return { ...question, url, signature, listens: false, after: question.askedAt };
}

/** The waiting executions of the account, and those that had their reply lately: of all processes, and of all n8n that use it. */
export async function listWaits(api: Api): Promise<Wait[]> {
	return waitsIn(await listSubscriptions(api));
}

/** The same, among the subscriptions of the account. */
export function waitsIn(subscriptions: Subscription[]): Wait[] {
	return subscriptions.flatMap(waitIn);
}

function waitIn({ id, url, enabled, ...subscription }: Subscription): Wait[] {
	const name = subscription.name ?? '';
	const answer = answerIn(name);
	if (!id || !(answer || name.startsWith(NAME)) || !url) return [];
	const address = urlIn(url);
	const question = address && questionIn(address.searchParams);
	if (!question) return [];
	const wait = waitAt(url, question);
	const after = momentOf(/after (\S+)$/.exec(name)?.[1]) ?? wait.after;
	return [{ ...wait, subscriptionId: id, listens: enabled === true, after, answer }];
}

function answerIn(name: string): Answer | undefined {
	if (!name.startsWith(ANSWERED)) return undefined;
	const [taken, messageId, upTo] = name.slice(ANSWERED.length).trim().split(' ');
	const takenAt = momentOf(taken);
	if (takenAt === undefined || !messageId) return undefined;
	return { messageId, takenAt, upTo: momentOf(upTo) };
}

/** The name of its subscription, which also keeps what happened since it was asked. */
function nameOf({ until, after, askedAt }: Wait): string {
	const end = new Date(until).toISOString().slice(0, 16);
	const since = after > askedAt ? `, written after ${new Date(after).toISOString()}` : '';
	return `${NAME} until ${end}Z${since}`;
}

/** Keeps the address of a waiting execution as a subscription, which listens or is paused. */
export async function subscribeWait(api: Api, wait: Wait): Promise<void> {
	const { url, listens } = wait;
	const fields = { name: nameOf(wait), url, events: ['MESSAGE_RECEIVED' as const] };
	wait.subscribedAt = Date.now();
	wait.subscriptionId = await makeSubscription(api, fields, listens);
}

/** Ends the subscription of a wait, if it has one. A subscription that is already gone is no error. */
export async function removeWait(api: Api, { subscriptionId }: Wait): Promise<void> {
	if (subscriptionId) await removeSubscription(api, subscriptionId);
}

/** Switches the subscription of a wait on, so that it hears the account, or off. */
export async function setListening(api: Api, wait: Wait, enabled: boolean): Promise<void> {
	if (!wait.subscriptionId) return;
	await changeSubscription(api, wait.subscriptionId, { enabled });
	wait.listens = enabled;
}

/** Keeps, for other processes and the next start of n8n, that a newer question has got what was written so far. */
export async function keepAfter(api: Api, wait: Wait): Promise<void> {
	if (wait.subscriptionId) {
		await changeSubscription(api, wait.subscriptionId, { name: nameOf(wait) });
	}
}

/** Says in the name of its subscription what a question was answered with, so that every process knows the message for a reply. */
export async function keepAnswer(
	api: Api,
	{ subscriptionId }: Wait,
	{ messageId, upTo, takenAt }: Answer,
): Promise<void> {
	if (!subscriptionId) return;
	const taken = `${new Date(takenAt).toISOString().slice(0, 16)}Z`;
	const more = upTo === undefined ? [] : [new Date(upTo).toISOString()];
	const name = [ANSWERED, taken, messageId, ...more].join(' ');
	await changeSubscription(api, subscriptionId, { name, enabled: false });
}
