import type { Container as DiContainer } from '@n8n/di';
import { ExecutionLifecycleHooks, WebhookContext } from 'n8n-core';
import {
	ICredentialsHelper,
	Workflow,
	type IConnections,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IDataObject,
	type IHttpRequestOptions,
	type INode,
	type INodeType,
	type IRunExecutionData,
	type IWebhookData,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { wtsChatApi } from './nodes';
import type { Arrived } from './server';

/** n8n-core's own container, which it brings a copy of. */
export const { Container } = createRequire(require.resolve('n8n-core'))('@n8n/di') as {
	Container: typeof DiContainer;
};

/** Where the account is, and its key. */
export interface Account {
	url: string;
	apiKey: string;
}

/** The part of n8n's credentials helper that signing a request needs. */
class Credentials extends ICredentialsHelper {
	constructor(
		private readonly type: ICredentialType,
		private readonly values: ICredentialDataDecryptedObject,
	) {
		super();
	}

	async authenticate(
		values: ICredentialDataDecryptedObject,
		_type: string,
		options: IHttpRequestOptions,
	) {
		const { authenticate } = this.type;
		if (typeof authenticate !== 'function') throw new Error('not a function');
		return await authenticate(values, options);
	}

	async getDecrypted() {
		return this.values;
	}

	getParentTypes() {
		return [];
	}

	isCredentialUsableByNode() {
		return true;
	}

	getCredentialsProperties() {
		return this.type.properties;
	}

	async getCredentials(): Promise<never> {
		throw new Error('The engine asks for decrypted values only');
	}

	async preAuthentication() {
		return undefined;
	}

	async runPreAuthentication() {
		return undefined;
	}

	async updateCredentials() {}

	async updateCredentialsOauthTokenData() {}
}

/** A node on the canvas, with the type that runs it. */
export interface Placed {
	node: INode;
	type: INodeType;
}

/** The credential of a node that has one. */
export const CREDENTIALS = { wtsChatApi: { id: '1', name: 'Account' } };

export function place(name: string, type: INodeType, settings: Partial<INode> = {}): Placed {
	const node: INode = {
		id: name,
		name,
		type: `n8n-nodes-wts-chat.${type.description.name}`,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		...settings,
	};
	return { node, type };
}

/** A workflow, and what else there is around it. */
export interface Canvas {
	/** The node that the test is about, then the others. */
	nodes: [Placed, ...Placed[]];
	connections?: IConnections;
	account?: Account;
	workflow?: { id?: string; name?: string; active?: boolean; staticData?: IDataObject };
	timezone?: string;
	executionId?: string;
	/** The address of this n8n. */
	url?: string;
}

/** What n8n's engine and contexts are made from. */
export interface Stage extends Placed {
	workflow: Workflow;
	additionalData: IWorkflowExecuteAdditionalData;
}

/** Sets the stage for the first of the nodes. */
export function setStage({
	nodes,
	connections = {},
	account,
	workflow: own,
	timezone = 'America/Sao_Paulo',
	executionId = '1',
	url = 'http://127.0.0.1',
}: Canvas): Stage {
	const typeOf = (name: string) => nodes.find(({ node }) => node.type === name)?.type as INodeType;
	const saved = {
		id: 'workflow',
		name: 'Atendimento',
		active: false,
		nodes: nodes.map(({ node }) => node),
		connections,
		...own,
	};
	const workflow = new Workflow({
		...saved,
		nodeTypes: {
			getByName: typeOf,
			getByNameAndVersion: typeOf,
			getKnownTypes: () => ({}),
		},
		settings: { executionOrder: 'v1', timezone },
	});
	const additionalData = {
		executionId,
		variables: {},
		instanceBaseUrl: url,
		webhookBaseUrl: `${url}/webhook`,
		webhookTestBaseUrl: `${url}/webhook-test`,
		webhookWaitingBaseUrl: `${url}/webhook-waiting`,
		formWaitingBaseUrl: `${url}/form-waiting`,
		credentialsHelper: new Credentials(wtsChatApi, {
			apiKey: account?.apiKey ?? '',
			baseUrl: account?.url ?? '',
		}),
		hooks: new ExecutionLifecycleHooks('trigger', executionId, saved as unknown as IWorkflowBase),
	} as unknown as IWorkflowExecuteAdditionalData;
	return { ...nodes[0], workflow, additionalData };
}

/** The part of a response of Express that n8n and the node use. */
class WebhookResponse extends EventEmitter {
	statusCode = 200;

	closed = false;

	constructor(private readonly reply: Arrived['reply']) {
		super();
	}

	status(status: number): this {
		this.statusCode = status;
		return this;
	}

	json(value: unknown): void {
		this.reply(this.statusCode, value);
		this.emit('finish');
		this.close();
	}

	/** The connection ends, whether or not there has been an answer. */
	close(): void {
		this.closed = true;
		this.emit('close');
	}
}

/** What n8n gives a node's `webhook` method when a request arrives at the node's address. */
export function webhookContext(
	{ workflow, node, additionalData }: Stage,
	{ url, headers, body, reply, socket }: Arrived,
	mode: WorkflowExecuteMode,
	webhookData: IWebhookData,
	runData: IRunExecutionData | null = null,
): WebhookContext {
	const { searchParams } = new URL(url, 'http://127.0.0.1');
	const request = {
		httpRequest: {
			// n8n reads JSON and leaves other bodies as text
			body: headers['content-type']?.includes('json') ? (JSON.parse(body) as unknown) : body,
			headers,
			query: Object.fromEntries(searchParams),
			params: {},
			originalUrl: url,
			socket,
		},
		httpResponse: new WebhookResponse(reply),
	};
	return new WebhookContext(
		workflow,
		node,
		{ ...additionalData, ...request } as unknown as IWorkflowExecuteAdditionalData,
		mode,
		webhookData,
		[],
		runData,
	);
}
