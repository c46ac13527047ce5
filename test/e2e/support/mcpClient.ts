import type { IDataObject } from 'n8n-workflow';
import { until } from './until';

/** A tool as an MCP server offers it. */
interface McpTool {
	name: string;
	description: string;
	inputSchema: { properties?: IDataObject; required?: string[] };
}

/** A client of an MCP server, by its streamable HTTP. */
export class McpClient {
	private requests = 0;

	private constructor(
		private readonly url: string,
		private readonly session: string,
	) {}

	/** Begins a session, once the server listens. */
	static async connect(url: string): Promise<McpClient> {
		let session = '';
		await until('the MCP server listens', async () => {
			const response = await post(url, {
				jsonrpc: '2.0',
				id: 0,
				method: 'initialize',
				params: {
					protocolVersion: '2025-03-26',
					capabilities: {},
					clientInfo: { name: 'test', version: '1.0.0' },
				},
			});
			session = response.headers.get('mcp-session-id') ?? '';
			return response.ok;
		});
		await post(url, { jsonrpc: '2.0', method: 'notifications/initialized' }, session);
		return new McpClient(url, session);
	}

	async tools(): Promise<McpTool[]> {
		const { tools } = await this.send('tools/list', {});
		return tools as McpTool[];
	}

	/** What the tool tells. */
	async call(name: string, args: IDataObject): Promise<string> {
		const { content } = await this.send('tools/call', { name, arguments: args });
		return (content as Array<{ text: string }>).map(({ text }) => text).join('\n');
	}

	private async send(method: string, params: IDataObject): Promise<Record<string, unknown>> {
		const body = { jsonrpc: '2.0', id: ++this.requests, method, params };
		const text = await (await post(this.url, body, this.session)).text();
		// an answer comes as JSON, or as an event with it
		const answer = /^data: (.*)$/m.exec(text)?.[1] ?? text;
		const { result, error } = JSON.parse(answer) as {
			result?: Record<string, unknown>;
			error?: unknown;
		};
		if (!result) throw new Error(`The MCP server refuses ${method}: ${JSON.stringify(error)}`);
		return result;
	}
}

async function post(url: string, body: object, session = ''): Promise<Response> {
	return await fetch(url, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			accept: 'application/json, text/event-stream',
			...(session && { 'mcp-session-id': session }),
		},
		body: JSON.stringify(body),
	});
}
