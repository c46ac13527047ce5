import { createServer, type AddressInfo, type Socket } from 'node:net';

/** What a server does with a connection once a whole request has come; it knows nothing of HTTP itself. */
export type Odd = (socket: Socket) => void;

export interface RawServer {
	port: number;
	/** How many requests have come. */
	requests: number;
	close(): Promise<void>;
}

/**
 * A server of bare connections: what it answers is up to the byte, so it can be what no HTTP server
 * would send.
 *
 * @param answer begins when a request with its body has come
 * @param greet begins with the connection, before anything has come
 */
export async function rawServer(answer: Odd, greet: Odd = () => {}): Promise<RawServer> {
	const open = new Set<Socket>();
	const server = createServer((socket) => {
		open.add(socket);
		// whoever leaves in the middle is no matter here
		socket.on('error', () => {});
		socket.on('close', () => open.delete(socket));
		greet(socket);
		let come = '';
		socket.on('data', (bytes) => {
			come += bytes.toString('latin1');
			if (!isWhole(come)) return;
			come = '';
			raw.requests++;
			answer(socket);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const raw: RawServer = {
		port: (server.address() as AddressInfo).port,
		requests: 0,
		close: async () => {
			for (const socket of open) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	return raw;
}

function isWhole(come: string): boolean {
	const [head = '', body] = come.split('\r\n\r\n');
	if (body === undefined) return false;
	return body.length >= Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
}

/** The bytes of an answer with a body, after which the connection ends. */
export function answering(status: string, body = '', headers: string[] = []): Odd {
	const length = `Content-Length: ${Buffer.byteLength(body)}`;
	return (socket) => socket.end(head(status, [...headers, length]) + body);
}

/** The head of an answer; JSON unless its headers say otherwise. */
export function head(status: string, headers: string[] = []): string {
	const type = headers.some((header) => /^content-type/i.test(header))
		? []
		: ['Content-Type: application/json'];
	return [`HTTP/1.1 ${status}`, ...type, ...headers, 'Connection: close', '', ''].join('\r\n');
}
