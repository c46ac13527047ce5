import { setTimeout as sleep } from 'node:timers/promises';
import fastify, { type FastifyInstance } from 'fastify';
import type { Account } from './account';
import { readBodies } from './body';
import { answer } from './contract';
import { ApiError, problem, sandboxFailure } from './errors';
import type { Events } from './events';
import { injectFaults, type Faults } from './faults';
import { requireKey } from './key';
import { keepLedger, type Ledger, type RecordedRequest } from './ledger';
import { keepLimits, type Limits } from './limits';
import { readQuery, type RawQuery } from './query';
import { servePlay } from './play';
import { serveFiles, takeUploads } from './storage';

function asApiError(error: Error & { statusCode?: number }): ApiError {
	if (error instanceof ApiError) return error;
	const isRefusal = error.statusCode !== undefined && error.statusCode < 500;
	return isRefusal ? problem(error.statusCode!, error.message) : sandboxFailure(error.message);
}

function answerErrors(server: FastifyInstance): void {
	server.setErrorHandler<Error>((error, _request, reply) => {
		const { status, body } = asApiError(error);
		return reply.code(status).send(body);
	});
}

function answerOperations(
	server: FastifyInstance,
	account: Account,
	{ entryOf }: Ledger,
	events: Events,
): void {
	server.all('/*', async (request, reply) => {
		const { status, body } = await answer(
			{
				method: request.method,
				path: request.url.split('?')[0] ?? '',
				headers: {},
				query: request.query as Record<string, string>,
				body: request.body,
			},
			account,
		);
		const entry = entryOf(request);
		if (entry) entry.processed = status < 300;
		events.notice();
		return reply.code(status).send(body);
	});
}

/** What makes the sandbox less than friendly. */
export interface Conditions {
	limits?: Limits;
	faults: Faults;
	/** Milliseconds that every answer takes. */
	latencyMs: number;
}

/**
 * The server over one account, not listening yet, and the ledger of what will reach it.
 *
 * @param events told after every request that may have changed the account
 */
export function buildServer(
	account: Account,
	apiKey: string,
	{ limits, faults, latencyMs }: Conditions,
	events: Events,
): { server: FastifyInstance; requests: RecordedRequest[] } {
	const server = fastify({
		forceCloseConnections: true,
		routerOptions: { querystringParser: (search): RawQuery => readQuery(search) },
	});
	const ledger = keepLedger(server, apiKey);
	requireKey(server, apiKey);
	if (limits) keepLimits(server, limits);
	if (latencyMs > 0) server.addHook('preHandler', async () => await sleep(latencyMs));
	answerErrors(server);
	readBodies(server);
	injectFaults(server, faults, (request, fault) => {
		const entry = ledger.entryOf(request);
		if (entry) entry.fault = fault;
	});
	takeUploads(server, account);
	serveFiles(server, account);
	servePlay(server, account, events);
	answerOperations(server, account, ledger, events);
	return { server, requests: ledger.requests };
}
