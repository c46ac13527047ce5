import axios from 'axios';
import type { Sandbox } from '../../playground/sandbox';
import { listen } from '../support/server';

/** What comes instead of the sandbox's answer. */
export interface Bent {
	status?: number;
	body: unknown;
}

export type Bend = (body: never) => Bent;

/** The address of the sandbox with the answers to some paths bent; text goes out as HTML. */
export async function bentApi(sandbox: Sandbox, bends: Record<string, Bend>): Promise<string> {
	const { url } = await listen(async ({ method, url: path, headers, body: sent, reply }) => {
		const { status, data } = await axios.request<never>({
			baseURL: sandbox.url,
			url: path,
			method,
			data: sent || undefined,
			headers: {
				Authorization: headers.authorization,
				...(sent && { 'content-type': 'application/json' }),
			},
			validateStatus: () => true,
		});
		const answer: Bent = bends[path.split('?')[0] ?? '']?.(data) ?? { status, body: data };
		reply(answer.status ?? 200, answer.body);
	});
	return url;
}
