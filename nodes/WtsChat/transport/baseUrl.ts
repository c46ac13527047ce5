import type { INode } from 'n8n-workflow';
import { nodeError } from './nodeError';
import * as sentences from './sentences';
import { urlIn } from './url';

const LOCAL_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The credential's base URL, without blanks and slashes at its end.
 *
 * @throws NodeOperationError unless it is https and nothing but a host; plain http is for this machine only, because the key travels with every request
 */
export function baseUrlOf(typed: string, node: INode): string {
	const address = typed.trim().replace(/\/+$/, '');
	const url = urlIn(address);
	const safe =
		url?.protocol === 'https:' || (url?.protocol === 'http:' && LOCAL_HOSTS.includes(url.hostname));

	if (!safe || !isHostAlone(url)) {
		throw nodeError(
			node,
			sentences.baseUrlUnusable,
			`'Base URL' is https:// and the host, without a path, for example https://api.helena.run. Now it is "${address}".`,
		);
	}
	return address;
}

/** Paths of the API begin at the host; a key or an account does not belong into the address. */
function isHostAlone({ href, origin }: URL): boolean {
	return href === `${origin}/`;
}
