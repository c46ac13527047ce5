import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * Whether an AI agent runs the node. n8n says so only where an agent calls its tools within its own
 * run; today's AI Agent has n8n run them like any node, which only the name of their type tells.
 */
export function isForAgent(context: IExecuteFunctions): boolean {
	return context.isToolExecution?.() === true || context.getNode().type.endsWith('Tool');
}
