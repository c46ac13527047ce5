import type {
	IDataObject,
	IExecuteFunctions,
	IN8nHttpFullResponse,
	IWebhookFunctions,
} from 'n8n-workflow';
import type { Sentence } from '../values/sentence';
import { CREDENTIAL } from './api';
import { cancelSignalOf } from './context';
import { isPrivateHost } from './hosts';
import { untilTimeOut } from './pause';
import * as sentences from './sentences';
import { urlIn } from './url';

/** What can fetch a file and store it. */
export type FileContext = IExecuteFunctions | IWebhookFunctions;

/** A stream of Node.js, whose module a community node must not import. */
export type Readable = Exclude<
	Parameters<IWebhookFunctions['helpers']['prepareBinaryData']>[0],
	Buffer
>;

/** A file on its way, or why there is none. */
export type Download = { body: Readable; headers: IDataObject } | { problem: Sentence };

/** All of a download may take as long as this. */
const TIMEOUT_MS = 5 * 60_000;
const MAX_REDIRECTS = 5;

/**
 * Opens the file at an address that an event has brought. The address is not the API's, so the key does
 * not travel with it. Whoever can make WTS Chat deliver an address must not be able to read the network
 * of this n8n, so only an account that is itself in a private network may name files there.
 */
export async function download(context: FileContext, address: string): Promise<Download> {
	const { baseUrl } = await context.getCredentials<{ baseUrl: string }>(CREDENTIAL);
	const api = urlIn(baseUrl.trim());
	const isPublic = !api || !isPrivateHost(api.hostname);
	const abortSignal = untilTimeOut(TIMEOUT_MS, cancelSignalOf(context));

	let url = urlIn(address);
	for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
		if (!url || !['http:', 'https:'].includes(url.protocol)) {
			return { problem: sentences.noWebAddress };
		}
		if (isPublic && isPrivateHost(url.hostname)) {
			return { problem: sentences.privateAddress };
		}
		const { statusCode, headers, body } = (await context.helpers.httpRequest({
			url: url.href,
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			// each address on the way has to be looked at
			disableFollowRedirect: true,
			timeout: TIMEOUT_MS,
			abortSignal,
		})) as IN8nHttpFullResponse;
		const stream = body as Readable;
		if (statusCode >= 200 && statusCode < 300) return { body: stream, headers };
		stream.destroy();
		if (statusCode >= 400 || typeof headers.location !== 'string') break;
		url = urlIn(headers.location, url);
	}
	return { problem: sentences.notFetched };
}
