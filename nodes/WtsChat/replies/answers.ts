import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../transport/api';
import { get } from '../transport/contract';
import { readList } from '../transport/pages';
import { isAnswer, type Question } from './question';
import type { Wait } from './waits';

/**
 * The first message of the contact after the question, if there is one.
 *
 * Source: GET /chat/v1/message
 */
export async function answerTo(
	api: Api,
	{ sessionId, askedAt }: Question,
): Promise<IDataObject | undefined> {
	const request = get('/chat/v1/message', {
		query: { SessionId: sessionId, 'CreatedAt.After': new Date(askedAt).toISOString() },
	});
	const messages: IDataObject[] = await readList(api, request);
	return messages
		.filter((message) => message.direction === 'FROM_HUB' && isAnswer(message, askedAt))
		.sort((one, other) => String(one.createdAt).localeCompare(String(other.createdAt)))[0];
}

/**
 * Those of `waits` in whose conversation something was written since `since` (milliseconds), and after
 * the question.
 *
 * Source: GET /chat/v2/session
 */
export async function writtenSince(api: Api, waits: Wait[], since: number): Promise<Wait[]> {
	const request = get('/chat/v2/session', {
		query: { 'LastInteractionAt.After': new Date(since).toISOString() },
	});
	const sessions = await readList(api, request);
	const writtenAt = new Map(
		sessions.map(({ id, lastInteractionDate }) => [id, Date.parse(String(lastInteractionDate))]),
	);
	return waits.filter(({ sessionId, askedAt }) => (writtenAt.get(sessionId) ?? 0) > askedAt);
}

/** A message as WTS Chat delivers it. */
export function asEvent(content: IDataObject): IDataObject {
	return { eventType: 'MESSAGE_RECEIVED', date: content.createdAt, content };
}
