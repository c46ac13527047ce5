import type { IDataObject, IHttpRequestOptions, INode, IWebhookFunctions } from 'n8n-workflow';
import { EventEmitter } from 'node:events';
import type { Expectation } from '../../../nodes/WtsChat/operations/operation';
import { toQuery, type Question } from '../../../nodes/WtsChat/replies/question';
import { receiveReply } from '../../../nodes/WtsChat/replies/receiveReply';
import { sweepOf } from '../../../nodes/WtsChat/replies/sweeps';
import { subscribeWait, waitAt, type Wait } from '../../../nodes/WtsChat/replies/waits';
import type { Api } from '../../../nodes/WtsChat/transport/api';
import type { ApiRequest } from '../../../nodes/WtsChat/transport/contract';
import { accountOf } from '../../../nodes/WtsChat/transport/pacers';
import { ASKED, SESSION, type Account } from './account';

export const MINUTE_MS = 60_000;
const HOST = 'https://api.helena.run';
const NODE = { name: 'Ask', type: 'wtsChat' } as INode;
const ANY: Expectation = { response: { isApproval: false } };

let questions = 0;

/** A question that waits, with its subscription, which hears the account unless it is paused. */
export async function waiting(own: Account, more: Partial<Question & { listens: boolean }> = {}) {
	const { listens = true, ...given } = more;
	const question: Question = {
		sessionId: SESSION,
		messageId: `question-${++questions}`,
		askedAt: ASKED,
		waitMs: MINUTE_MS,
		until: ASKED + MINUTE_MS,
		alone: false,
		...given,
	};
	const signature = `signature-${questions}`;
	const query = new URLSearchParams({ ...toQuery(question), signature }).toString();
	const wait = waitAt(`https://n8n.example.com/webhook-waiting/1/node?${query}`, question);
	wait.listens = listens;
	await subscribeWait(own.api, wait);
	own.requests.length = 0;
	return wait;
}

export const event = (content: IDataObject, eventType = 'MESSAGE_RECEIVED') => ({
	eventType,
	date: String(content.createdAt),
	content,
});

/** What this process knows of the questions of an account. */
export const listOf = ({ key }: Account) => sweepOf({ account: accountOf(HOST, key) } as Api).list;

interface Request {
	headers?: IDataObject;
	query?: Record<string, string>;
	/** The message of the question that its execution waits with; that of the address otherwise. */
	waitsWith?: string;
	expects?: Expectation;
	/** What n8n says instead of giving the credential. */
	refusal?: Error;
}

/** n8n's answer to a request. */
function answer() {
	const said: { status?: number; body?: unknown } = {};
	const response = Object.assign(new EventEmitter(), {
		statusCode: 200,
		closed: false,
		status(code: number) {
			said.status = code;
			return response;
		},
		json(body: unknown) {
			said.body = body;
			return response;
		},
	});
	return { said, response };
}

/** A request to the address of a question, and what becomes of it. */
export async function comes(own: Account, { url }: Wait, body: IDataObject, given: Request = {}) {
	const address = Object.fromEntries(new URL(url).searchParams);
	const { headers = {}, query = address, waitsWith = query.message, expects = ANY } = given;
	const { said, response } = answer();
	const calls: IHttpRequestOptions[] = [];
	const warnings: string[] = [];
	const context = {
		getNode: () => NODE,
		getQueryData: () => query,
		getBodyData: () => body,
		getHeaderData: () => headers,
		getResponseObject: () => response,
		evaluateExpression: (expression: string) =>
			expression === '{{ $json.messageId }}' ? waitsWith : JSON.stringify(expects),
		getCredentials: async () => {
			if (given.refusal) throw given.refusal;
			return { apiKey: own.key, baseUrl: HOST };
		},
		logger: { warn: (message: string) => warnings.push(message) },
		helpers: {
			httpRequest: async (options: IHttpRequestOptions) => {
				calls.push(options);
				return { statusCode: 200, body: {} };
			},
			httpRequestWithAuthentication: async (_: string, options: IHttpRequestOptions) => {
				const { method, url: path, qs: params, body: sent } = options;
				const request = { method, path, query: params, body: sent } as ApiRequest;
				const failed = { statusCode: 403, headers: {}, body: { text: 'It is refused' } };
				return await own.api
					.send(request)
					.then((answered) => ({ statusCode: 200, headers: {}, body: answered }))
					.catch(() => failed);
			},
		},
	};
	const receiving = receiveReply.call(context as unknown as IWebhookFunctions);
	await jest.advanceTimersByTimeAsync(0);
	return {
		receiving,
		said,
		warnings,
		/** To which addresses of n8n what was posted. */
		posts: () => calls.map(({ url: to, body: sent }) => ({ to, sent })),
		/** n8n answers, with this status; or whoever asked is gone. */
		async answers(status?: number): Promise<void> {
			if (status) response.statusCode = status;
			response.emit(status ? 'finish' : 'close');
			await jest.advanceTimersByTimeAsync(2_000);
		},
	};
}

export type Came = Awaited<ReturnType<typeof comes>>;

/** What the execution goes on with; undefined where it goes on waiting. */
export async function itemOf({ receiving }: Came) {
	return (await receiving).workflowData?.[0]?.[0];
}
