import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../transport/api';
import { get, type ApiRequest } from '../transport/contract';
import { readList } from '../transport/pages';
import { historyOf, writtenAt, type History } from './history';
import type { Message, Session } from './records';

/** So many messages come with one request. */
const PAGE = 100;

/** What asks for the newest messages first. */
export const NEWEST_FIRST = { OrderBy: 'createdAt', OrderDirection: 'DESCENDING' } as const;

/**
 * The newest messages of a session, at least `atMost` of them where there are so many; one request for
 * each hundred.
 *
 * Source: GET /chat/v1/message
 */
export async function readHistory(api: Api, sessionId: string, atMost = PAGE): Promise<History> {
	const query = { SessionId: sessionId, ...NEWEST_FIRST };
	return await readNewest(api, get('/chat/v1/message', { query }), atMost);
}

/**
 * The newest messages of a list that is asked for with {@link NEWEST_FIRST}, at least `atMost` of them
 * where there are so many.
 *
 * @param keep which messages count; all of them when it is left out
 */
export async function readNewest(
	api: Api,
	request: ApiRequest,
	atMost: number,
	keep?: (message: IDataObject) => boolean,
): Promise<History<IDataObject>> {
	const limit = Math.ceil(atMost / PAGE) * PAGE;
	const newest = await readList(api, request, { limit, keep });
	if (newest.length < limit) return historyOf(newest, true);
	// a host that knows no such order gives the oldest first
	return isAscending(newest)
		? historyOf(await readList(api, request, { keep }), true)
		: historyOf(newest, false);
}

/**
 * The session as it is now.
 *
 * Source: GET /chat/v2/session/{id}
 */
export async function readSession(api: Api, id: string): Promise<Session> {
	return { ...(await api.send(get('/chat/v2/session/{id}', { path: { id } }))) };
}

/** No date is before another, so messages without any are in no order. */
function isAscending(messages: Message[]): boolean {
	const [first = NaN, last = NaN] = [messages[0], messages.at(-1)].map((message) =>
		writtenAt(message ?? {}),
	);
	return first < last;
}
