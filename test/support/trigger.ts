import { HookContext, TriggerContext, WorkflowExecute, type WebhookContext } from 'n8n-core';
import {
	createRunExecutionData,
	type IBinaryKeyData,
	type IDataObject,
	type INodeExecutionData,
	type INodeParameters,
	type IWebhookData,
	type IWebhookDescription,
	type ITriggerFunctions,
	type IWebhookResponseData,
	type WorkflowActivateMode,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { randomUUID } from 'node:crypto';
import { wtsChatTrigger } from './nodes';
import { useRepeatRecord } from './repeatRecord';
import { listen, type Arrived, type LocalServer } from './server';
import { CREDENTIALS, place, setStage, webhookContext, type Account, type Stage } from './stage';

export interface TriggerScenario {
	parameters: IDataObject;
	account: Account;
	/** Whether somebody listens for an event in the editor. */
	test?: boolean;
	workflow?: { id?: string; name?: string; staticData?: IDataObject };
	/** Tells nodes of one workflow apart, as n8n does; '' for a node that n8n has given none. */
	webhookId?: string;
	/** What the node is called on the canvas. */
	name?: string;
	instanceId?: string;
	/** The n8n that has stopped and starts again, at the same address. */
	insteadOf?: TriggerStage;
	/** Whether something keeps the n8n from calling itself. */
	isCutOff?: boolean;
	/** What n8n stores an execution with; it may fail, or wait. */
	store?: () => Promise<void> | void;
}

/** A connection to where nobody answers. */
const NOWHERE = { localAddress: '127.0.0.1', localPort: 1 };

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
	/** The executions that have come behind the trigger. */
	readonly executions: StartedExecution[] = [];

	/** The executions that n8n has stored, with what the trigger has given out. */
	readonly stored: Array<{ input: INodeExecutionData[]; output?: INodeExecutionData[] }> = [];

	/** What the trigger has written to n8n's log, but for its executions and its answers. */
	readonly warnings: string[] = [];

	private requests = 0;

	private readonly on: Stage;

	private constructor(
		private readonly scenario: TriggerScenario,
		private readonly server: LocalServer,
	) {
		const { account, workflow, webhookId = '0f2a4c6e-8b0d-4f2a-9c4e-6f8a0b2d4c5e' } = scenario;
		const trigger = place(scenario.name ?? 'WTS Chat Trigger', wtsChatTrigger, {
			parameters: scenario.parameters as INodeParameters,
			credentials: CREDENTIALS,
			...(webhookId && { webhookId }),
		});
		this.on = setStage({
			nodes: [trigger],
			account,
			workflow: { active: true, staticData: {}, ...workflow },
			url: server.url,
		});
	}

	static async start(scenario: TriggerScenario): Promise<TriggerStage> {
		const { insteadOf } = scenario;
		const server: LocalServer =
			insteadOf?.server ?? (await listen(async (one) => await stage.answer(one)));
		const stage = new TriggerStage(scenario, server);
		insteadOf?.leadTo(stage);
		return stage;
	}

	/** From now on another n8n answers at this address. */
	leadTo(other: TriggerStage): void {
		this.answering = other;
	}

	private answering?: TriggerStage;

	/** Where this n8n can be called. */
	get url(): string {
		return this.server.url;
	}

	/** The status of every answer that the trigger has given. */
	get answers(): number[] {
		return this.server.answers;
	}

	/** What n8n keeps of the workflow's nodes. */
	get staticData(): IDataObject {
		return JSON.parse(JSON.stringify(this.on.workflow.staticData)) as IDataObject;
	}

	/** Resolves when `count` requests have come to the trigger. */
	async arrived(count: number): Promise<void> {
		while (this.requests < count) await new Promise((resolve) => setImmediate(resolve));
	}

	/** Activates the workflow, as n8n also does when it starts. */
	async activate(mode: WorkflowActivateMode = 'activate'): Promise<void> {
		if (!(await this.call('checkExists', mode))) await this.call('create', mode);
	}

	/** Begins what n8n keeps in memory of the trigger; gives what n8n ends it with. */
	async watch(activation: WorkflowActivateMode = 'init'): Promise<() => Promise<void>> {
		const { node, type, workflow, additionalData } = this.on;
		const context = this.posed(
			new TriggerContext(workflow, node, additionalData, this.mode, activation, this.emit),
		);
		const { closeFunction } = (await type.trigger?.call(this.logged(context))) ?? {};
		const close = async () => await closeFunction?.();
		watching.push(close);
		return close;
	}

	/** The context, whose warnings are kept. */
	private logged<Context extends HookContext | TriggerContext>(context: Context): Context {
		const logger = { ...context.logger, warn: (told: string) => void this.warnings.push(told) };
		return Object.create(context, { logger: { value: logger } }) as Context;
	}

	/** As n8n does: it runs an execution for each, unless there is one with that key. */
	private readonly emit: ITriggerFunctions['emit'] = (data, _response, done, key) => {
		const [items = []] = data;
		const running = key && this.keys.has(key) ? Promise.resolve() : this.emitted(items, key);
		running.then(() => done?.resolve(undefined as never), done?.reject);
	};

	private async emitted(items: INodeExecutionData[], key: string | undefined): Promise<void> {
		await this.scenario.store?.();
		if (key) this.keys.add(key);
		await this.execute(items, 'trigger');
	}

	private readonly keys = new Set<string>();

	async deactivate(): Promise<void> {
		await this.call('delete');
	}

	/** Resolves when everything that has arrived is worked off, also after its answer. */
	async settled(): Promise<void> {
		await this.server.settled();
	}

	/** A request to the address of the trigger that does not come from the sandbox. */
	async post(path: string, body: string, type = 'application/json'): Promise<Response> {
		return await fetch(`${this.server.url}${path}`, {
			method: 'POST',
			headers: { 'content-type': type },
			body,
		});
	}

	private get mode(): WorkflowExecuteMode {
		return this.scenario.test ? 'manual' : 'trigger';
	}

	private get webhookData(): IWebhookData {
		const { node, type, workflow, additionalData } = this.on;
		const [webhookDescription] = type.description.webhooks as [IWebhookDescription];
		return {
			httpMethod: 'POST',
			node: node.name,
			path: `${node.webhookId}/webhook`,
			webhookDescription,
			workflowId: workflow.id,
			workflowExecuteAdditionalData: additionalData,
			isTest: this.scenario.test ?? false,
		};
	}

	private async call(
		method: 'checkExists' | 'create' | 'delete',
		mode: WorkflowActivateMode = 'update',
	): Promise<boolean> {
		const { node, type, workflow, additionalData } = this.on;
		const activation = this.scenario.test ? 'manual' : mode;
		const context = this.posed(
			new HookContext(workflow, node, additionalData, this.mode, activation, this.webhookData),
		);
		const run = type.webhookMethods?.default?.[method];
		if (!run) throw new Error(`The trigger has no ${method}`);
		return await run.call(this.logged(context));
	}

	/** The context, which says which n8n it belongs to. */
	private posed<Context extends HookContext | TriggerContext | WebhookContext>(
		context: Context,
	): Context {
		context.getInstanceId = () => this.scenario.instanceId ?? 'this n8n';
		return context;
	}

	private async answer(arrived: Arrived): Promise<void> {
		if (this.answering) return await this.answering.answer(arrived);
		const mode = this.scenario.test ? 'manual' : 'webhook';
		const socket = this.scenario.isCutOff ? NOWHERE : arrived.socket;
		const request = { ...arrived, socket };
		const context = this.posed(webhookContext(this.on, request, mode, this.webhookData));
		const response = context.getResponseObject();
		const working = this.on.type.webhook?.call(context);
		this.requests++;
		const result = await working?.catch((error: Error) => {
			// n8n stores an execution that shows the error
			this.stored.push({ input: [{ json: {} }] });
			response.status(500).json({ message: error.message });
			return { noWebhookResponse: true } as IWebhookResponseData;
		});
		if (result?.noWebhookResponse) return;
		const [items] = result?.workflowData ?? [];
		if (items) {
			try {
				await this.scenario.store?.();
			} catch (error) {
				response.status(500).json({ message: (error as Error).message });
				return;
			}
			// n8n answers at once; here, a test sees both when everything is delivered
			await this.execute(items, mode);
		}
		response.status(200).json(result?.webhookResponse ?? { message: 'received' });
	}

	/** Runs an execution that begins with the items, as n8n does when it has stored it. */
	async execute(
		items: INodeExecutionData[],
		mode: WorkflowExecuteMode,
		executionId: string = randomUUID(),
	): Promise<void> {
		const { node, workflow } = this.on;
		const additionalData = { ...this.on.additionalData, executionId };
		// through JSON, as through the database
		const input = JSON.parse(JSON.stringify(items)) as INodeExecutionData[];
		const data = createRunExecutionData({
			executionData: { nodeExecutionStack: [{ node, data: { main: [input] }, source: null }] },
		});
		const kept: TriggerStage['stored'][number] = { input };
		this.stored.push(kept);
		const run = await new WorkflowExecute(additionalData, mode, data).processRunExecutionData(
			workflow,
		);
		const { error, runData } = run.data.resultData;
		if (error) throw new Error(error.message);
		kept.output = runData[node.name]?.[0]?.data?.main?.[0] ?? [];
		for (const { json, binary } of kept.output) this.executions.push({ json, binary });
	}
}

/** What ends the triggers that n8n keeps in memory. */
const watching: Array<() => Promise<void>> = [];

/** Trigger stages for the tests of one file; what a test has left in memory ends with it. */
export function useTriggers(): (scenario: TriggerScenario) => Promise<TriggerStage> {
	useRepeatRecord();
	afterEach(async () => {
		for (const close of watching.splice(0)) await close();
	});
	return TriggerStage.start;
}

/** What publishes a workflow of its own that a message of the account starts, on such a stage. */
export function publisherOn(trigger: typeof TriggerStage.start, account: () => Account) {
	return async (
		parameters: IDataObject = {},
		more: Partial<TriggerScenario> = {},
	): Promise<TriggerStage> => {
		const id = randomUUID();
		const stage = await trigger({
			parameters: { events: ['MESSAGE_RECEIVED'], ...parameters },
			account: account(),
			workflow: { id },
			webhookId: id,
			...more,
		});
		await stage.activate();
		return stage;
	};
}
