import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import type { ApiContext } from './context';
import { storageError } from './errors';
import { judgeFailure, judgeUpload } from './outcome';
import { untilTimeOut } from './pause';
import { maskOf } from './secrets';

/** The bytes of a file; a stream can be read only once. */
export interface Upload {
	body: Buffer | NodeJS.ReadableStream;
	/** Bytes, where they are known. */
	size?: number;
	mimeType: string;
}

/**
 * Puts a file at a signed address of the platform's storage. The address is not the API's, so the key
 * does not travel with it. An upload is not tried again: its bytes may be a stream that is used up, and
 * nothing has been sent to a contact yet.
 *
 * @param timeoutMs milliseconds that all of it may take
 * @throws NodeApiError when the storage refuses or cannot be reached
 */
export async function putFile(
	context: ApiContext,
	address: string,
	{ body, size, mimeType }: Upload,
	timeoutMs: number,
	signal?: AbortSignal,
): Promise<void> {
	const options: IHttpRequestOptions = {
		url: address,
		method: 'PUT',
		headers: {
			'Content-Type': mimeType,
			...(size !== undefined && { 'Content-Length': size }),
		},
		body: body as Buffer,
		timeout: timeoutMs,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		abortSignal: untilTimeOut(timeoutMs, signal),
	};
	const mask = maskOf(signatureIn(address), '[signature]');
	const outcome = await context.helpers
		.httpRequest(options)
		.then((response: IN8nHttpFullResponse) => judgeUpload(response, mask), judgeFailure);
	if (outcome.kind !== 'answered') throw storageError(context.getNode(), outcome);
}

const SHORTEST_SECRET = 8;

/** What gives access at a signed address: its query and the parts of its path, but for what is short. */
function signatureIn(address: string): string[] {
	const [path = '', ...rest] = address.split('?');
	const query = rest.join('?');
	const values = [...new URLSearchParams(query).values()];
	const [, , , ...parts] = path.split('/');
	return [query, ...values, ...parts].filter(({ length }) => length >= SHORTEST_SECRET);
}
