import type { IWebhookFunctions } from 'n8n-workflow';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

/**
 * Whether n8n takes what has come: it says so only when it has stored the execution. Resolves when the
 * request has its answer, or its sender has gone; then the answer is `ifGone`.
 */
export async function acknowledgedBy(response: Response, ifGone: boolean): Promise<boolean> {
	if (response.closed) return ifGone;
	return await new Promise((resolve) => {
		response.once('finish', () => resolve(response.statusCode >= 200 && response.statusCode < 300));
		response.once('close', () => resolve(ifGone));
	});
}
