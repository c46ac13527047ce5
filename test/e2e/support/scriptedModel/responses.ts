import type { IDataObject } from 'n8n-workflow';
import { resultsOf, spokenIn, type Call, type ModelRequest, type Turn } from './turns';

export interface ResponsesBody {
	input: Array<
		| { type: 'function_call'; call_id: string; name: string }
		| { type: 'function_call_output'; call_id: string; output: unknown }
		| { type?: 'message' }
	>;
	tools?: Array<{ name: string; description?: string; parameters?: IDataObject }>;
}

export function readResponses(body: ResponsesBody): ModelRequest {
	const calls = body.input.filter((item) => item.type === 'function_call');
	const outputs = body.input.filter((item) => item.type === 'function_call_output');
	return {
		tools: (body.tools ?? []).map(({ name, description = '', parameters = {} }) => ({
			name,
			description,
			schema: parameters,
		})),
		results: resultsOf(
			calls.map(({ call_id: id, name }) => ({ id, tool: name })),
			outputs.map(({ call_id: id, output }) => ({ id, text: output })),
		),
		spoken: spokenIn(body.input),
		body,
	};
}

/** A turn as an answer of the Responses API. */
export function responded(turn: Turn, n: number) {
	const output =
		'say' in turn
			? [spoken(turn.say, n)]
			: [turn.call].flat().map((call, index) => called(call, `${n}_${index}`));
	const whole = {
		id: `resp_${n}`,
		object: 'response',
		created_at: 1_700_000_000,
		status: 'completed',
		model: 'scripted',
		output,
		usage: { input_tokens: 1, output_tokens: 1, total_tokens: 2 },
	};
	return {
		whole,
		events: [
			{ type: 'response.created', response: { ...whole, status: 'in_progress', output: [] } },
			...output.map((item, output_index) => ({
				type: 'response.output_item.added',
				output_index,
				item,
			})),
			...('say' in turn
				? [{ type: 'response.output_text.delta', content_index: 0, delta: turn.say }]
				: []),
			{ type: 'response.completed', response: whole },
		],
	};
}

function spoken(text: string, n: number) {
	const content = [{ type: 'output_text', text, annotations: [] }];
	return { type: 'message', id: `msg_${n}`, role: 'assistant', status: 'completed', content };
}

function called({ tool, args }: Call, id: string) {
	return {
		type: 'function_call',
		id: `fc_${id}`,
		call_id: `call_${id}`,
		name: tool,
		arguments: JSON.stringify(args),
		status: 'completed',
	};
}
