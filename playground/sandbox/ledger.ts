import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Fault } from './faults';

/** One request that reached the sandbox; the status is null until it is answered. */
export interface RecordedRequest {
	method: string;
	path: string;
	query: unknown;
	body: unknown;
	status: number | null;
	/** Whether the account did what it asks, whatever the client got to know of it. */
	processed: boolean;
	/** What went wrong with it, where faults are switched on. */
	fault: Fault | null;
}

/** The requests that reached the sandbox, in the order of arrival. */
export interface Ledger {
	requests: RecordedRequest[];
	entryOf(request: FastifyRequest): RecordedRequest | undefined;
}

/** Writes down every request, without headers and with the key blotted out. */
export function keepLedger(server: FastifyInstance, apiKey: string): Ledger {
	const requests: RecordedRequest[] = [];
	const entries = new WeakMap<FastifyRequest, RecordedRequest>();
	const withoutKey = <Value>(value: Value): Value => {
		const text = JSON.stringify(value) as string | undefined;
		return text === undefined ? value : (JSON.parse(text.replaceAll(apiKey, '[key]')) as Value);
	};

	server.addHook('onRequest', async (request) => {
		const entry: RecordedRequest = {
			method: request.method,
			path: withoutKey(request.url.split('?')[0] ?? ''),
			query: withoutKey(request.query),
			body: undefined,
			status: null,
			processed: false,
			fault: null,
		};
		entries.set(request, entry);
		requests.push(entry);
	});
	server.addHook('preHandler', async (request) => {
		const entry = entries.get(request);
		if (entry) entry.body = withoutKey(request.body);
	});
	server.addHook('onSend', async (request, reply) => {
		const entry = entries.get(request);
		if (entry) entry.status = reply.statusCode;
	});
	return { requests, entryOf: (request) => entries.get(request) };
}
