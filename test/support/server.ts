import {
	createServer,
	type IncomingHttpHeaders,
	type IncomingMessage,
	type Server,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A request with its body read, and what can be done with it. */
export interface Arrived {
	method: string;
	/** What stands behind the host. */
	url: string;
	headers: IncomingHttpHeaders;
	body: string;
	socket: Pick<Socket, 'localAddress' | 'localPort'>;
	/** Answers with JSON, with a text as HTML, or with nothing. */
	reply(status: number, value?: unknown, headers?: Record<string, string>): void;
	/** Breaks the connection. */
	reset(): void;
}

export interface LocalServer {
	url: string;
	/** The status of every answer. */
	answers: number[];
	/** Resolves when everything that has arrived is worked off, also after its answer. */
	settled(): Promise<void>;
}

const open: Server[] = [];

afterEach(async () => {
	await Promise.all(open.splice(0).map(close));
});

/** A server on a free port of this machine, for as long as the test takes. */
export async function listen(work: (arrived: Arrived) => unknown): Promise<LocalServer> {
	const answers: number[] = [];
	const underway: Array<Promise<unknown>> = [];
	const server = createServer((request, response) => {
		const reply: Arrived['reply'] = (status, value, headers) => {
			answers.push(status);
			const isText = value === undefined || typeof value === 'string';
			const type = isText ? 'text/html' : 'application/json';
			response.writeHead(status, { 'content-type': type, ...headers });
			response.end(isText ? value : JSON.stringify(value));
		};
		const { method = '', url = '', headers, socket } = request;
		const reset = () => void socket.destroy();
		underway.push(
			bodyOf(request).then((body) => work({ method, url, headers, body, socket, reply, reset })),
		);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	open.push(server);
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		answers,
		settled: async () => {
			for (let count = -1; count !== underway.length;) {
				count = underway.length;
				await Promise.all(underway);
			}
		},
	};
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	let body = '';
	for await (const chunk of request) body += String(chunk);
	return body;
}

async function close(server: Server): Promise<void> {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
}
