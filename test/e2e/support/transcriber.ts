import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Writes down what is said in a sound file: OpenAI's interface on this machine, with one answer to all. */
export class Transcriber {
	/** The bodies of the requests, files and all. */
	readonly requests: string[] = [];

	private constructor(private readonly server: ReturnType<typeof createServer>) {
		server.on('request', (request, response) => {
			let body = '';
			request.on('data', (chunk) => (body += String(chunk)));
			request.on('end', () => {
				this.requests.push(body);
				response.writeHead(200, { 'content-type': 'application/json' });
				response.end(JSON.stringify({ text: 'Quanto custa o plano anual?' }));
			});
		});
	}

	static async start(): Promise<Transcriber> {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return new Transcriber(server);
	}

	/** The base URL, which ends in /v1. */
	get url(): string {
		const { port } = this.server.address() as AddressInfo;
		return `http://127.0.0.1:${port}/v1`;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}
}
