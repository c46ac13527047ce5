import type { IDataObject } from 'n8n-workflow';
import { historyOf } from '../conversation/history';
import { readHistory } from '../conversation/read';
import { deliveryIn, type Delivery } from '../events/delivery';
import type { Api } from '../transport/api';
import { isOngoing, silencesIn, type Silence } from './silence';
import type { SilencesWanted } from './silencesWanted';

/** The messages of a conversation of which none were asked for. */
export const NOTHING_READ = historyOf([], false);

/** The silences of a conversation that are looked for. */
export async function silencesOf(
	api: Api,
	session: IDataObject,
	{ since, passes }: SilencesWanted,
	now: number,
): Promise<Silence[]> {
	const delivery = deliveryIn({ eventType: 'CONTACT_SILENT', content: session });
	if (!isOngoing(session) || !delivery || !passes(delivery)) return [];
	const history = needsMessages(since) ? await readHistory(api, String(session.id)) : NOTHING_READ;
	return silencesIn(session, history, now).filter(
		(silence) => silence.since >= (since[silence.event] ?? Infinity),
	);
}

/** Whether anything is looked for that the conversation itself does not tell. */
export function needsMessages(since: SilencesWanted['since']): boolean {
	return Object.keys(since).some((event) => event !== 'WINDOW_CLOSING');
}

/** A silence that is due at a moment, in milliseconds, as events are delivered. */
export function deliveryOf(
	session: IDataObject,
	{ event, key, since, until, message }: Silence,
	at: number,
): Delivery | undefined {
	return deliveryIn({
		eventType: event,
		date: new Date(at).toISOString(),
		content: {
			...session,
			silence: {
				since: new Date(since).toISOString(),
				...(until !== undefined && { windowClosesAt: new Date(until).toISOString() }),
				...(message && { message }),
			},
		},
		silence: key,
	});
}
