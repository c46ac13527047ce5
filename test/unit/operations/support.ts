import { NodeApiError, type INode } from 'n8n-workflow';
import type { Api } from '../../../nodes/WtsChat/transport/api';
import type { ApiRequest } from '../../../nodes/WtsChat/transport/contract';
import { notFound } from '../../../nodes/WtsChat/transport/sentences';

/** An API that answers what `answerTo` says, throws what it throws, and notes what was asked for. */
export function answering(answerTo: (request: ApiRequest) => unknown = () => undefined) {
	const requests: ApiRequest[] = [];
	const uploads: unknown[] = [];
	const waits: number[] = [];
	const api: Api = {
		account: 'account',
		send: async <Answer>(request: ApiRequest) => {
			requests.push(request);
			return await Promise.resolve(answerTo(request) as Answer);
		},
		upload: async (address, file) => void (await Promise.resolve(uploads.push({ address, file }))),
		wait: async (ms) => await Promise.resolve(waits.push(ms) > 0),
		rateLimitedSeconds: () => 0,
		notes: new Set(),
	};
	return { api, requests, uploads, waits };
}

/** A list as the API answers it, on one page. */
export const listOf = <One>(...items: One[]) => ({
	items,
	totalPages: 1,
	totalItems: items.length,
});

/** What is thrown where the API says that there is nothing of the kind. */
export const missing = () => new NodeApiError({ name: 'Node' } as INode, {}, { message: notFound });

/** What is thrown where the API says anything else. */
export const failure = () =>
	new NodeApiError({ name: 'Node' } as INode, {}, { message: 'It cannot be reached' });
