import type {
	IDataObject,
	IHookFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
	ITriggerFunctions,
	WorkflowActivateMode,
} from 'n8n-workflow';

/** A request as it comes to the API. */
export interface Asked {
	method: string;
	path: string;
	query: IDataObject;
	body: IDataObject;
}

type Kept = IDataObject & { id?: string; url?: string; name?: string };

const SUBSCRIPTIONS = '/core/v1/webhook/subscription';

let accounts = 0;

/** An account of WTS Chat: its subscriptions, and lists of everything else. */
export class Account {
	readonly apiKey = `key ${++accounts}`;

	subscriptions: Kept[] = [];

	/** What else it has, by the path of the list. */
	readonly lists: Record<string, IDataObject[] | ((asked: Asked) => IDataObject[])> = {};

	/** Single records, by their path. */
	readonly records: Record<string, IDataObject> = {};

	readonly requests: Asked[] = [];

	/** What an answer waits for; the signal breaks the request off. */
	hold: (signal?: AbortSignal) => Promise<void> = async () => await Promise.resolve();

	/** Whether it refuses a request. */
	refuses: (asked: Asked) => boolean = () => false;

	/** The requests that change something, or all, as method and path with what they carry. */
	changes(): unknown[] {
		return this.requests
			.filter(({ method }) => method !== 'GET')
			.map(({ method, path, body }) => {
				const place = `${method} ${path.replace(SUBSCRIPTIONS, '')}`.trim();
				return method === 'DELETE' ? place : [place, body];
			});
	}

	/** How often this list was asked for. */
	reads(path = SUBSCRIPTIONS): number {
		return this.requests.filter((asked) => asked.method === 'GET' && asked.path === path).length;
	}

	async answer(options: IHttpRequestOptions): Promise<object> {
		const { url, method = 'GET', qs, body, abortSignal } = options;
		const asked: Asked = {
			method,
			path: url,
			query: { ...(qs as IDataObject) },
			body: { ...(body as IDataObject) },
		};
		this.requests.push(asked);
		await this.hold(abortSignal as AbortSignal);
		if (this.refuses(asked)) return { statusCode: 401, headers: {} };
		return { statusCode: 200, headers: {}, body: this.answerTo(asked) };
	}

	private answerTo(asked: Asked): unknown {
		const { method, path, body } = asked;
		const id = path.replace(SUBSCRIPTIONS, '').slice(1);
		if (!path.startsWith(SUBSCRIPTIONS)) return this.records[path] ?? this.pageOf(asked);
		if (method === 'DELETE') {
			this.subscriptions = this.subscriptions.filter((one) => one.id !== id);
			return {};
		}
		if (method === 'GET') return this.subscriptions.map((one) => ({ ...one }));
		const { events } = body;
		const named = Array.isArray(events) && { events: events.map((event) => ({ event })) };
		const changes: IDataObject = { ...body, ...named };
		delete changes.fields;
		if (method === 'PUT') {
			const found = this.subscriptions.find((one) => one.id === id);
			return Object.assign(found ?? {}, changes);
		}
		const made = { id: `made-${this.requests.length}`, ...changes };
		this.subscriptions.push(made);
		return { id: made.id };
	}

	private pageOf(asked: Asked): object {
		const { PageNumber: number = 1, PageSize: size = 100 } = asked.query;
		const found = this.lists[asked.path] ?? [];
		const list = typeof found === 'function' ? found(asked) : found;
		const end = Number(number) * Number(size);
		return { items: list.slice(end - Number(size), end), hasMorePages: end < list.length };
	}
}

export interface Setting {
	parameters?: IDataObject;
	/** Whether somebody listens in the editor. */
	isTest?: boolean;
	activation?: WorkflowActivateMode;
	/** What n8n keeps for the node. */
	staticData?: IDataObject;
	workflowId?: string;
	workflowName?: string;
	instanceId?: string;
	address?: string;
	apiKey?: string;
	/** What a call to an address comes to; it fails where nobody answers. */
	answerAt?: (options: IHttpRequestOptions) => unknown;
	/** What storing an execution comes to. */
	store?: () => unknown;
}

export const ADDRESS = 'https://n8n.example.com/webhook/trigger';

interface Deferred {
	promise: Promise<void>;
	resolve(): void;
	reject(error: Error): void;
}

function deferred(): Deferred {
	let settle: Pick<Deferred, 'resolve' | 'reject'> | undefined;
	const promise = new Promise<void>((resolve, reject) => (settle = { resolve, reject }));
	return { promise, ...settle! };
}

let workflows = 0;

/** An ID that no other test uses. */
export const newWorkflow = () => `workflow ${++workflows}`;

/** n8n as one trigger sees it, with all that it has told, called and started. */
export function n8nFor(account: Account, setting: Setting = {}) {
	const { workflowId = newWorkflow(), staticData = {}, isTest = false } = setting;
	const warnings: string[] = [];
	const calls: IHttpRequestOptions[] = [];
	const started: Array<{ item: INodeExecutionData; key?: string }> = [];
	const parameters: IDataObject = {
		events: ['MESSAGE_RECEIVED'],
		filters: {},
		options: {},
		...setting.parameters,
	};
	const context = {
		getInstanceId: () => setting.instanceId ?? 'this n8n',
		getWorkflow: () => ({ id: workflowId, name: setting.workflowName ?? 'Vendas' }),
		getNode: () => ({ id: 'node', name: 'Gatilho', type: 'wtsChatTrigger', webhookId: 'w' }),
		getMode: () => (isTest ? 'manual' : 'trigger'),
		getActivationMode: () => (isTest ? 'manual' : (setting.activation ?? 'activate')),
		getWorkflowStaticData(kind: string) {
			if (kind !== 'node') throw new Error(`n8n keeps nothing of the kind ${kind} for a node`);
			return staticData;
		},
		getNodeWebhookUrl: () => setting.address ?? ADDRESS,
		getNodeParameter: (name: string) => parameters[name],
		getTimezone: () => 'America/Sao_Paulo',
		getCredentials: async () => ({
			apiKey: setting.apiKey ?? account.apiKey,
			baseUrl: 'https://api.helena.run',
		}),
		logger: { warn: (told: string) => void warnings.push(told) },
		helpers: {
			httpRequest: async (options: IHttpRequestOptions) => {
				calls.push(options);
				await Promise.resolve();
				if (!setting.answerAt) throw new Error('ECONNREFUSED');
				return setting.answerAt(options);
			},
			httpRequestWithAuthentication: async (_credential: string, options: IHttpRequestOptions) =>
				await account.answer(options),
			createDeferredPromise: deferred,
		},
		emit([[item]]: [[INodeExecutionData]], _response: unknown, done: Deferred, key?: string) {
			try {
				setting.store?.();
				started.push({ item, key });
				done.resolve();
			} catch (error) {
				done.reject(error as Error);
			}
		},
	};
	return {
		hook: context as unknown as IHookFunctions,
		trigger: context as unknown as ITriggerFunctions,
		staticData,
		workflowId,
		warnings,
		calls,
		started,
	};
}
