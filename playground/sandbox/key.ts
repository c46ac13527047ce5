import type { FastifyInstance } from 'fastify';
import { unauthorized } from './errors';

/** Refuses every request without the account's key, before anything else is looked at. */
export function requireKey(server: FastifyInstance, apiKey: string): void {
	server.addHook('onRequest', async ({ headers }) => {
		if (headers.authorization !== `Bearer ${apiKey}`) throw unauthorized();
	});
}
