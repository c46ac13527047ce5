import { ExecutionLifecycleHooks, HookContext, WebhookContext } from 'n8n-core';
import {
	Workflow,
	type IBinaryKeyData,
	type IDataObject,
	type INode,
	type INodeParameters,
	type INodeType,
	type IWebhookData,
	type IWebhookDescription,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Credentials } from './engine';
import { wtsChatApi, wtsChatTrigger } from './nodes';

export interface TriggerScenario {
	parameters: IDataObject;
	account: { url: string; apiKey: string };
	/** Whether somebody listens for an event in the editor. */
	test?: boolean;
	workflow?: { id?: string; name?: string; staticData?: IDataObject };
	/** Tells nodes of one workflow apart, as n8n does. */
	webhookId?: string;
	instanceId?: string;
}

/** An execution that an event has started. */
export interface StartedExecution {
	json: IDataObject;
	binary?: IBinaryKeyData;
}

/**
 * What n8n's server does for the trigger of one workflow: it runs the life cycle of the webhook, and
 * passes requests to its address on. The contexts are n8n's own.
 */
export class TriggerStage {
	readonly executions: StartedExecution[] = [];

	/** The status of every answer that the trigger has given. */
	readonly answers: number[] = [];

	private readonly underway: Array<Promise<void>> = [];

	private constructor(
		private readonly scenario: TriggerScenario,
		private readonly node: INode,
		private readonly type: INodeType,
		private readonly workflow: Workflow,
		private readonly additionalData: IWorkflowExecuteAdditionalData,
		private readonly server: ReturnType<typeof createServer>,
	) {
		server.on('request', (request, response) => {
			this.underway.push(this.answer(request, response));
		});
	}

	static async start(scenario: TriggerScenario): Promise<TriggerStage> {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		const node: INode = {
			id: 'trigger',
			name: 'WTS Chat Trigger',
			type: 'n8n-nodes-wts-chat.wtsChatTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: scenario.parameters as INodeParameters,
			credentials: { wtsChatApi: { id: '1', name: 'Account' } },
			webhookId: scenario.webhookId ?? '0f2a4c6e-8b0d-4f2a-9c4e-6f8a0b2d4c5e',
		};
		const { id = 'workflow', name = 'Atendimento', staticData = {} } = scenario.workflow ?? {};
		const saved = { id, name, active: true, nodes: [node], connections: {}, staticData };
		const workflow = new Workflow({
			...saved,
			nodeTypes: {
				getByName: () => wtsChatTrigger,
				getByNameAndVersion: () => wtsChatTrigger,
				getKnownTypes: () => ({}),
			},
			settings: { timezone: 'America/Sao_Paulo' },
		});
		const additionalData = {
			variables: {},
			instanceBaseUrl: url,
			webhookBaseUrl: `${url}/webhook`,
			webhookTestBaseUrl: `${url}/webhook-test`,
			webhookWaitingBaseUrl: `${url}/webhook-waiting`,
			formWaitingBaseUrl: `${url}/form-waiting`,
			credentialsHelper: new Credentials(wtsChatApi, {
				apiKey: scenario.account.apiKey,
				baseUrl: scenario.account.url,
			}),
			hooks: new ExecutionLifecycleHooks('webhook', '1', saved as unknown as IWorkflowBase),
		} as unknown as IWorkflowExecuteAdditionalData;
		return new TriggerStage(scenario, node, wtsChatTrigger, workflow, additionalData, server);
	}

	/** What n8n keeps of the workflow's nodes. */
	get staticData(): IDataObject {
		return JSON.parse(JSON.stringify(this.workflow.staticData)) as IDataObject;
	}

	/** Activates the workflow, as n8n also does when it starts. */
	async activate(): Promise<void> {
		if (!(await this.call('checkExists'))) await this.call('create');
	}

	async deactivate(): Promise<void> {
		await this.call('delete');
	}

	/** Resolves when everything that has arrived is worked off, also after its answer. */
	async settled(): Promise<void> {
		await Promise.all(this.underway);
	}

	/** A request to the address of the trigger that does not come from the sandbox. */
	async post(path: string, body: string, type = 'application/json'): Promise<Response> {
		const { port } = this.server.address() as AddressInfo;
		return await fetch(`http://127.0.0.1:${port}${path}`, {
			method: 'POST',
			headers: { 'content-type': type },
			body,
		});
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private get mode(): WorkflowExecuteMode {
		return this.scenario.test ? 'manual' : 'trigger';
	}

	private get webhookData(): IWebhookData {
		const [webhookDescription] = this.type.description.webhooks as [IWebhookDescription];
		return {
			httpMethod: 'POST',
			node: this.node.name,
			path: `${this.node.webhookId}/webhook`,
			webhookDescription,
			workflowId: this.workflow.id,
			workflowExecuteAdditionalData: this.additionalData,
			isTest: this.scenario.test ?? false,
		};
	}

	private async call(method: 'checkExists' | 'create' | 'delete'): Promise<boolean> {
		const activation = this.scenario.test ? 'manual' : 'activate';
		const context = new HookContext(
			this.workflow,
			this.node,
			this.additionalData,
			this.mode,
			activation,
			this.webhookData,
		);
		this.pose(context);
		const run = this.type.webhookMethods?.default?.[method];
		if (!run) throw new Error(`The trigger has no ${method}`);
		return await run.call(context);
	}

	/** Lets a context say which n8n it belongs to. */
	private pose(context: HookContext | WebhookContext): void {
		context.getInstanceId = () => this.scenario.instanceId ?? 'this n8n';
	}

	private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const body = await bodyOf(request);
		const { searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
		const reply = (status: number, value: unknown) => {
			this.answers.push(status);
			response.writeHead(status, { 'content-type': 'application/json' });
			response.end(JSON.stringify(value));
		};
		const context = new WebhookContext(
			this.workflow,
			this.node,
			{
				...this.additionalData,
				httpRequest: {
					body,
					headers: request.headers,
					query: Object.fromEntries(searchParams),
					params: {},
				},
				httpResponse: {
					status: (status: number) => ({ json: (value: unknown) => reply(status, value) }),
				},
			} as unknown as IWorkflowExecuteAdditionalData,
			this.mode,
			this.webhookData,
			[],
			null,
		);
		this.pose(context);
		const result = await this.type.webhook?.call(context);
		const [item] = result?.workflowData?.[0] ?? [];
		if (item) this.executions.push({ json: item.json, binary: item.binary });
		if (!result?.noWebhookResponse) reply(200, result?.webhookResponse ?? { message: 'received' });
	}
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
	let text = '';
	for await (const chunk of request) text += String(chunk);
	// n8n reads JSON and leaves other bodies as text
	if (!request.headers['content-type']?.includes('json')) return text;
	return JSON.parse(text) as unknown;
}

/** Trigger stages for the tests of one file, closed after each of them. */
export function useTriggers(): (scenario: TriggerScenario) => Promise<TriggerStage> {
	const open: TriggerStage[] = [];
	afterEach(async () => {
		await Promise.all(open.splice(0).map(async (stage) => await stage.close()));
	});
	return async (scenario) => {
		const stage = await TriggerStage.start(scenario);
		open.push(stage);
		return stage;
	};
}
