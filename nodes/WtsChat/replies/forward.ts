import type { IDataObject, IN8nHttpFullResponse } from 'n8n-workflow';
import type { ApiContext } from '../transport/context';
import { later } from '../transport/pause';
import { isRecord } from '../transport/records';

/** What became of an event that was passed on to a waiting execution. */
export type Forwarded = 'taken' | 'gone' | 'unreached';

const TIMEOUT_MS = 10_000;
/** An execution that has just begun to wait is stored a moment later; until then n8n answers 409. */
const PAUSES_MS = [250, 1_000, 3_000, 10_000, 30_000];
/** No event: an execution that waits refuses it. */
const PING = { eventType: 'PING' };

/** Passes an event on to the address of a waiting execution. */
export async function forward(
	context: ApiContext,
	url: string,
	event: IDataObject,
): Promise<Forwarded> {
	for (const ms of PAUSES_MS) {
		const outcome = await tryToForward(context, url, event);
		if (outcome !== 'unreached') return outcome;
		await later(ms);
	}
	return await tryToForward(context, url, event);
}

/** Whether nothing waits at an address any more; false as well where it cannot be reached. */
export async function isGone(context: ApiContext, url: string): Promise<boolean> {
	return (await tryToForward(context, url, PING)) === 'gone';
}

/** The addresses of n8n that this process has reached. */
const reached = new Set<string>();

/** Whether this n8n can call its own address: behind some networks it cannot. */
export async function canCall(context: ApiContext, url: string): Promise<boolean> {
	const { origin } = new URL(url);
	if (!reached.has(origin) && (await postTo(context, url, PING))) reached.add(origin);
	return reached.has(origin);
}

async function tryToForward(
	context: ApiContext,
	url: string,
	event: IDataObject,
): Promise<Forwarded> {
	const response = await postTo(context, url, event);
	if (!response) return 'unreached';
	const { statusCode, headers, body } = response;
	// n8n tells people, with a page, that an execution waits no more
	const isPage = String(headers['content-type']).includes('html');
	if (statusCode < 300) return isPage ? 'gone' : 'taken';
	const hasFinished = isRecord(body) && String(body.message).includes('has finished');
	return hasFinished || [401, 404, 410].includes(statusCode) ? 'gone' : 'unreached';
}

async function postTo(
	context: ApiContext,
	url: string,
	body: IDataObject,
): Promise<IN8nHttpFullResponse | undefined> {
	try {
		return (await context.helpers.httpRequest({
			url,
			method: 'POST',
			body,
			json: true,
			timeout: TIMEOUT_MS,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		})) as IN8nHttpFullResponse;
	} catch {
		return undefined;
	}
}
