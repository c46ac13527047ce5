import type { IExecuteFunctions, INode } from 'n8n-workflow';

/** What of n8n's functions tells it. */
interface Runner {
	getNode(): INode;
	isToolExecution?: IExecuteFunctions['isToolExecution'];
}

/**
 * Whether an AI agent runs the node. n8n says so only where an agent calls its tools within its own
 * run; today's AI Agent has n8n run them like any node, which only the name of their type tells.
 */
export function isForAgent(context: Runner): boolean {
	return context.isToolExecution?.() === true || context.getNode().type.endsWith('Tool');
}
