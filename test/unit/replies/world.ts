import type { IDataObject, IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import type { Delivery } from '../../../nodes/WtsChat/events/delivery';
import { Sweep, type Door } from '../../../nodes/WtsChat/replies/sweep';
import type { Wait } from '../../../nodes/WtsChat/replies/waits';
import type { Subscription } from '../../../nodes/WtsChat/subscriptions/subscriptions';
import type { ApiRequest } from '../../../nodes/WtsChat/transport/contract';
import { answering, listOf } from '../operations/support';
import { message, NOW, SECOND_MS } from './questions';

/** What becomes of calls to an execution; one that is busy says that it waits, and answers nothing else. */
type Condition = 'waits' | 'busy' | 'over' | 'away';

/** So many requests no test makes; where a fault makes them without end, it gets no answer any more. */
const MAX_LINES = 2_000;

/** Each world is another account. */
let keys = 0;

/**
 * The API of an account, and an n8n whose executions wait, on the clock of Jest. A journal tells in the words
 * of one who looks on what they were asked for, such as "list", "remove 1" or "ping 1".
 */
export class World {
	subscriptions: Subscription[] = [];

	readonly messages: IDataObject[] = [];

	/** The executions by their number; all others wait. */
	readonly executions: Record<number, Condition> = {};

	/** Which lines of the journal the API refuses. */
	refused = /^$/;

	/** How many milliseconds the API takes for a list of subscriptions. */
	listMs = 0;

	private readonly lines: Array<{ line: string; at: number }> = [];

	private told = 0;

	private made = 0;

	/** Aborts when somebody stops the execution of the node. */
	readonly stopped = new AbortController();

	private readonly key = `key ${++keys}`;

	private readonly backends = answering(async (request) => await this.answer(request));

	/** What n8n gives to a node: it calls executions, and the API with the key of this account. */
	readonly context = {
		getNode: () => ({ name: 'WTS Chat' }),
		getCredentials: async () =>
			await Promise.resolve({ apiKey: this.key, baseUrl: 'https://api.helena.run' }),
		getExecutionCancelSignal: () => this.stopped.signal,
		helpers: {
			httpRequest: async ({ url, body }: IHttpRequestOptions) =>
				await this.call(url, body as IDataObject),
			httpRequestWithAuthentication: async (_: string, { url, qs, ...rest }: IHttpRequestOptions) =>
				await this.respond({ ...rest, path: url, query: qs } as ApiRequest),
		},
	} as unknown as IExecuteFunctions;

	readonly door: Door = { api: this.backends.api, context: this.context };

	/** Who looks after those that wait, in this process. */
	readonly sweep = new Sweep();

	/** Questions begin to wait, as when they are asked. */
	begin(...waits: Wait[]): void {
		for (const one of waits) this.sweep.begin(this.door, this.subscribed(one));
	}

	/** Has the question subscribed, as the node has it when it asks. */
	subscribed(question: Wait, more: Partial<Subscription> = {}): Wait {
		const id = `${this.numberOf(question.url)}`;
		this.subscriptions.push({
			id,
			name: 'n8n waits for a reply until then',
			url: question.url,
			enabled: question.listens,
			...more,
		});
		return Object.assign(question, { subscriptionId: id, subscribedAt: Date.now() });
	}

	/** The contact writes now; nobody is told of it. */
	write(id: string, sessionId: string): Delivery {
		const written = message(id, sessionId, Date.now() - NOW);
		this.messages.push(written.content);
		return written;
	}

	/** Lets what is done at once happen, and what follows from it a second later, and forgets the journal of it. */
	async settled(): Promise<void> {
		await pass(SECOND_MS);
		this.did();
	}

	/** What has happened since the last time that somebody asked. */
	did(): string[] {
		const lines = this.lines.slice(this.told).map(({ line }) => line);
		this.told = this.lines.length;
		return lines;
	}

	/** In which seconds after {@link NOW} a line was written. */
	secondsOf(wanted: string): number[] {
		const found = this.lines.filter(({ line }) => line === wanted);
		return found.map(({ at }) => (at - NOW) / SECOND_MS);
	}

	/** The subscriptions that are switched on, by the number of their question. */
	listening(): number[] {
		const enabled = this.subscriptions.filter((one) => one.enabled);
		return enabled.map(({ url }) => this.numberOf(url!)).sort((one, other) => one - other);
	}

	private numberOf(url: string): number {
		return Number(new URL(url).pathname.split('/')[2]);
	}

	private async note(line: string): Promise<void> {
		this.lines.push({ line, at: Date.now() });
		if (this.lines.length > MAX_LINES) await new Promise(() => undefined);
	}

	private async refuse(line: string): Promise<void> {
		await this.note(line);
		if (this.refused.test(line)) throw new Error('At its limits');
	}

	private async answer({ method, path, query = {}, body = {} }: ApiRequest): Promise<unknown> {
		if (path === '/chat/v2/session') {
			await this.refuse('sessions');
			const since = Date.parse(String(query['LastInteractionAt.After']));
			const written = this.messages.filter((one) => Date.parse(String(one.createdAt)) > since);
			return listOf(
				...written.map(({ sessionId, createdAt }) => ({
					id: sessionId,
					lastInteractionDate: createdAt,
				})),
			);
		}
		if (path === '/chat/v1/message') {
			await this.refuse(`messages of ${String(query.SessionId)}`);
			return listOf(...this.messages.filter(({ sessionId }) => sessionId === query.SessionId));
		}
		if (method === 'GET') {
			const listed = this.subscriptions.map((one) => ({ ...one }));
			await this.refuse('list');
			if (this.listMs > 0) await new Promise((resolve) => setTimeout(resolve, this.listMs));
			return listed;
		}
		const fields = body as Subscription;
		if (method === 'POST') {
			await this.refuse(`subscribe ${this.numberOf(fields.url!)}`);
			this.subscriptions.push({ ...fields, id: `made ${++this.made}` });
			return { id: `made ${this.made}` };
		}
		const id = decodeURIComponent(path.split('/').at(-1)!);
		const found = this.subscriptions.find((one) => one.id === id);
		const n = found ? this.numberOf(found.url!) : id;
		if (method === 'DELETE') {
			await this.refuse(`remove ${n}`);
			this.subscriptions = this.subscriptions.filter((one) => one.id !== id);
			return undefined;
		}
		const { name, enabled } = fields;
		const switched = enabled ? 'on' : 'off';
		await this.refuse(name === undefined ? `switch ${switched} ${n}` : `name ${n}: ${name}`);
		Object.assign(
			found ?? {},
			name !== undefined && { name },
			enabled !== undefined && { enabled },
		);
		return undefined;
	}

	private async respond(request: ApiRequest): Promise<object> {
		try {
			return { statusCode: 200, headers: {}, body: await this.answer(request) };
		} catch {
			return { statusCode: 400, headers: {}, body: { text: 'At its limits' } };
		}
	}

	private async call(url: string, body: IDataObject): Promise<IDataObject> {
		const n = this.numberOf(url);
		const { id } = body.content as IDataObject;
		await this.note(`${typeof id === 'string' ? id : String(body.eventType)} to ${n}`);
		switch (this.executions[n] ?? 'waits') {
			case 'away':
				throw new Error('connect ECONNREFUSED');
			case 'over':
				return { statusCode: 409, body: { message: `The execution "${n}" has finished already.` } };
			case 'busy':
			case 'waits':
				if (body.eventType !== 'PING') await this.take(n);
				return { statusCode: 200, body: { waits: true } };
		}
	}

	private async take(n: number): Promise<void> {
		if (this.executions[n] === 'busy') await new Promise(() => undefined);
		this.executions[n] = 'over';
	}
}

/** A world for each test of one file, on Jest's clock. */
export function useWorld(): () => World {
	let world: World;
	beforeEach(() => {
		jest.useFakeTimers({ now: NOW, doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
		world = new World();
	});
	afterEach(() => jest.useRealTimers());
	return () => world;
}

/** Lets the time pass, with all that happens meanwhile. */
export async function pass(ms: number): Promise<void> {
	await jest.advanceTimersByTimeAsync(ms);
}
