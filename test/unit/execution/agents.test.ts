import { NodeOperationError, type IExecuteFunctions, type INode } from 'n8n-workflow';
import { isForAgent, saysNothing, tellingAgents } from '../../../nodes/WtsChat/execution/agents';

/** The node as n8n runs it, under the name of its type; earlier versions of n8n know no tool execution. */
function contextOf(type: string, isToolExecution?: boolean): IExecuteFunctions {
	return {
		getNode: () => ({ name: 'WTS Chat', type }) as INode,
		...(isToolExecution !== undefined && { isToolExecution: () => isToolExecution }),
	} as IExecuteFunctions;
}

const NODE = 'n8n-nodes-wts-chat.wtsChat';
const inWorkflow = contextOf(NODE, false);
const asTool = contextOf(`${NODE}Tool`);

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

test('what comes out goes to an agent as it is', async () => {
	const output = [[{ json: { id: '1' } }]];
	expect(await tellingAgents(asTool, async () => output)).toBe(output);
});

describe('an error', () => {
	const told = async (context: IExecuteFunctions, message: string, description?: string) => {
		const error = new NodeOperationError(context.getNode(), message, { description });
		const run = async () => await Promise.reject(error);
		await expect(tellingAgents(context, run)).rejects.toBe(error);
		return error.message;
	};

	test('tells an agent the remedy in its message', async () => {
		expect(await told(asTool, 'Text is empty', 'Fill it in.')).toBe('Text is empty. Fill it in.');
	});

	test('does not tell it twice', async () => {
		const message = 'Text is empty. Fill it in.';
		expect(await told(asTool, message, 'Fill it in.')).toBe(message);
	});

	test('without a remedy stays as it is', async () => {
		expect(await told(asTool, 'Text is empty')).toBe('Text is empty');
	});

	test('keeps its message for people', async () => {
		expect(await told(inWorkflow, 'Text is empty', 'Fill it in.')).toBe('Text is empty');
	});
});

test.each(['null', 'undefined', 'NULL', 'Undefined'])('%s says that there is no value', (text) => {
	expect(saysNothing(text)).toBe(true);
});

test.each(['', 'nullable', 'not null', 'undefined?', 'none', '0'])('%j is a value', (text) => {
	expect(saysNothing(text)).toBe(false);
});
