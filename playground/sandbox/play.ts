import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Account } from './account';
import { invalid } from './errors';
import { conversations, writeAsContact } from './people';

const PAGE = join(__dirname, 'play.html');

/** A page on which a person plays the contacts of the account, and what the page asks for. */
export function servePlay(server: FastifyInstance, account: Account, notice: () => void): void {
	const keyless = { config: { keyless: true } };

	server.get('/play', keyless, async (_request, reply) =>
		reply.type('text/html; charset=utf-8').send(readFileSync(PAGE, 'utf8')),
	);

	server.get('/play/conversations', keyless, async () => conversations(account));

	server.post<{ Body?: { phone?: string; text?: string } }>(
		'/play/message',
		keyless,
		async ({ body }) => {
			const { phone, text } = body ?? {};
			if (!phone || !text) throw invalid({ body: ['phone and text are required.'] });
			const { id, sessionId } = writeAsContact(account, phone, { text });
			notice();
			return { id, sessionId };
		},
	);
}
