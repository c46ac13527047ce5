import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import type { ApiContext } from './context';
import { apiError } from './errors';
import { judgeFailure, judgeUpload } from './outcome';

const UPLOAD_TIMEOUT_MS = 10 * 60_000;

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
 * @throws NodeApiError when the storage refuses or cannot be reached
 */
export async function putFile(
	context: ApiContext,
	address: string,
	{ body, size, mimeType }: Upload,
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
		timeout: UPLOAD_TIMEOUT_MS,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		abortSignal: signal,
	};
	const outcome = await context.helpers
		.httpRequest(options)
		.then((response: IN8nHttpFullResponse) => judgeUpload(response), judgeFailure);
	if (outcome.kind !== 'answered') {
		throw apiError(
			context.getNode(),
			{ method: 'PUT', path: '', subject: 'the file' },
			outcome,
			'',
		);
	}
}
