import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What stands before the processes of an n8n: it gives each request to the next of those that run. */
export class Balancer {
	/** The addresses of the processes. */
	targets: string[] = [];

	private count = 0;

	private constructor(private readonly server: ReturnType<typeof createServer>) {
		server.on('request', (arrived, answer) => void this.pass(arrived, answer));
	}

	static async start(): Promise<Balancer> {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return new Balancer(server);
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private async pass(arrived: IncomingMessage, answer: ServerResponse): Promise<void> {
		const body = await buffer(arrived);
		const first = this.count++;
		const inTurn = this.targets.map((_, n) => this.targets[(first + n) % this.targets.length]!);
		for (const target of inTurn) {
			const taken = await this.ask(target, arrived, body).catch((error: NodeJS.ErrnoException) => {
				// another one may have it only where this one cannot
				if (error.code !== 'ECONNREFUSED') answer.writeHead(502).end();
			});
			if (answer.writableEnded) return;
			if (!taken) continue;
			answer.writeHead(taken.statusCode ?? 502, taken.headers);
			taken.once('error', () => answer.destroy()).pipe(answer);
			return;
		}
		answer.writeHead(502).end();
	}

	private async ask(
		target: string,
		{ url, method, headers }: IncomingMessage,
		body: Buffer,
	): Promise<IncomingMessage> {
		return await new Promise((resolve, reject) => {
			const passed = request(
				new URL(url ?? '', target),
				{ method, headers, agent: false },
				resolve,
			);
			passed.once('error', reject).end(body);
		});
	}
}
