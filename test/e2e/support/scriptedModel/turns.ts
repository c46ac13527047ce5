import type { IDataObject } from 'n8n-workflow';

export interface Call {
	tool: string;
	args: IDataObject;
}

/** What the model does in answer to one request. */
export type Turn = { call: Call | Call[] } | { say: string };

export interface OfferedTool {
	name: string;
	description: string;
	/** JSON schema of the arguments. */
	schema: IDataObject;
}

/** What a tool has told the model. */
export interface ToolResult {
	tool: string;
	text: string;
}

/** What somebody has said to the model, or it before. */
interface Spoken {
	role: string;
	text: string;
}

/** A request to the model, read alike whatever interface it came through. */
export interface ModelRequest {
	tools: OfferedTool[];
	/** Results of all tools since the conversation began. */
	results: ToolResult[];
	/** The conversation so far, without tools. */
	spoken: Spoken[];
	/** As it came. */
	body: object;
}

/** Names the tool of each result by the call that it answers. */
export function resultsOf(
	calls: Array<{ id: string; tool: string }>,
	outputs: Array<{ id: string; text: unknown }>,
): ToolResult[] {
	return outputs.map(({ id, text }) => ({
		tool: calls.find((call) => call.id === id)?.tool ?? '',
		text: typeof text === 'string' ? text : JSON.stringify(text),
	}));
}

/** The messages among these with their text, whatever parts it is in. */
export function spokenIn(entries: object[]): Spoken[] {
	return entries.flatMap((entry) => {
		if (!('role' in entry && 'content' in entry && entry.content) || entry.role === 'tool')
			return [];
		const parts: unknown[] = Array.isArray(entry.content) ? entry.content : [entry.content];
		const texts = parts.map((part) =>
			typeof part === 'object' && part !== null && 'text' in part ? part.text : part,
		);
		return [{ role: String(entry.role), text: texts.join('\n') }];
	});
}
