import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { later } from '../transport/pause';
import { Turns } from '../transport/turns';
import { addressAt } from './elsewhere';

/** The certificate of this machine is in the name of another one. */
const OWN = { timeout: 10_000, skipSslCertificateValidation: true };
const TRY_AGAIN_MS = 5 * 60_000;
/** n8n may not be able to store an execution just now. */
const PAUSES_MS = [250, 1_000, 3_000];

/** So many events are brought at once: n8n keeps some ten megabytes for each, and is slow where hundreds come together. */
const AT_ONCE = 10;
const turns = new Turns();
let count = 0;

/** Where this process was reached by itself, and where it was not. */
const reached = new Map<string, Promise<boolean>>();

/** Whether the process can call the trigger at the place where the request has come in, as it can unless something forbids it. */
export async function canCallItself(context: IWebhookFunctions): Promise<boolean> {
	const url = ownUrl(context);
	const { origin } = new URL(url);
	const asking = reached.get(origin) ?? tryToReach(context, url, origin);
	reached.set(origin, asking);
	return await asking;
}

async function tryToReach(
	context: IWebhookFunctions,
	url: string,
	origin: string,
): Promise<boolean> {
	const isReached = (await addressAt(context, url, OWN)) !== undefined;
	// a process that is merely busy may be reached later
	if (!isReached) void later(TRY_AGAIN_MS).then(() => reached.delete(origin));
	return isReached;
}

/**
 * Brings an event to the trigger once more.
 *
 * @returns whether n8n has taken it
 */
export async function callItself(context: IWebhookFunctions, event: IDataObject): Promise<boolean> {
	for (const ms of PAUSES_MS) {
		if (await isTakenInTurn(context, event)) return true;
		await later(ms);
	}
	return await isTakenInTurn(context, event);
}

async function isTakenInTurn(context: IWebhookFunctions, event: IDataObject): Promise<boolean> {
	const place = String(count++ % AT_ONCE);
	return await turns.take(place, async () => await isTaken(context, event));
}

async function isTaken(context: IWebhookFunctions, event: IDataObject): Promise<boolean> {
	try {
		await context.helpers.httpRequest({
			url: ownUrl(context),
			method: 'POST',
			body: event,
			json: true,
			...OWN,
		});
		return true;
	} catch {
		return false;
	}
}

/** Where the request has come in: at this process, behind whatever stands in front of it. */
function ownUrl(context: IWebhookFunctions): string {
	const { socket, originalUrl } = context.getRequestObject();
	const { localAddress = '127.0.0.1', localPort } = socket;
	const host = localAddress.includes(':') ? `[${localAddress}]` : localAddress;
	const scheme = 'encrypted' in socket ? 'https' : 'http';
	return `${scheme}://${host}:${localPort}${originalUrl}`;
}
