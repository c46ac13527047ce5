import type { IDataObject } from 'n8n-workflow';
import type { Delivery } from '../events/delivery';
import { connect, type Api } from '../transport/api';
import { get } from '../transport/contract';
import { nodeError } from '../transport/nodeError';
import { readList } from '../transport/pages';
import { later } from '../transport/pause';
import { momentOf } from '../values/moments';
import { SESSION_DETAILS } from './details';
import type { Order } from './order';
import * as sentences from './sentences';
import { deliveryOf, silencesOf } from './silenceRecords';
import type { SilencesWanted } from './silencesWanted';

/** How old a silence is that is shown, and in how many conversations it is looked for. */
const SHOWN_MS = 7 * 86_400_000;
const MOST_SHOWN = 20;
/** By then n8n listens at the address. */
const LISTENING_MS = 1_000;

/**
 * Delivers the newest silence of the account to a trigger that somebody tries in the editor: there nobody
 * can wait for the next one.
 *
 * @throws NodeOperationError when there is none, or the API refuses or cannot be reached
 */
export async function showSilence({ context, silences, wanted }: Order): Promise<void> {
	if (!silences) return;
	const delivery = await newestSilence(await connect(context), silences);
	if (!delivery) {
		throw nodeError(context.getNode(), sentences.noSilence);
	}
	const show = async () => {
		await later(LISTENING_MS);
		await context.helpers.httpRequest({ url: wanted.url, method: 'POST', body: delivery.body });
	};
	// somebody may have stopped listening meanwhile
	show().catch(() => undefined);
}

/**
 * The newest silence of the chosen kinds, however long it has lasted; undefined where there is none.
 *
 * Source: GET /chat/v2/session
 */
async function newestSilence(api: Api, wanted: SilencesWanted): Promise<Delivery | undefined> {
	const now = Date.now();
	const since = Object.fromEntries(Object.keys(wanted.since).map((event) => [event, 0]));
	const query = {
		'LastInteractionAt.After': new Date(now - SHOWN_MS).toISOString(),
		IncludeDetails: SESSION_DETAILS,
		OrderBy: 'lastInteractionDate',
		OrderDirection: 'DESCENDING',
	} as const;
	const sessions = await readList(api, get('/chat/v2/session', { query }), { limit: 100 });
	for (const session of sessions.sort(newestFirst).slice(0, MOST_SHOWN)) {
		const [silence] = await silencesOf(api, session, { ...wanted, since }, now);
		if (silence) return deliveryOf(session, silence, now);
	}
	return undefined;
}

function newestFirst(one: IDataObject, other: IDataObject): number {
	return (momentOf(other.lastInteractionDate) ?? 0) - (momentOf(one.lastInteractionDate) ?? 0);
}
