import { EventEmitter } from 'node:events';
import type {
	IDataObject,
	IHttpRequestOptions,
	INodeExecutionData,
	IWebhookFunctions,
} from 'n8n-workflow';
import { receiveEvent } from '../../../nodes/WtsChat/trigger/receiveEvent';
import { ownerOf } from '../../../nodes/WtsChat/trigger/memory';
import { accountWith, type Answers } from './executions';

const SECRET = 'secret';

/** A request to the address of the trigger, as it comes in. */
interface Request {
	secret?: string;
	headers?: IDataObject;
	body: unknown;
}

interface Answered {
	status: number;
	json: unknown;
}

export interface Published {
	parameters?: IDataObject;
	answers?: Answers;
	/** Whether somebody listens in the editor. */
	isTest?: boolean;
	workflowId?: string;
	/** Whether n8n has neither kept a secret nor a credential to work it out from. */
	hasNoSecret?: boolean;
	/** Whether something keeps the n8n from calling itself. */
	isCutOff?: boolean;
	/** What n8n stores an execution with; it may fail, or wait. */
	store?: () => Promise<void> | void;
	/** What happens while n8n brings an event to itself. */
	whileCalled?: () => Promise<void>;
}

/** The part of a response of Express that n8n and the node use. */
class Response extends EventEmitter {
	statusCode = 200;

	closed = false;

	readonly answered = new Promise<Answered>((resolve) => {
		this.once('answered', resolve);
	});

	status(status: number): this {
		this.statusCode = status;
		return this;
	}

	json(json: unknown): void {
		this.emit('answered', { status: this.statusCode, json });
		this.emit('finish');
		this.closed = true;
		this.emit('close');
	}
}

async function noCredential(): Promise<never> {
	throw new Error('Credential with ID "1" does not exist');
}

let processes = 0;

/** What n8n's server does for the trigger of a published workflow, in a process of its own. */
export function published({
	parameters = {},
	answers = {},
	isTest = false,
	workflowId = 'workflow',
	hasNoSecret = false,
	isCutOff = false,
	store = () => undefined,
	whileCalled = async () => undefined,
}: Published = {}) {
	const account = accountWith(answers);
	const given: IDataObject = { events: ['MESSAGE_RECEIVED'], ...parameters };
	const localPort = 10_000 + ++processes;
	const stored: INodeExecutionData[] = [];
	const warnings: string[] = [];

	function contextOf({ secret = SECRET, headers = {}, body }: Request, response: Response) {
		const context = {
			getQueryData: () => ({ secret }),
			getHeaderData: () => headers,
			getBodyData: () => body,
			getResponseObject: () => response,
			getRequestObject: () => ({
				socket: { localAddress: '127.0.0.1', localPort },
				originalUrl: `/webhook?secret=${SECRET}`,
			}),
			getNodeWebhookUrl: (name: string) => `https://n8n.example.com/${name}`,
			getNodeParameter: (name: string) => given[name] ?? null,
			getTimezone: () => 'America/Sao_Paulo',
			getMode: () => (isTest ? 'manual' : 'webhook'),
			getNode: () => ({ id: 'node', name: 'WTS Chat Trigger', type: 'wtsChatTrigger' }),
			getWorkflow: () => ({ id: workflowId }),
			getInstanceId: () => 'this n8n',
			getWorkflowStaticData: () => {
				const owner = ownerOf(context as unknown as IWebhookFunctions);
				return hasNoSecret ? {} : { [isTest ? 'test' : 'production']: { secret: SECRET, owner } };
			},
			getCredentials: hasNoSecret ? noCredential : account.getCredentials,
			logger: { warn: (said: string) => void warnings.push(said) },
			helpers: { httpRequestWithAuthentication: account.ask, httpRequest: callItself },
		};
		return context as unknown as IWebhookFunctions;
	}

	/** As an HTTP client, it throws what is no success. */
	async function callItself({ headers = {}, body }: IHttpRequestOptions): Promise<unknown> {
		if (isCutOff) throw new Error('ECONNREFUSED');
		if (body) await whileCalled();
		const { status, json } = await deliver(body, { headers });
		if (status >= 300) throw new Error(`HTTP ${status}`);
		return json;
	}

	/** Brings what came to the trigger, and gives its answer. */
	async function deliver(body: unknown, more: Partial<Request> = {}): Promise<Answered> {
		const response = new Response();
		const result = await receiveEvent.call(contextOf({ body, ...more }, response));
		if (result.noWebhookResponse) return await response.answered;
		const [items] = result.workflowData ?? [];
		try {
			if (items) await store();
			stored.push(...(items ?? []));
			response.status(200).json(result.webhookResponse ?? { message: 'received' });
		} catch {
			response.status(500).json({ message: 'n8n could not store it' });
		}
		return await response.answered;
	}

	return { deliver, stored, warnings, ...account };
}

/** The texts of the messages that an execution begins with. */
export function textsIn({ json }: INodeExecutionData): unknown[] {
	const earlier = (json.earlier ?? []) as IDataObject[];
	return [...earlier, json].map(({ body }) => ((body as IDataObject).content as IDataObject).text);
}
