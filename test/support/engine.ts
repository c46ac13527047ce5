import { LoadOptionsContext, WorkflowExecute } from 'n8n-core';
import {
	NodeConnectionTypes,
	type EngineResponse,
	type IDataObject,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type IRun,
	type NodeConnectionType,
} from 'n8n-workflow';
import { wtsChat } from './nodes';
import { holdAgainstSchema } from './outputSchemas';
import { CREDENTIALS, place, setStage, type Account, type Stage } from './stage';

/** The name of the node on the canvas. */
export const NODE = 'WTS Chat';

const MAIN = NodeConnectionTypes.Main;
const TOOL = NodeConnectionTypes.AiTool;

/** One run of the node on n8n's real engine. */
export interface Scenario {
	parameters: IDataObject;
	/** The account to talk to; leave out for a node without a credential. */
	account?: Account;
	items?: IDataObject[];
	/** What the node before it is, by the name of its type. */
	from?: string;
	/** Items that follow, each when the node is done with the one before, as in Loop Over Items. */
	next?: IDataObject[];
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
			outputs: [MAIN],
			properties: [],
		},
		execute,
	};
}

/** Puts the node on a canvas behind a node that emits the items. */
export function stage(scenario: Scenario, agent?: INodeType): Stage {
	const { account, items = [{}], from, binary, subject, execution, timezone } = scenario;
	const node = place(NODE, subject?.type ?? wtsChat, {
		parameters: scenario.parameters as INodeParameters,
		credentials: account && CREDENTIALS,
		...(subject && { type: subject.name }),
		...scenario.settings,
	});
	const feed = helperNode('feed', async () => [items.map((json) => ({ json, binary }))]);
	const to = (name: string, type: NodeConnectionType = MAIN) => ({
		[type]: [[{ node: name, type, index: 0 }]],
	});
	const following = [...(scenario.next ?? [])];
	const loop = helperNode('loop', async () => [following.splice(0, 1).map((json) => ({ json }))], [
		MAIN,
	]);
	const others = agent ? [place('Agent', agent)] : [place('Loop', loop)];
	return setStage({
		nodes: [
			node,
			place('Feed', feed, from ? { type: `n8n-nodes-wts-chat.${from}` } : {}),
			...others,
		],
		connections: agent
			? { Feed: to('Agent'), [NODE]: to('Agent', TOOL) }
			: { Feed: to(NODE), ...(scenario.next && { [NODE]: to('Loop'), Loop: to(NODE) }) },
		account,
		timezone,
		executionId: execution?.id,
		url: execution?.url,
	});
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
	const running = startOn(stage(scenario));
	return {
		cancel: () => running.cancel(),
		finished: running.then((run) => heldAgainstSchema(scenario, outcomeOf(run, NODE))),
	};
}

/** The outcome, which has to be as its schema says where the account answers as the contract does. */
function heldAgainstSchema({ account, subject, parameters }: Scenario, outcome: Outcome): Outcome {
	if (!subject && account && 'faults' in account) holdAgainstSchema(parameters, outcome.items);
	return outcome;
}

/** Runs Feed → WTS Chat to its end. */
export async function run(scenario: Scenario): Promise<Outcome> {
	return await (
		await start(scenario)
	).finished;
}

/** The node as n8n offers it to agents, under the name of its own that n8n gives it. */
export function toolOf(scenario: Scenario): Scenario {
	const description = {
		...wtsChat.description,
		name: 'wtsChatTool',
		inputs: [],
		outputs: [TOOL],
	};
	const type = Object.assign(Object.create(wtsChat) as INodeType, { description });
	return { ...scenario, subject: { name: 'n8n-nodes-wts-chat.wtsChatTool', type } };
}

/** Runs an agent that has the node as its tool, and gives what the agent gives out. */
async function runAgent(
	scenario: Scenario,
	execute: NonNullable<INodeType['execute']>,
): Promise<IDataObject> {
	return await outputOf(scenario, helperNode('agent', execute, [MAIN, TOOL]));
}

async function outputOf(scenario: Scenario, agent: INodeType): Promise<IDataObject> {
	const finished = await startOn(stage(toolOf(scenario), agent));
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
		const tools = (await this.getInputConnectionData(TOOL, 0)) as Array<{
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
 * An agent that has n8n run the node as its tool, as the AI Agent does now: once for each of `calls`, all
 * in one step. What it gives out is what the model gets to read, by call: the records, or one object with
 * the message of an error.
 */
export function agentThatCalls(calls: IDataObject[]): INodeType {
	async function execute(this: IExecuteFunctions, response?: EngineResponse) {
		const results = response?.actionResponses ?? [];
		if (results.length > 0) {
			const answers = results.map(({ data }) =>
				(data.data?.[TOOL]?.[0] ?? []).map(({ json }) => json),
			);
			return [[{ json: { answers } }]];
		}
		const actions = calls.map((input, n) => ({
			actionType: 'ExecutionNodeAction' as const,
			nodeName: NODE,
			input,
			type: TOOL,
			id: `call ${n}`,
			metadata: { itemIndex: 0 },
		}));
		return { actions, metadata: {} };
	}
	return helperNode('agent', execute, [MAIN, TOOL]);
}

/** Lets an agent call the node as its tool once, and gives what the model gets to read. */
export async function callFromAgent(
	scenario: Scenario,
	toolArguments: IDataObject,
): Promise<IDataObject[]> {
	const { answers } = await outputOf(scenario, agentThatCalls([toolArguments]));
	return (answers as IDataObject[][])[0] ?? [];
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
	const { workflow, additionalData, node } = stage(scenario);
	return new LoadOptionsContext(
		workflow,
		node,
		{ ...additionalData, currentNodeParameters: scenario.parameters as INodeParameters },
		path,
	);
}
