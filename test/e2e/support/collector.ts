import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject } from 'n8n-workflow';
import { until } from './until';

/** Where workflows of a test bring what they have got: one entry for each execution. */
export class Collector {
	readonly items: IDataObject[] = [];

	/** What it answers to each of them. */
	answer: object = {};

	private constructor(private readonly server: ReturnType<typeof createServer>) {
		server.on('request', (request, response) => {
			let text = '';
			request.on('data', (chunk) => (text += String(chunk)));
			request.on('end', () => {
				this.items.push(JSON.parse(text || '{}') as IDataObject);
				response.writeHead(200, { 'content-type': 'application/json' });
				response.end(JSON.stringify(this.answer));
			});
		});
	}

	static async start(): Promise<Collector> {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return new Collector(server);
	}

	get url(): string {
		const { port } = this.server.address() as AddressInfo;
		return `http://127.0.0.1:${port}/`;
	}

	/** The node that brings the items of its input here. */
	get node() {
		return {
			name: 'Bring Here',
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			parameters: {
				method: 'POST',
				url: this.url,
				sendBody: true,
				specifyBody: 'json',
				jsonBody: '={{ JSON.stringify($json) }}',
				options: {},
			},
		};
	}

	/** Waits until `count` items have come. */
	async arrived(count: number): Promise<IDataObject[]> {
		await until(`${count} items have come`, () => this.items.length >= count);
		return this.items;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}
}
