import type { IDataObject } from 'n8n-workflow';
import { deliveryIn, type Delivery } from '../events/delivery';
import type { Api } from '../transport/api';
import { get } from '../transport/contract';
import { readList } from '../transport/pages';
import { isAnswer, type Question } from './question';
import type { Wait } from './waits';
import { momentOf } from '../values/moments';

/**
 * What was written in a conversation since `since` (milliseconds), by anybody.
 *
 * Source: GET /chat/v1/message
 */
export async function messagesIn(
	api: Api,
	sessionId: string,
	since: number,
): Promise<IDataObject[]> {
	const query = { SessionId: sessionId, 'CreatedAt.After': new Date(since).toISOString() };
	return await readList(api, get('/chat/v1/message', { query }));
}

/**
 * The conversations in which something was written since `since` (milliseconds).
 *
 * Source: GET /chat/v2/session
 */
export async function sessionsWrittenIn(api: Api, since: number): Promise<IDataObject[]> {
	const query = { 'LastInteractionAt.After': new Date(since).toISOString() };
	return await readList(api, get('/chat/v2/session', { query }));
}

/** What was written in the conversation after the question, by anybody, the oldest first. */
export async function messagesSince(
	api: Api,
	{ sessionId, askedAt }: Question,
): Promise<IDataObject[]> {
	const messages = await messagesIn(api, sessionId, askedAt);
	return messages
		.filter(({ createdAt }) => (momentOf(createdAt) ?? 0) > askedAt)
		.sort((one, other) => (momentOf(one.createdAt) ?? 0) - (momentOf(other.createdAt) ?? 0));
}

/** What the contact has answered, the oldest first. */
export async function answersTo(
	api: Api,
	question: Question,
	after = question.askedAt,
): Promise<Delivery[]> {
	const messages = await messagesSince(api, question);
	return messages
		.filter((message) => message.direction === 'FROM_HUB' && isAnswer(message, question, after))
		.flatMap((message) => deliveryIn(asEvent(message)) ?? []);
}

/** Those of `waits` in whose conversation something was written since `since` (milliseconds), and after the question. */
export async function writtenSince(api: Api, waits: Wait[], since: number): Promise<Wait[]> {
	const sessions = await sessionsWrittenIn(api, since);
	const writtenAt = new Map(
		sessions.map(({ id, lastInteractionDate }) => [id, momentOf(lastInteractionDate) ?? Infinity]),
	);
	return waits.filter(({ sessionId, after }) => (writtenAt.get(sessionId) ?? 0) > after);
}

/** A message as WTS Chat delivers it. */
function asEvent(content: IDataObject): IDataObject {
	return { eventType: 'MESSAGE_RECEIVED', date: content.createdAt, content };
}
