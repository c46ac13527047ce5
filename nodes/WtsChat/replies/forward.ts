import type { IDataObject, IN8nHttpFullResponse } from 'n8n-workflow';
import type { ApiContext } from '../transport/context';
import { later } from '../transport/pause';
import { isRecord } from '../transport/records';

/** What became of a call to the address of a waiting execution. */
export type Called = 'taken' | 'gone' | 'unreached';

/** Tells our own calls from what WTS Chat delivers: they are for this execution alone. */
export const OWN_CALL = 'x-wts-chat-own-call';

/** Asks whether the question of an address waits. */
export const PING: IDataObject = { eventType: 'PING', content: {} };
/** Says that the time of the question is over. */
export const TIME_OVER: IDataObject = { eventType: 'TIME_OVER', content: {} };

const TIMEOUT_MS = 10_000;
/** An execution that has just begun to wait is stored a moment later; until then n8n answers 409. */
const PAUSES_MS = [250, 1_000, 3_000, 10_000, 30_000];

/** Passes an event on to the address of a waiting execution. */
export async function forward(
	context: ApiContext,
	url: string,
	event: IDataObject,
): Promise<Called> {
	for (const ms of PAUSES_MS) {
		const outcome = await call(context, url, event);
		if (outcome !== 'unreached') return outcome;
		await later(ms);
	}
	return await call(context, url, event);
}

/** What n8n says of an execution that is over, in a message or on a page for people, and this package of a question. */
const IS_OVER =
	/execution "\S+ (?:has finished|does not exist|does not contain)|No action required|Invalid Form Link|question waits no more/;

/**
 * Calls the address of a waiting execution once. That it is gone counts only in these words: while n8n is
 * away, whatever stands in front of it may answer with any status.
 */
export async function call(context: ApiContext, url: string, event: IDataObject): Promise<Called> {
	const response = await postTo(context, url, event);
	if (!response) return 'unreached';
	const { statusCode, body } = response;
	if (IS_OVER.test(String(isRecord(body) ? body.message : body))) return 'gone';
	return statusCode < 300 && isRecord(body) ? 'taken' : 'unreached';
}

/** The addresses of n8n that this process has reached. */
const reached = new Set<string>();

/**
 * Calls the address of an execution that runs, to see whether it can be called when it waits.
 *
 * @returns 'reached'; 'unreached' where n8n cannot call its own address, as behind some networks; or the
 * status by which something answers that is no waiting execution
 */
export async function tryAddress(
	context: ApiContext,
	url: string,
): Promise<'reached' | 'unreached' | 401 | 404> {
	const { origin } = new URL(url);
	if (reached.has(origin)) return 'reached';
	const response = await postTo(context, url, PING);
	if (!response) return 'unreached';
	const { statusCode } = response;
	if (statusCode === 401 || statusCode === 404) return statusCode;
	reached.add(origin);
	return 'reached';
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
			headers: { [OWN_CALL]: '1' },
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
