import type { IDataObject } from 'n8n-workflow';
import { sandboxCredential } from '../../../playground/credential';
import type { Workflow, WorkflowNode } from '../../../playground/workflows/workflow';
import type { ScriptedModel } from './scriptedModel';

type Step = Omit<WorkflowNode, 'id' | 'position'>;

/** A WTS Chat node as the tool of an agent, named as the model gets to know it. */
export function tool(name: string, parameters: IDataObject): Step {
	return {
		name,
		type: 'n8n-nodes-wts-chat.wtsChatTool',
		typeVersion: 1,
		parameters,
		credentials: sandboxCredential.reference,
	};
}

/** The conversation of this session as the memory of an agent. */
export function memory(sessionId: string, options: IDataObject = {}): Step {
	return {
		name: 'Memory',
		type: 'n8n-nodes-wts-chat.wtsChatMemory',
		typeVersion: 1,
		parameters: { sessionId: { __rl: true, mode: 'id', value: sessionId }, options },
		credentials: sandboxCredential.reference,
	};
}

/** A WTS Chat node that asks a person whether the agent may use a tool. */
export function approval(name: string, parameters: IDataObject): Step {
	return { ...tool(name, parameters), type: 'n8n-nodes-wts-chat.wtsChatHitlTool', webhookId: name };
}

const agent: Step = {
	name: 'AI Agent',
	type: '@n8n/n8n-nodes-langchain.agent',
	typeVersion: 3.1,
	parameters: { promptType: 'define', text: '={{ $json.body.question }}', options: {} },
};

/** Takes a question by a request; `responseMode` says when n8n answers it. */
function question(path: string, responseMode: 'lastNode' | 'onReceived'): Step {
	return {
		name: 'Question',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		parameters: { httpMethod: 'POST', path, responseMode, options: {} },
		webhookId: path,
	};
}

interface Surroundings {
	/** What begins, instead of a question by a request. */
	start?: Step;
	/** What asks a person before any tool is used. */
	asking?: Step;
	/** What the agent remembers by. */
	memory?: Step;
	/** What gets the agent's last words; without it they answer the request. */
	after?: Step;
}

/** A workflow whose agent has the tools. */
export function agentWorkflow(
	id: string,
	model: ScriptedModel,
	tools: Step[],
	{
		after,
		asking,
		memory: remembered,
		start = question(id, after ? 'onReceived' : 'lastNode'),
	}: Surroundings = {},
): Workflow {
	const at = (step: Step, x: number, y: number): WorkflowNode => ({
		...step,
		id: `${id}-${step.name}`,
		position: [x, y],
	});
	const to = ({ name: node }: Step, type: string) => ({ [type]: [[{ node, type, index: 0 }]] });
	return {
		id,
		name: 'Atendimento com agente',
		nodes: [
			at(start, 0, 0),
			at(agent, 320, 0),
			at(model.node, 120, 260),
			...(after ? [at(after, 860, 0)] : []),
			...(asking ? [at(asking, 400, 260)] : []),
			...(remembered ? [at(remembered, 240, 260)] : []),
			...tools.map((step, n) => at(step, 300 + n * 180, asking ? 520 : 260)),
		],
		connections: {
			[start.name]: to(agent, 'main'),
			[model.node.name]: to(agent, 'ai_languageModel'),
			...(after && { [agent.name]: to(after, 'main') }),
			...(remembered && { [remembered.name]: to(agent, 'ai_memory') }),
			...(asking && { [asking.name]: to(agent, 'ai_tool') }),
			...Object.fromEntries(tools.map(({ name }) => [name, to(asking ?? agent, 'ai_tool')])),
		},
		settings: { executionOrder: 'v1' },
		active: false,
	};
}

/** A workflow that offers the tools to whoever calls its MCP server, at `/mcp/` and its ID. */
export function mcpWorkflow(id: string, tools: Step[]): Workflow {
	const server: Step = {
		name: 'MCP Server',
		type: '@n8n/n8n-nodes-langchain.mcpTrigger',
		typeVersion: 2,
		parameters: { path: id },
		webhookId: id,
	};
	return {
		id,
		name: 'Ferramentas por MCP',
		nodes: [server, ...tools].map((step, n) => ({
			...step,
			id: `${id}-${step.name}`,
			position: [n * 180, n === 0 ? 0 : 260],
		})),
		connections: Object.fromEntries(
			tools.map(({ name }) => [
				name,
				{ ai_tool: [[{ node: server.name, type: 'ai_tool', index: 0 }]] },
			]),
		),
		settings: { executionOrder: 'v1' },
		active: false,
	};
}
