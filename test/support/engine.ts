import { ExecutionLifecycleHooks, LoadOptionsContext, WorkflowExecute } from 'n8n-core';
import {
	ICredentialsHelper,
	NodeConnectionTypes,
	Workflow,
	type EngineResponse,
	type IConnections,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IDataObject,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type IRun,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { wtsChat, wtsChatApi } from './nodes';

/** One run of the built node on n8n's real engine. */
export interface Scenario {
	parameters: IDataObject;
	/** The account to talk to; leave out for a node without a credential. */
	account?: { url: string; apiKey: string };
	items?: IDataObject[];
	/** Files that every item carries, by binary field. */
	binary?: INodeExecutionData['binary'];
	/** The node's settings, for example `onError`. */
	settings?: Partial<INode>;
	timezone?: string;
	/** The execution and where it can be called, for those that wait. */
	execution?: { id: string; url: string };
	/** Another node to run in place of this one, for comparisons, under the name that n8n knows it by. */
	subject?: { name: string; type: INodeType };
}

export interface Outcome {
	status: IRun['status'];
	/** Items of the node's first output. */
	items: INodeExecutionData[];
	outputs: Array<INodeExecutionData[] | null>;
	/** What n8n shows beside the output. */
	hints: string[];
	/** The error that stopped the node. */
	error?: {
		message: string;
		description?: string;
		name: string;
		httpCode?: string;
		context: IDataObject;
	};
}

/** A stand-in for whatever runs beside the node; the engine calls `execute` with its own `this`. */
function helperNode(
	name: string,
	execute: NonNullable<INodeType['execute']>,
	inputs: INodeType['description']['inputs'] = [],
): INodeType {
	return {
		description: {
			displayName: name,
			name,
			group: ['input'],
			version: 1,
			description: '',
			defaults: { name },
			inputs,
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		execute,
	};
}

/** The part of n8n's credentials helper that signing a request needs. */
export class Credentials extends ICredentialsHelper {
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

export interface Stage {
	workflow: Workflow;
	additionalData: IWorkflowExecuteAdditionalData;
	node: INode;
}

/** Puts the node on a canvas behind a node that emits the items. */
export async function stage(scenario: Scenario, agent?: INodeType): Promise<Stage> {
	const { account, items = [{}], binary } = scenario;
	const { execution = { id: '1', url: 'http://127.0.0.1' } } = scenario;
	const typeName = scenario.subject?.name ?? 'n8n-nodes-wts-chat.wtsChat';
	const types: Record<string, INodeType> = {
		feed: helperNode('feed', async () => [items.map((json) => ({ json, binary }))]),
		[typeName]: scenario.subject?.type ?? wtsChat,
		...(agent && { agent }),
	};
	const nodeAt = (name: string, type: string, rest: Partial<INode> = {}): INode => ({
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		...rest,
	});
	const node = nodeAt('WTS Chat', typeName, {
		parameters: scenario.parameters as INodeParameters,
		credentials: account && { wtsChatApi: { id: '1', name: 'Account' } },
		...scenario.settings,
	});
	const main = NodeConnectionTypes.Main;
	const tool = NodeConnectionTypes.AiTool;
	const saved = {
		id: 'workflow',
		name: 'Workflow',
		active: false,
		nodes: [nodeAt('Feed', 'feed'), node, ...(agent ? [nodeAt('Agent', 'agent')] : [])],
		connections: (agent
			? {
					Feed: { [main]: [[{ node: 'Agent', type: main, index: 0 }]] },
					'WTS Chat': { [tool]: [[{ node: 'Agent', type: tool, index: 0 }]] },
				}
			: { Feed: { [main]: [[{ node: 'WTS Chat', type: main, index: 0 }]] } }) as IConnections,
	};
	const workflow = new Workflow({
		...saved,
		nodeTypes: {
			getByName: (type) => types[type] as INodeType,
			getByNameAndVersion: (type) => types[type] as INodeType,
			getKnownTypes: () => ({}),
		},
		settings: { executionOrder: 'v1', timezone: scenario.timezone ?? 'America/Sao_Paulo' },
	});
	const additionalData = {
		executionId: execution.id,
		variables: {},
		webhookBaseUrl: `${execution.url}/webhook`,
		webhookWaitingBaseUrl: `${execution.url}/webhook-waiting`,
		formWaitingBaseUrl: `${execution.url}/form-waiting`,
		credentialsHelper: new Credentials(wtsChatApi, {
			apiKey: account?.apiKey ?? '',
			baseUrl: account?.url ?? '',
		}),
		hooks: new ExecutionLifecycleHooks('trigger', '1', saved as unknown as IWorkflowBase),
	} as unknown as IWorkflowExecuteAdditionalData;
	return { workflow, additionalData, node };
}

export function startOn({ workflow, additionalData }: Stage) {
	const startNode = workflow.getNode('Feed');
	if (!startNode) throw new Error('The canvas has no Feed');
	return new WorkflowExecute(additionalData, 'trigger').run({ workflow, startNode });
}

export function outcomeOf(run: IRun, nodeName: string): Outcome {
	const task = run.data.resultData.runData[nodeName]?.[0];
	const outputs = task?.data?.main ?? [];
	return {
		status: run.status,
		items: outputs[0] ?? [],
		outputs,
		hints: (task?.hints ?? []).map(({ message }) => message),
		error: (task?.error ?? run.data.resultData.error) as Outcome['error'],
	};
}

/** Starts Feed → WTS Chat; `cancel()` does what the Stop button does. */
export async function start(
	scenario: Scenario,
): Promise<{ cancel: () => void; finished: Promise<Outcome> }> {
	const running = startOn(await stage(scenario));
	return {
		cancel: () => running.cancel(),
		finished: running.then((run) => outcomeOf(run, 'WTS Chat')),
	};
}

/** Runs Feed → WTS Chat to its end. */
export async function run(scenario: Scenario): Promise<Outcome> {
	return await (
		await start(scenario)
	).finished;
}

/** The node as n8n offers it to agents, under the name of its own that n8n gives it. */
async function toolOf(scenario: Scenario): Promise<Scenario> {
	const description = {
		...wtsChat.description,
		name: 'wtsChatTool',
		inputs: [],
		outputs: [NodeConnectionTypes.AiTool],
	};
	const type = Object.assign(Object.create(wtsChat) as INodeType, { description });
	return { ...scenario, subject: { name: 'n8n-nodes-wts-chat.wtsChatTool', type } };
}

/** Runs an agent that has the node as its tool, and gives what the agent gives out. */
async function runAgent(
	scenario: Scenario,
	execute: NonNullable<INodeType['execute']>,
): Promise<IDataObject> {
	const inputs = [NodeConnectionTypes.Main, NodeConnectionTypes.AiTool];
	const agent = helperNode('agent', execute, inputs);
	const finished = await startOn(await stage(await toolOf(scenario), agent));
	const outcome = outcomeOf(finished, 'Agent');
	if (outcome.error) throw new Error(outcome.error.message);
	return outcome.items[0]?.json ?? {};
}

/**
 * Lets a scripted agent call the node as its tool within its own run, as agents within agents and
 * earlier versions of the AI Agent do.
 *
 * @returns what the model gets to read
 */
export async function callAsTool(
	scenario: Scenario,
	toolArguments: IDataObject,
): Promise<{ toolName: string; toolDescription: string; answer: string }> {
	const given = await runAgent(scenario, async function (this: IExecuteFunctions) {
		const tools = (await this.getInputConnectionData(NodeConnectionTypes.AiTool, 0)) as Array<{
			name: string;
			description: string;
			invoke: (input: IDataObject) => Promise<string>;
		}>;
		const [tool] = tools;
		if (!tool) throw new Error('The agent has no tool');
		const answer = await tool.invoke(toolArguments);
		return [[{ json: { toolName: tool.name, toolDescription: tool.description, answer } }]];
	});
	return given as { toolName: string; toolDescription: string; answer: string };
}

/**
 * Lets a scripted agent have n8n run the node as its tool, as the AI Agent does now.
 *
 * @returns what the model gets to read: the records, or one object with the message of an error
 */
export async function callFromAgent(
	scenario: Scenario,
	toolArguments: IDataObject,
): Promise<IDataObject[]> {
	const { answer } = await runAgent(
		scenario,
		async function (this: IExecuteFunctions, response?: EngineResponse) {
			const [result] = response?.actionResponses ?? [];
			if (result) {
				const items = result.data.data?.[NodeConnectionTypes.AiTool]?.[0] ?? [];
				return [[{ json: { answer: items.map(({ json }) => json) } }]];
			}
			const call = {
				actionType: 'ExecutionNodeAction' as const,
				nodeName: 'WTS Chat',
				input: toolArguments,
				type: NodeConnectionTypes.AiTool,
				id: 'call',
				metadata: { itemIndex: 0 },
			};
			return { actions: [call], metadata: {} };
		},
	);
	return answer as IDataObject[];
}

/**
 * The context that the editor gives to dropdown methods.
 *
 * @param path the parameter whose list is opened, as the editor names it
 */
export async function editorContext(
	scenario: Scenario,
	path = 'parameters.userId',
): Promise<LoadOptionsContext> {
	const { workflow, additionalData, node } = await stage(scenario);
	return new LoadOptionsContext(
		workflow,
		node,
		{ ...additionalData, currentNodeParameters: scenario.parameters as INodeParameters },
		path,
	);
}
