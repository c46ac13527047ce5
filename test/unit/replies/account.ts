import type { IDataObject } from 'n8n-workflow';
import type { Question } from '../../../nodes/WtsChat/replies/question';
import type { ApiRequest } from '../../../nodes/WtsChat/transport/contract';
import { answering, failure, listOf } from '../operations/support';

/** When the question was asked. */
export const ASKED = Date.parse('2026-11-30T10:00:00Z');

export const SESSION = 'session';

/** The question, which waits for a minute. */
export const question: Question = {
	sessionId: SESSION,
	askedAt: ASKED,
	waitMs: 60_000,
	until: ASKED + 60_000,
	alone: false,
};

export const iso = (ms: number) => new Date(ms).toISOString();

/** A message of the contact, so many seconds after the question. */
export const said = (seconds: number, text: string, more: IDataObject = {}): IDataObject => ({
	id: `m${seconds}`,
	sessionId: SESSION,
	direction: 'FROM_HUB',
	type: 'TEXT',
	createdAt: iso(ASKED + seconds * 1_000),
	text,
	...more,
});

let accounts = 0;

/** An account of its own, with conversations and subscriptions as the API tells of them. */
export function account() {
	const messages: IDataObject[] = [];
	let subscriptions: IDataObject[] = [];
	let made = 0;
	const refused: RegExp[] = [];

	function subscription({ method, path, body }: ApiRequest): unknown {
		const id = path.split('/').at(-1);
		const known = subscriptions.find((one) => one.id === id);
		if (method === 'GET') return [...subscriptions];
		if (method === 'DELETE') subscriptions = subscriptions.filter((one) => one !== known);
		if (method === 'PUT') Object.assign(known ?? {}, body);
		if (method !== 'POST') return undefined;
		const one = { id: `subscription-${++made}`, ...body };
		subscriptions.push(one);
		return one;
	}

	function answerTo(request: ApiRequest): unknown {
		const { method, path, query } = request;
		if (refused.some((pattern) => pattern.test(`${method} ${path}`))) throw failure();
		if (path.startsWith('/core/v1/webhook/subscription')) return subscription(request);
		if (path === '/chat/v1/message') {
			return listOf(
				...messages.filter(({ sessionId = SESSION }) => sessionId === query?.SessionId),
			);
		}
		return path === '/chat/v2/session' ? listOf() : undefined;
	}

	const { api, requests } = answering(answerTo);
	return {
		api: { ...api, account: `account ${++accounts}` },
		key: `key ${accounts}`,
		messages,
		/** What the API refuses, by method and path. */
		refused,
		requests,
		/** The requests to these methods and paths. */
		to: (pattern: RegExp) =>
			requests.filter(({ method, path }) => pattern.test(`${method} ${path}`)),
		subscriptions: () => subscriptions,
	};
}

export type Account = ReturnType<typeof account>;
