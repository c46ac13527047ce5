import { HookContext, type WebhookContext } from 'n8n-core';
import type {
	IBinaryKeyData,
	IDataObject,
	INodeParameters,
	IWebhookData,
	IWebhookDescription,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { wtsChatTrigger } from './nodes';
import { listen, type Arrived, type LocalServer } from './server';
import { CREDENTIALS, place, setStage, webhookContext, type Account, type Stage } from './stage';

export interface TriggerScenario {
	parameters: IDataObject;
	account: Account;
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

	private readonly on: Stage;

	private constructor(
		private readonly scenario: TriggerScenario,
		private readonly server: LocalServer,
	) {
		const { account, workflow, webhookId = '0f2a4c6e-8b0d-4f2a-9c4e-6f8a0b2d4c5e' } = scenario;
		const trigger = place('WTS Chat Trigger', wtsChatTrigger, {
			parameters: scenario.parameters as INodeParameters,
			credentials: CREDENTIALS,
			webhookId,
		});
		this.on = setStage({
			nodes: [trigger],
			account,
			workflow: { active: true, staticData: {}, ...workflow },
			url: server.url,
		});
	}

	static async start(scenario: TriggerScenario): Promise<TriggerStage> {
		const server = await listen(async (arrived) => await stage.answer(arrived));
		const stage = new TriggerStage(scenario, server);
		return stage;
	}

	/** The status of every answer that the trigger has given. */
	get answers(): number[] {
		return this.server.answers;
	}

	/** What n8n keeps of the workflow's nodes. */
	get staticData(): IDataObject {
		return JSON.parse(JSON.stringify(this.on.workflow.staticData)) as IDataObject;
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

	private async call(method: 'checkExists' | 'create' | 'delete'): Promise<boolean> {
		const { node, type, workflow, additionalData } = this.on;
		const activation = this.scenario.test ? 'manual' : 'activate';
		const context = this.posed(
			new HookContext(workflow, node, additionalData, this.mode, activation, this.webhookData),
		);
		const run = type.webhookMethods?.default?.[method];
		if (!run) throw new Error(`The trigger has no ${method}`);
		return await run.call(context);
	}

	/** The context, which says which n8n it belongs to. */
	private posed<Context extends HookContext | WebhookContext>(context: Context): Context {
		context.getInstanceId = () => this.scenario.instanceId ?? 'this n8n';
		return context;
	}

	private async answer(arrived: Arrived): Promise<void> {
		const context = this.posed(webhookContext(this.on, arrived, this.mode, this.webhookData));
		const result = await this.on.type.webhook?.call(context);
		const [item] = result?.workflowData?.[0] ?? [];
		if (item) this.executions.push({ json: item.json, binary: item.binary });
		if (result?.noWebhookResponse) return;
		arrived.reply(200, result?.webhookResponse ?? { message: 'received' });
	}
}

/** Trigger stages for the tests of one file. */
export function useTriggers(): (scenario: TriggerScenario) => Promise<TriggerStage> {
	return TriggerStage.start;
}
