import fastify, { type FastifyInstance } from 'fastify';
import type { Account } from './account';
import { readBodies } from './body';
import { answer } from './contract';
import { ApiError, problem, sandboxFailure } from './errors';
import { requireKey } from './key';
import { keepLedger, type RecordedRequest } from './ledger';
import { readQuery, type RawQuery } from './query';
import { takeUploads } from './storage';

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

function answerOperations(server: FastifyInstance, account: Account): void {
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
		return reply.code(status).send(body);
	});
}

/** The server over one account, not listening yet, and the ledger of what will reach it. */
export function buildServer(
	account: Account,
	apiKey: string,
): { server: FastifyInstance; requests: RecordedRequest[] } {
	const server = fastify({
		forceCloseConnections: true,
		routerOptions: { querystringParser: (search): RawQuery => readQuery(search) },
	});
	const requests = keepLedger(server, apiKey);
	requireKey(server, apiKey);
	answerErrors(server);
	readBodies(server);
	takeUploads(server, account);
	answerOperations(server, account);
	return { server, requests };
}
