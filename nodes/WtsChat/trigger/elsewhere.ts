import type { IHookFunctions, IHttpRequestOptions, IWebhookFunctions } from 'n8n-workflow';
import { isRecord } from '../transport/records';

/** Tells our own question from what WTS Chat delivers. */
const WHERE = 'x-wts-chat-where';

const TIMEOUT_MS = 10_000;

/** Whether a request with these headers asks a trigger which address its n8n gives it. */
export function asksWhere(headers: object): boolean {
	return WHERE in headers;
}

/**
 * Whether another n8n answers at `url`, the address of a subscription. This one may still be reached
 * there as well; then it gives its address of today.
 */
export async function isElsewhere(
	context: IHookFunctions,
	url: string,
	address: string,
): Promise<boolean> {
	const answered = await addressAt(context, url);
	return answered !== undefined && answered !== address;
}

/** The address that the n8n gives the trigger which answers at `url`; undefined when none does. */
export async function addressAt(
	{ helpers }: IHookFunctions | IWebhookFunctions,
	url: string,
	more: Partial<IHttpRequestOptions> = {},
): Promise<string | undefined> {
	try {
		const answer: unknown = await helpers.httpRequest({
			url,
			method: 'POST',
			headers: { [WHERE]: '1' },
			json: true,
			timeout: TIMEOUT_MS,
			...more,
		});
		return isRecord(answer) && typeof answer.address === 'string' ? answer.address : undefined;
	} catch {
		return undefined;
	}
}
