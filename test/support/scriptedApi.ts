import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One answer of the scripted API: what it sends, or how it breaks. */
export type Step =
	| { status?: number; headers?: Record<string, string>; json?: unknown; body?: string }
	| { reset: true }
	| { hang: true };

export interface Arrival {
	method: string;
	url: string;
	authorization?: string;
	body: string;
}

/** An answer that depends on the request, or that has to wait for something. */
type Reply = (request: Arrival) => Step | Promise<Step>;

export interface ScriptedApi {
	url: string;
	/** What arrived, in order. */
	requests: Arrival[];
	/** Resolves when a request has arrived `count` times. */
	arrived(count: number): Promise<void>;
	close(): Promise<void>;
}

/** A server on a free port that answers one step after the other, then repeats the last one. */
export async function scriptedApi(...steps: Array<Step | Reply>): Promise<ScriptedApi> {
	const requests: Arrival[] = [];
	const waiting: Array<{ count: number; resolve: () => void }> = [];

	const server = createServer((request, response) => {
		void bodyOf(request).then(async (body) => {
			const arrival: Arrival = {
				method: request.method ?? '',
				url: request.url ?? '',
				authorization: request.headers.authorization,
				body,
			};
			requests.push(arrival);
			const step = steps[Math.min(requests.length, steps.length) - 1];
			for (const { count, resolve } of waiting) if (requests.length >= count) resolve();
			if (step) perform(typeof step === 'function' ? await step(arrival) : step, request, response);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		requests,
		arrived: async (count) =>
			await new Promise((resolve) => {
				if (requests.length >= count) resolve();
				else waiting.push({ count, resolve });
			}),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function perform(step: Step, request: IncomingMessage, response: ServerResponse) {
	if ('hang' in step) return;
	if ('reset' in step) {
		request.socket.destroy();
		return;
	}
	const { status = 200, headers, json, body } = step;
	const type = json === undefined ? 'text/html' : 'application/json';
	response.writeHead(status, { 'content-type': type, ...headers });
	response.end(json === undefined ? body : JSON.stringify(json));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	let body = '';
	for await (const chunk of request) body += String(chunk);
	return body;
}
