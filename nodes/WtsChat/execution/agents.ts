import type { IExecuteFunctions, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/**
 * Whether an AI agent runs the node. n8n says so only where an agent calls its tools within its own
 * run; today's AI Agent has n8n run them like any node, which only the name of their type tells.
 */
export function isForAgent(
	context: IExecuteFunctions | IHookFunctions | IWebhookFunctions,
): boolean {
	const isTool = 'isToolExecution' in context && context.isToolExecution?.() === true;
	return isTool || context.getNode().type.endsWith('Tool');
}
