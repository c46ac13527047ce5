import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Patience } from '../../../playground/n8nHttp';

/** What an n8n gives to a request. */
export interface Answer {
	status?: number;
	/** An object is JSON; n8n's pages and those of its server are HTML. */
	body?: object | string;
	headers?: Record<string, string>;
	/** Breaks the connection instead. */
	broken?: boolean;
}

/** As n8n's server answers where no route stands. */
export const noRoute = (path: string): Answer => ({ status: 404, body: `Cannot GET ${path}` });

export const json = (body: object, status = 200): Answer => ({ status, body });

/** What an n8n that has started answers. */
const STANDING: Record<string, Answer> = {
	'/healthz': json({ status: 'ok' }),
	'/rest/settings': json({ data: { userManagement: { showSetupOnFirstLoad: false } } }),
	'/rest/login': { ...json({ data: {} }), headers: { 'set-cookie': 'n8n-auth=ticket; Path=/' } },
	'/types/nodes.json': json([
		{ name: 'n8n-nodes-wts-chat.wtsChat', displayName: 'WTS Chat', version: 1 },
		{ name: 'n8n-nodes-wts-chat.wtsChatTool', displayName: 'WTS Chat Tool', version: 1 },
		{ name: 'n8n-nodes-base.set', displayName: 'Set', version: 3 },
	]),
};

/** Plays n8n's HTTP interface as a test tells it to. */
export class LateN8n {
	/** All requests so far, for example `GET /rest/settings`. */
	readonly requests: string[] = [];

	/** What it answers to the next requests instead of what an n8n that has started does. */
	private readonly first: Array<[path: string, Answer]> = [];

	private readonly server: Server;

	private constructor() {
		this.server = createServer((request, response) => this.answer(request, response));
	}

	static async start(): Promise<LateN8n> {
		const n8n = new LateN8n();
		await n8n.listen();
		return n8n;
	}

	get port(): number {
		return (this.server.address() as AddressInfo).port;
	}

	get url(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	/** Answers so the next requests of that path. */
	answers(path: string, ...answers: Answer[]): this {
		this.first.push(...answers.map((answer): [string, Answer] => [path, answer]));
		return this;
	}

	countOf(request: string): number {
		return this.requests.filter((one) => one === request).length;
	}

	async listen(port = 0): Promise<void> {
		await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private answer({ method, url = '' }: IncomingMessage, response: ServerResponse): void {
		this.requests.push(`${method} ${url}`);
		const index = this.first.findIndex(([path]) => path === url);
		const [, scripted] = (index >= 0 && this.first.splice(index, 1)[0]) || [];
		const { status = 200, body = '', headers, broken } = scripted ?? STANDING[url] ?? noRoute(url);
		if (broken) {
			response.destroy();
			return;
		}
		const isJson = typeof body === 'object';
		const type = isJson ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8';
		response.writeHead(status, { 'content-type': type, ...headers });
		response.end(isJson ? JSON.stringify(body) : body);
	}
}

/** A patience whose time passes only while it pauses. */
export class CountedPatience implements Partial<Patience> {
	readonly told: string[] = [];

	private time = 0;

	constructor(private readonly onPause: (time: number) => unknown = () => {}) {}

	tell = (line: string): void => void this.told.push(line);

	now = (): number => this.time;

	pause = async (ms: number, signal?: AbortSignal): Promise<void> => {
		this.time += ms;
		await this.onPause(this.time);
		signal?.throwIfAborted();
	};
}
