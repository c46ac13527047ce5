import axios from 'axios';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Sandbox } from '../../playground/sandbox';

/** What comes instead of the sandbox's answer. */
export interface Bent {
	status?: number;
	body: unknown;
}

export type Bend = (body: never) => Bent;

export interface BentApi {
	url: string;
	close(): Promise<void>;
}

/** The sandbox, with the answers to some paths bent; text goes out as HTML. */
export async function bentApi(sandbox: Sandbox, bends: Record<string, Bend>): Promise<BentApi> {
	const server = createServer(async (request, response) => {
		let sent = '';
		for await (const chunk of request) sent += String(chunk);
		const { status, data } = await axios.request<never>({
			baseURL: sandbox.url,
			url: request.url,
			method: request.method,
			data: sent || undefined,
			headers: {
				Authorization: request.headers.authorization,
				...(sent && { 'content-type': 'application/json' }),
			},
			validateStatus: () => true,
		});
		const path = (request.url ?? '').split('?')[0] ?? '';
		const answer: Bent = bends[path]?.(data) ?? { status, body: data };
		const isText = typeof answer.body === 'string';
		response.writeHead(answer.status ?? 200, {
			'content-type': isText ? 'text/html' : 'application/json',
		});
		response.end(isText ? answer.body : JSON.stringify(answer.body));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
