import type { IDataObject, IN8nHttpFullResponse } from 'n8n-workflow';
import type { ApiContext } from '../transport/api';
import { pause } from '../transport/pause';

/** What became of an event that was passed on to a waiting execution. */
export type Forwarded = 'taken' | 'gone' | 'unreached';

const TIMEOUT_MS = 10_000;
/** An execution that has just begun to wait is stored a moment later; until then n8n answers 409. */
const PAUSES_MS = [250, 1_000, 3_000];

/** Passes an event on to the address of a waiting execution. */
export async function forward(
	context: ApiContext,
	url: string,
	event: IDataObject,
): Promise<Forwarded> {
	for (const ms of [...PAUSES_MS, 0]) {
		const response = await postTo(context, url, event);
		if (!response) return 'unreached';
		const { statusCode, headers } = response;
		// n8n tells people, with a page, that an execution waits no more
		const isPage = String(headers['content-type']).includes('html');
		if ((statusCode < 300 && isPage) || [401, 404, 410].includes(statusCode)) return 'gone';
		if (statusCode < 300) return 'taken';
		await pause(ms);
	}
	return 'unreached';
}

/** Whether this n8n can call its own address: behind some networks it cannot. */
export async function canCall(context: ApiContext, url: string): Promise<boolean> {
	return (await postTo(context, url, { eventType: 'PING' })) !== undefined;
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
