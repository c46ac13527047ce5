import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Account } from '../account';
import { transcribe } from '../actors';
import { unknownPath } from '../errors';
import type { Events } from '../events';
import { closeWindow } from '../time';
import { actions, textIn, type Given } from './actions';
import { deliver, viewOf } from './view';

const PAGE = join(__dirname, 'page');
const FILES = readdirSync(PAGE);

const TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
};

const MOST_BYTES = 30 * 1024 ** 2;

/** How long the account listens to an audio before its words are known. */
const LISTENING_MS = 1_500;

/** A page on which a person plays the contacts of the account and its team, and what the page asks for. */
export function servePlay(server: FastifyInstance, account: Account, events: Events): void {
	const config = { keyless: true };
	const spoken = new Map<string, string>();

	/** What was sent has arrived, and what was said is written down, when somebody looks. */
	function letTimeWork(): void {
		deliver(account);
		for (const { id, createdAt } of account.messages) {
			const text = spoken.get(id);
			if (text === undefined || Date.now() - Date.parse(createdAt) < LISTENING_MS) continue;
			transcribe(account, id, text);
			spoken.delete(id);
		}
		events.notice();
	}

	server.get('/play', { config }, async (_request, reply) =>
		reply.type(TYPES['.html']!).send(readFileSync(join(PAGE, 'index.html'))),
	);

	server.get<{ Params: { file: string } }>(
		'/play/page/:file',
		{ config },
		async ({ params: { file } }, reply) => {
			if (!FILES.includes(file)) throw unknownPath();
			return reply.type(TYPES[extname(file)]!).send(readFileSync(join(PAGE, file)));
		},
	);

	server.get('/play/now', { config }, async () => {
		letTimeWork();
		return viewOf(account);
	});

	server.post<{ Body?: Given }>('/play/close-window', { config }, async ({ body = {} }) => {
		closeWindow(account, textIn(body, 'sessionId'));
		events.overlook();
		return {};
	});

	server.post<{ Params: { action: string }; Body?: Given }>(
		'/play/:action',
		{ config, bodyLimit: MOST_BYTES },
		async ({ params, body = {} }) => {
			const act = Object.hasOwn(actions, params.action) ? actions[params.action] : undefined;
			if (!act) throw unknownPath();
			const message = act(account, body);
			if (message && body.spoken) spoken.set(message.id, textIn(body, 'spoken'));
			events.notice();
			return message ? { id: message.id, sessionId: message.sessionId } : {};
		},
	);
}
