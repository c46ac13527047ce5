import type {
	IExecuteFunctions,
	IHookFunctions,
	INodeExecutionData,
	IWebhookFunctions,
} from 'n8n-workflow';

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

/** Runs the node; an agent gets to read nothing of an error but its message, so the remedy joins it there. */
export async function tellingAgents(
	context: IExecuteFunctions,
	run: () => Promise<INodeExecutionData[][]>,
): Promise<INodeExecutionData[][]> {
	return await run().catch((error: Error & { description?: string | null }) => {
		if (isForAgent(context)) withRemedy(error);
		throw error;
	});
}

function withRemedy(error: Error & { description?: string | null }): void {
	const { message, description } = error;
	if (description && !message.includes(description)) error.message = `${message}. ${description}`;
}

const NOTHING = /^(null|undefined)$/i;

/** Whether a model says in words that it has no value. */
export function saysNothing(text: string): boolean {
	return NOTHING.test(text);
}
