import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject } from 'n8n-workflow';
import { completion, readChat, type ChatBody } from './scriptedModel/chatCompletions';
import { readResponses, responded, type ResponsesBody } from './scriptedModel/responses';
import type { Call, ModelRequest, Turn } from './scriptedModel/turns';

export type { Call, ModelRequest, OfferedTool, ToolResult, Turn } from './scriptedModel/turns';

/** n8n gives a new credential an ID of its own, and finds one whose ID it does not know by its name. */
const CREDENTIAL = { id: 'unknown', name: 'Scripted model' };

/** What the model answers under each address: how a request is read, and how a turn is told. */
const PROTOCOLS: Record<
	string,
	{ read: (body: IDataObject) => ModelRequest; tell: (turn: Turn, n: number) => Answer }
> = {
	'/v1/chat/completions': {
		read: (body) => readChat(body as unknown as ChatBody),
		tell: completion,
	},
	'/v1/responses': {
		read: (body) => readResponses(body as unknown as ResponsesBody),
		tell: responded,
	},
};

/** The same answer for a client that takes it at once, and for one that wants it bit by bit. */
interface Answer {
	whole: object;
	events: object[];
}

/** A language model that says what a test has written down: OpenAI's interface on this machine. */
export class ScriptedModel {
	/** All requests since the script was set. */
	requests: ModelRequest[] = [];

	private turns: Turn[] = [];

	private faults: string[] = [];

	private constructor(private readonly server: ReturnType<typeof createServer>) {
		server.on('request', (request, response) => {
			let text = '';
			request.on('data', (chunk) => (text += String(chunk)));
			request.on('end', () => this.answer(request.url ?? '', text, response));
		});
	}

	static async start(): Promise<ScriptedModel> {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return new ScriptedModel(server);
	}

	/** The base URL, which ends in /v1. */
	get url(): string {
		const { port } = this.server.address() as AddressInfo;
		return `http://127.0.0.1:${port}/v1`;
	}

	/** What has to be saved in n8n so that {@link node} reaches this model. */
	get credential() {
		const { name } = CREDENTIAL;
		return { name, type: 'openAiApi', data: { apiKey: 'of a test', url: this.url } };
	}

	/** n8n's node for this model. */
	get node() {
		return {
			name: 'Model',
			type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
			typeVersion: 1.3,
			parameters: { model: { __rl: true, mode: 'id', value: 'scripted' }, options: {} },
			credentials: { openAiApi: CREDENTIAL },
		};
	}

	/** Sets what the model answers to the next requests, one turn for each, and forgets the requests so far. */
	script(turns: Turn[]): void {
		this.verify();
		this.turns = [...turns];
		this.requests = [];
	}

	/** @throws Error when the last script was not played to its end, or did not fit the requests */
	verify(): void {
		const faults = this.faults.splice(0);
		const left = this.turns.splice(0);
		if (faults.length > 0) throw new Error(faults.join('\n'));
		if (left.length > 0) throw new Error(`The model was not asked for ${JSON.stringify(left)}`);
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
		this.verify();
	}

	private answer(path: string, text: string, response: ServerResponse): void {
		if (path === '/v1/models') {
			send(response, 200, { object: 'list', data: [{ id: 'scripted', object: 'model' }] });
			return;
		}
		try {
			const protocol = PROTOCOLS[path];
			if (!protocol) throw new Error(`The model has no address ${path}`);
			const body = JSON.parse(text) as IDataObject;
			const request = protocol.read(body);
			this.requests.push(request);
			const answer = protocol.tell(this.nextTurn(request), this.requests.length);
			if (body.stream) stream(response, answer.events);
			else send(response, 200, answer.whole);
		} catch (error) {
			const { message } = error as Error;
			this.faults.push(message);
			send(response, 400, { error: { message, type: 'invalid_request_error' } });
		}
	}

	private nextTurn({ tools }: ModelRequest): Turn {
		const turn = this.turns.shift();
		if (!turn) throw new Error('The model was asked more often than its script has turns');
		const offered = tools.map(({ name }) => name);
		const unknown = callsOf(turn).find(({ tool }) => !offered.includes(tool));
		if (unknown) throw new Error(`No tool "${unknown.tool}" among ${offered.join(', ')}`);
		return turn;
	}
}

function callsOf(turn: Turn): Call[] {
	return 'say' in turn ? [] : [turn.call].flat();
}

function send(response: ServerResponse, status: number, body: object): void {
	response.writeHead(status, { 'content-type': 'application/json' });
	response.end(JSON.stringify(body));
}

function stream(response: ServerResponse, events: object[]): void {
	response.writeHead(200, { 'content-type': 'text/event-stream' });
	for (const event of events) response.write(`data: ${JSON.stringify(event)}\n\n`);
	response.end('data: [DONE]\n\n');
}
