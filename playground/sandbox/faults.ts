import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError, platformError } from './errors';
import { tooManyRequests } from './limits';

/** What can go wrong with a request. */
export type Fault =
	| '429'
	| '429 with seconds'
	| '429 with a date'
	| '500 with a key'
	| '502'
	| '503'
	| '504'
	| 'reset before'
	| 'reset after'
	| 'hang before'
	| 'hang after'
	| 'slow body'
	| 'truncated JSON'
	| 'error in a 200'
	| 'empty 200'
	| 'repeated page'
	| 'endless pages';

/** A fault that happens by chance. */
export interface FaultRule {
	fault: Fault;
	/** The part of the requests that it hits: 0.05 is one in twenty. */
	rate: number;
	/** Only requests whose "METHOD /path" matches. */
	on?: RegExp;
}

/** Bad conditions: some of everything that a client has to bear. */
export const STORM: FaultRule[] = [
	{ fault: '429', rate: 0.05 },
	{ fault: '503', rate: 0.05 },
	{ fault: 'reset before', rate: 0.02 },
	{ fault: 'reset after', rate: 0.02 },
	{ fault: 'hang before', rate: 0.005 },
	{ fault: 'hang after', rate: 0.005 },
];

/** The faults of a sandbox. Their chances come from a seed, so a run can be repeated. */
export class Faults {
	private readonly chance: () => number;

	/** @param rules may be changed while the sandbox runs */
	constructor(
		public rules: FaultRule[] = [],
		seed = 1,
	) {
		this.chance = mulberry32(seed);
	}

	/** The fault that hits this request, if any. */
	draw(method: string, path: string): Fault | undefined {
		const rules = this.rules.filter(({ on }) => !on || on.test(`${method} ${path}`));
		if (rules.length === 0) return undefined;
		let left = this.chance();
		return rules.find(({ rate }) => (left -= rate) < 0)?.fault;
	}
}

/** The generator of that name: small, and the same numbers from the same seed everywhere. */
function mulberry32(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

const NEVER = new Promise<never>(() => undefined);

const gateway = (status: number) =>
	new ApiError(
		status,
		{},
		`<html><head><title>${status} Gateway</title></head><body>nginx</body></html>`,
	);

/** What keeps a request from being processed. */
async function before(fault: Fault, request: FastifyRequest, reply: FastifyReply): Promise<void> {
	switch (fault) {
		case '429':
			throw tooManyRequests();
		case '429 with seconds':
			reply.header('retry-after', '2');
			throw tooManyRequests();
		case '429 with a date':
			reply.header('retry-after', new Date(Date.now() + 2_000).toUTCString());
			throw tooManyRequests();
		case '500 with a key':
			throw platformError(500, 'FORM_ERROR', 'Registro inválido');
		case '502':
		case '503':
		case '504':
			await reply
				.code(Number(fault))
				.type('text/html')
				.send(gateway(Number(fault)).message);
			return;
		case 'reset before':
			request.raw.socket.destroy();
			return await NEVER;
		case 'hang before':
			return await NEVER;
		case 'error in a 200':
			await reply.code(200).send(platformError(500, 'FORM_ERROR', 'Registro inválido').body);
			return;
		case 'empty 200':
			await reply.code(200).send();
			return;
		case 'repeated page': {
			const query = request.query as Record<string, string>;
			if (query.PageNumber !== undefined) query.PageNumber = '1';
			return;
		}
		default:
	}
}

/** What spoils the answer to a request that was processed. */
async function after(
	fault: Fault,
	request: FastifyRequest,
	reply: FastifyReply,
	payload: unknown,
): Promise<unknown> {
	const text = typeof payload === 'string' ? payload : '';
	switch (fault) {
		case 'reset after':
			request.raw.socket.destroy();
			return await NEVER;
		case 'hang after':
			return await NEVER;
		case 'truncated JSON':
			reply.removeHeader('content-length');
			return text.slice(0, Math.floor(text.length / 2));
		case 'endless pages':
			return text && JSON.stringify(withoutEnd(JSON.parse(text) as Record<string, unknown>));
		case 'slow body':
			reply.hijack();
			await trickle(reply, text);
			return undefined;
		default:
			return payload;
	}
}

/** A page that says there is more for ever, with records that were not there before. */
function withoutEnd(page: Record<string, unknown>): Record<string, unknown> {
	const items = Array.isArray(page.items) ? page.items : [];
	const records = items.length > 0 ? items : [{}];
	return {
		...page,
		items: records.map((record: object) => ({ ...record, id: randomUUID() })),
		hasMorePages: true,
	};
}

/** The head at once, then the body in pieces that never come to its end. */
async function trickle({ raw }: FastifyReply, text: string): Promise<void> {
	raw.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length + 1 });
	for (const letter of text) {
		if (raw.destroyed) return;
		raw.write(letter);
		await sleep(20);
	}
}

/** Lets faults happen to the requests, and tells `notice` which hit which. */
export function injectFaults(
	server: FastifyInstance,
	faults: Faults,
	notice: (request: FastifyRequest, fault: Fault) => void,
): void {
	const drawn = new WeakMap<FastifyRequest, Fault>();

	server.addHook('preHandler', async (request, reply) => {
		const fault = faults.draw(request.method, request.url.split('?')[0] ?? '');
		if (!fault) return;
		drawn.set(request, fault);
		notice(request, fault);
		await before(fault, request, reply);
	});
	server.addHook('onSend', async (request, reply, payload) => {
		const fault = drawn.get(request);
		return fault ? await after(fault, request, reply, payload) : payload;
	});
}
