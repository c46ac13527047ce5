import type { IDataObject } from 'n8n-workflow';
import { resultsOf, spokenIn, type ModelRequest, type Turn } from './turns';

export interface ChatBody {
	messages: Array<{
		role: string;
		content: unknown;
		tool_call_id?: string;
		tool_calls?: Array<{ id: string; function: { name: string } }>;
	}>;
	tools?: Array<{ function: { name: string; description?: string; parameters?: IDataObject } }>;
}

export function readChat(body: ChatBody): ModelRequest {
	const calls = body.messages.flatMap(({ tool_calls = [] }) => tool_calls);
	const outputs = body.messages.filter(({ role }) => role === 'tool');
	return {
		tools: (body.tools ?? []).map(({ function: { name, description = '', parameters = {} } }) => ({
			name,
			description,
			schema: parameters,
		})),
		results: resultsOf(
			calls.map(({ id, function: { name } }) => ({ id, tool: name })),
			outputs.map(({ tool_call_id: id = '', content }) => ({ id, text: content })),
		),
		spoken: spokenIn(body.messages),
		body,
	};
}

/** A turn as a chat completion. */
export function completion(turn: Turn, n: number) {
	const message = { role: 'assistant', ...messageOf(turn, n) };
	const finish_reason = 'tool_calls' in message ? 'tool_calls' : 'stop';
	const head = { id: `chatcmpl-${n}`, created: 1_700_000_000, model: 'scripted' };
	const chunk = (delta: object, ending: string | null) => ({
		...head,
		object: 'chat.completion.chunk',
		choices: [{ index: 0, delta, finish_reason: ending }],
	});
	return {
		whole: {
			...head,
			object: 'chat.completion',
			choices: [{ index: 0, message, finish_reason }],
			usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
		},
		events: [chunk(message, null), chunk({}, finish_reason)],
	};
}

function messageOf(turn: Turn, n: number) {
	if ('say' in turn) return { content: turn.say };
	const tool_calls = [turn.call].flat().map(({ tool, args }, index) => ({
		index,
		id: `call_${n}_${index}`,
		type: 'function',
		function: { name: tool, arguments: JSON.stringify(args) },
	}));
	return { content: null, tool_calls };
}
