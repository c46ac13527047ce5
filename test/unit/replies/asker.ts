import type { IDataObject, IExecuteFunctions, IHttpRequestOptions, INode } from 'n8n-workflow';
import type { Expectation } from '../../../nodes/WtsChat/operations/operation';
import { askAndWait } from '../../../nodes/WtsChat/replies/ask';
import { ASKED, iso, SESSION, type Account } from './account';

export const MINUTE_MS = 60_000;
const NODE = { name: 'Ask', type: 'wtsChat' } as INode;
const ANY: Expectation = { response: { isApproval: false } };
export const APPROVAL: Expectation = { response: { answers: ['Sim', 'Não'], isApproval: true } };
export const REACHED = { statusCode: 409, body: { message: 'The execution is running already' } };

let hosts = 0;

/** A node at an n8n of its own, at whose address something answers like this. */
export function node(answer: unknown = REACHED, path = '/webhook-waiting/1/node') {
	const origin = `https://n8n-${++hosts}.example.com`;
	const calls: IHttpRequestOptions[] = [];
	const items: IDataObject[] = [{ json: { name: 'Ana' }, pairedItem: { item: 0 } }];
	const kept: IDataObject = {};
	const waits: Date[] = [];
	const context = {
		getNode: () => NODE,
		getInputData: () => items,
		getContext: () => kept,
		getSignedResumeUrl: (query: Record<string, string>) => {
			const signature = String(query.message).padEnd(64, '0');
			return `${origin}${path}?${new URLSearchParams({ ...query, signature }).toString()}`;
		},
		putExecutionToWait: async (until: Date) => void waits.push(until),
		helpers: {
			httpRequest: async (options: IHttpRequestOptions) => {
				calls.push(options);
				if (answer instanceof Error) throw answer;
				return answer;
			},
		},
	};
	return { context, origin, calls, items, kept, waits };
}

interface Given {
	sent?: IDataObject;
	expects?: Expectation;
	waitMs?: number;
	/** What happens while the message is sent. */
	meanwhile?: () => void;
}

let questions = 0;

/** Asks a contact; whoever looks after those that wait has done what it does at once. */
export async function ask(
	{ context }: ReturnType<typeof node>,
	{ api }: Account,
	given: Given = {},
	more: object = {},
) {
	const { expects = ANY, waitMs = MINUTE_MS, meanwhile } = given;
	const question = { id: `question ${++questions}`, sessionId: SESSION, createdAt: iso(ASKED) };
	const job = askAndWait({ ...context, ...more } as unknown as IExecuteFunctions, {
		send: async (by) => {
			expect(by).toBe(api);
			await api.send({ method: 'POST', path: '/sends' });
			meanwhile?.();
			return { ...question, ...given.sent };
		},
		waitMs,
		expects,
	});
	const came = await job(api);
	await jest.advanceTimersByTimeAsync(0);
	return came;
}

/** The question as the address says that is subscribed. */
export function subscribed({ to }: Account, n = 0) {
	const { url, ...fields } = to(/^POST .*subscription/)[n]?.body as IDataObject;
	const address = new URL(String(url));
	return { ...fields, origin: address.origin, query: Object.fromEntries(address.searchParams) };
}
