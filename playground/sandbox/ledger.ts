import type { FastifyInstance, FastifyRequest } from 'fastify';

/** One request that reached the sandbox; the status is null until it is answered. */
export interface RecordedRequest {
	method: string;
	path: string;
	query: unknown;
	body: unknown;
	status: number | null;
}

/** Writes down every request in the order of arrival, without headers and with the key blotted out. */
export function keepLedger(server: FastifyInstance, apiKey: string): RecordedRequest[] {
	const ledger: RecordedRequest[] = [];
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
		};
		entries.set(request, entry);
		ledger.push(entry);
	});
	server.addHook('preHandler', async (request) => {
		const entry = entries.get(request);
		if (entry) entry.body = withoutKey(request.body);
	});
	server.addHook('onSend', async (request, reply) => {
		const entry = entries.get(request);
		if (entry) entry.status = reply.statusCode;
	});
	return ledger;
}
