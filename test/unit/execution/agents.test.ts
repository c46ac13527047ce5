import type { IExecuteFunctions, INode } from 'n8n-workflow';
import { isForAgent } from '../../../nodes/WtsChat/execution/agents';

/** The node as n8n runs it, under the name of its type; earlier versions of n8n know no tool execution. */
function contextOf(type: string, isToolExecution?: boolean): IExecuteFunctions {
	return {
		getNode: () => ({ name: 'WTS Chat', type }) as INode,
		...(isToolExecution !== undefined && { isToolExecution: () => isToolExecution }),
	} as IExecuteFunctions;
}

const NODE = 'n8n-nodes-wts-chat.wtsChat';

test.each<[string, boolean | undefined, boolean]>([
	[NODE, undefined, false],
	[NODE, false, false],
	[NODE, true, true],
	[`${NODE}Tool`, undefined, true],
	[`${NODE}Tool`, false, true],
	['n8n-nodes-wtsTool-chat.wtsChat', false, false],
])('%s, told %p: an agent runs it is %p', (type, told, expected) => {
	expect(isForAgent(contextOf(type, told))).toBe(expected);
});
