import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Account } from './account';
import { invalid } from './errors';
import { conversations, writeAsContact } from './actors';

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
			const { id, sessionId } = writeAsContact(account, numberIn(phone), { text });
			notice();
			return { id, sessionId };
		},
	);
}

/**
 * The number as a person types it, in digits with its country code, or the `@user` of Instagram. With
 * the reading of the nodes, the sandbox would share their mistakes; this one is small and its own.
 */
function numberIn(typed: string): string {
	const text = typed.replace(/\p{Cf}/gu, '').trim();
	if (/^@[\w.]+$/.test(text)) return text;
	const digits = text.replace(/\D/g, '').replace(/^00/, '');
	const isComplete = /^\W*(\+|00)/.test(text) || /^[1-9]\d{11}/.test(digits);
	const number = isComplete ? digits.replace(/^550/, '55') : digits.replace(/^0?/, '55');
	const isNumber = /^[\d\s+().|\p{Pd}]+$/u.test(text);
	if (isNumber && /^(55\d{10,11}|(?!55)[1-9]\d{6,14})$/.test(number)) return number;
	throw invalid({ phone: [`${typed} is no phone number; write it like +55 11 90000-0001.`] });
}
