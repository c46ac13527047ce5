import { createHash } from 'node:crypto';
import { bareKey } from './apiKey';
import { familyOf } from './limits';
import { Pacer } from './pacer';

/** One for each account and family, for all workflows of this n8n process. */
const pacers = new Map<string, Pacer>();

/**
 * The pacer for a path of an account.
 *
 * @param account from {@link accountOf}
 * @param paced whether it keeps within the published limits, or knows none of them
 */
export function pacerOf(account: string, path: string, paced: boolean): Pacer {
	const family = familyOf(path);
	const name = `${account} ${family.name} ${paced}`;
	const known = pacers.get(name);
	if (known) return known;
	const pacer = new Pacer(paced ? family.limits : []);
	pacers.set(name, pacer);
	return pacer;
}

/** What an account goes by here; the key itself is not kept. */
export function accountOf(baseURL: string, apiKey: string): string {
	return `${baseURL} ${createHash('sha256').update(bareKey(apiKey)).digest('hex')}`;
}
