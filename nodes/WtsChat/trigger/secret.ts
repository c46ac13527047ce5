import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { keyedText } from '../transport/keyed';
import { urlIn } from '../transport/url';
import { isTestRun, ownerOf, recall } from './memory';

const PARAMETER = 'secret';

/**
 * The secret of the node, which nobody can guess. It is remembered, so that it stays when the API key
 * changes. Before anything is remembered it is worked out from the key: n8n saves what a node remembers
 * only some time after WTS Chat has been told the address, and the first events come before that.
 */
export async function secretOf(context: IHookFunctions | IWebhookFunctions): Promise<string> {
	const { secret } = recall(context);
	if (secret) return secret;
	const about = [ownerOf(context), isTestRun(context) ? 'test' : 'production'].join('/');
	// without a key there is no account to be called by
	return (await keyedText(context, about)) ?? randomBytes(24).toString('base64url');
}

/** The address that WTS Chat is told: n8n's own, with the secret. */
export function withSecret(address: string, secret: string): string {
	const url = new URL(address);
	url.searchParams.set(PARAMETER, secret);
	return url.href;
}

/** Whether `url` is `address` with a secret, whichever: then only this node can have told it to WTS Chat. */
export function isOurs(url: string, address: string): boolean {
	const [given, own] = [urlIn(url), new URL(address)];
	if (!given?.searchParams.has(PARAMETER)) return false;
	return given.origin === own.origin && given.pathname === own.pathname;
}

/** Whether a request carries the secret, compared in constant time. */
export function carriesSecret(query: object, secret: string | undefined): boolean {
	const given = (query as Record<string, unknown>)[PARAMETER];
	if (typeof given !== 'string' || !secret) return false;
	const [one, other] = [Buffer.from(given), Buffer.from(secret)];
	return one.length === other.length && timingSafeEqual(one, other);
}
