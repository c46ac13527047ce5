import type { FastifyInstance } from 'fastify';
import { unauthorized } from './errors';

declare module 'fastify' {
	interface FastifyContextConfig {
		/** The route is none of the API's: its address itself is the permission. */
		keyless?: boolean;
	}
}

/** Refuses every request without the account's key, before anything else is looked at. */
export function requireKey(server: FastifyInstance, apiKey: string): void {
	server.addHook('onRequest', async ({ headers, routeOptions }) => {
		if (routeOptions.config.keyless) return;
		if (headers.authorization !== `Bearer ${apiKey}`) throw unauthorized();
	});
}
