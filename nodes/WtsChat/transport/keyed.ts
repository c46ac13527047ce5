import { createHmac } from 'node:crypto';
import { CREDENTIAL } from './api';
import { bareKey } from './apiKey';
import type { ApiContext } from './context';

/**
 * A text that only who has the API key can work out, the same in every process and always another for
 * another `about`. The key cannot be worked out from it.
 *
 * @returns undefined when the credential has no key
 */
export async function keyedText(context: ApiContext, about: string): Promise<string | undefined> {
	const { apiKey } = await context.getCredentials<{ apiKey: string }>(CREDENTIAL);
	const key = bareKey(apiKey);
	if (key === '') return undefined;
	return createHmac('sha256', key).update(about).digest('base64url').slice(0, 32);
}
