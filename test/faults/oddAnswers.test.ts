import { generate } from 'selfsigned';
import { createServer as createTlsServer } from 'node:tls';
import type { AddressInfo } from 'node:net';
import type { IDataObject } from 'n8n-workflow';
import { speedUp } from '../support/clock';
import { run, type Outcome } from '../support/engine';
import { answering, head, rawServer, type Odd } from '../support/rawServer';
import { scriptedApi } from '../support/scriptedApi';
import { FACTOR, TIMEOUT } from './support';

const ID = '3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10';
const KEY = 'pn_0123456789abcdef';
const HTML = ['Content-Type: text/html'];

/** Operations that stand for all of their kind. */
const OPERATIONS = {
	message: {
		resource: 'message',
		operation: 'sendText',
		sendTo: 'session',
		sessionId: ID,
		text: 'Bom dia!',
	},
	change: {
		resource: 'session',
		operation: 'update',
		sessionId: ID,
		updateFields: { status: 'COMPLETED' },
	},
	removal: { resource: 'tag', operation: 'delete', tagId: ID },
	read: { resource: 'session', operation: 'get', sessionId: ID },
	list: { resource: 'session', operation: 'getMany', returnAll: true },
} satisfies Record<string, IDataObject>;

type Kind = keyof typeof OPERATIONS;

const KINDS = Object.keys(OPERATIONS) as Kind[];

/** What an answer comes to: how often the request is sent, and what the item says. */
interface Told {
	requests: number;
	says: RegExp;
}

/** Once more at most, so that a request that is repeated can be told from one that is not. */
const RETRIES = 1;

const refused = (says: RegExp): Record<Kind, Told> => each(() => ({ requests: 1, says }));
const REFUSED = refused(/refused the request/);

/** May be done: a message is never repeated, everything else is where `again` allows it. */
const inDoubt = (says: RegExp, again = true): Record<Kind, Told> =>
	each((kind) => ({
		requests: kind === 'message' || !again ? 1 : 1 + RETRIES,
		says: new RegExp(says.source + DOUBT[kind]),
	}));

const DOUBT: Record<Kind, string> = {
	message: '; the request may have been sent$',
	change: '; the change may have been made$',
	removal: '; the change may have been made$',
	read: '$',
	list: '$',
};
const UNREADABLE = inDoubt(/gave no answer that can be read/);
const DECIDES_NOTHING = inDoubt(/gave no answer that can be read/, false);
const UNAVAILABLE = inDoubt(/not available right now/);
const SUCCESS = each(() => ({ requests: 1, says: /^$/ }));
const UNREADABLE_LIST: Told = { requests: 1, says: /no list that can be read/ };

function each(told: (kind: Kind) => Told): Record<Kind, Told> {
	return Object.fromEntries(KINDS.map((kind) => [kind, told(kind)])) as Record<Kind, Told>;
}

const json = (status: string, body: unknown, headers: string[] = []) =>
	answering(status, JSON.stringify(body), headers);
const envelope = { error: true, key: 'ENTITY_ERROR_SAVE', text: 'Não foi possível salvar' };
const WRONG_HOST = refused(/Base URL does not lead to the API/);
const REDIRECTED = refused(/Base URL leads to another address/);

const ANSWERS: Array<[string, Odd, Record<Kind, Told>]> = [
	// no by itself
	['401 without a body', answering('401 Unauthorized'), refused(/did not accept the API key/)],
	['403 in JSON', json('403 Forbidden', { text: 'Não pode' }), refused(/not allowed to do this/)],
	['403 of a firewall', answering('403 Forbidden', '<title>Blocked</title>', HTML), WRONG_HOST],
	[
		'404 in JSON',
		json('404 Not Found', { key: 'ENTITY_NOT_FOUND', text: 'Registro não encontrado' }),
		refused(/does not find what this item names/),
	],
	['404 of a web server', answering('404 Not Found', '<title>404</title>', HTML), WRONG_HOST],
	['405 of a web server', answering('405 Not Allowed', '<title>405</title>', HTML), WRONG_HOST],
	['413 of a web server', answering('413 Too Large', '<title>413</title>', HTML), REFUSED],
	['307', answering('307 Temporary Redirect', '', ['Location: http://127.0.0.1:1/']), REDIRECTED],
	['308', answering('308 Permanent Redirect', '', ['Location: http://127.0.0.1:1/']), REDIRECTED],
	[
		'302',
		answering('302 Found', '', ['Location: http://127.0.0.1:1/']),
		inDoubt(/Base URL leads to another address/, false),
	],
	// the API's own no
	['400 in the envelope', json('400 Bad Request', envelope), REFUSED],
	['400 with problem details', json('400 Bad Request', { title: 'Bad', status: 400 }), REFUSED],
	['409 in the envelope', json('409 Conflict', envelope), REFUSED],
	['422 with a text', json('422 Unprocessable', { text: 'Campo inválido' }), REFUSED],
	['500 in the envelope', json('500 Internal Server Error', envelope), REFUSED],
	[
		'a feature that is off',
		json('500 Internal Server Error', { key: 'X', text: 'O módulo não está habilitado' }),
		refused(/not enabled in the WTS Chat account/),
	],
	[
		'the closed window',
		json('400 Bad Request', { key: 'X', text: 'Fora da janela de 24 horas' }),
		{
			...refused(/refused the request/),
			message: { requests: 1, says: /refused the message/ },
		},
	],
	// an error inside a 200
	['200 with the envelope', json('200 OK', envelope), REFUSED],
	['200 with an error in words', json('200 OK', { error: 'Falhou' }), REFUSED],
	['200 with an error object', json('200 OK', { error: { message: 'Falhou' } }), REFUSED],
	['200 without success', json('200 OK', { success: false }), REFUSED],
	[
		'200 with a status and key',
		json('200 OK', { httpStatusCode: 'BadRequest', key: 'X' }),
		REFUSED,
	],
	['200 with problem details', json('200 OK', { title: 'Bad Request', status: 400 }), REFUSED],
	['200 with the problem of a 500', json('200 OK', { title: 'Oops', status: 500 }), UNAVAILABLE],
	// what decides nothing
	['400 without words', json('400 Bad Request', {}), DECIDES_NOTHING],
	[
		'400 of a web server',
		answering('400 Bad Request', '<title>400</title>', HTML),
		DECIDES_NOTHING,
	],
	[
		'an upgrade',
		(socket) => socket.write(head('101 Switching Protocols', ['Upgrade: x'])),
		DECIDES_NOTHING,
	],
	['304', answering('304 Not Modified'), DECIDES_NOTHING],
	['300', answering('300 Multiple Choices'), DECIDES_NOTHING],
	['418', answering('418 I am a teapot'), DECIDES_NOTHING],
	['499', answering('499 Client Closed Request'), DECIDES_NOTHING],
	['408', answering('408 Request Timeout'), UNAVAILABLE],
	['408 in the envelope', json('408 Request Timeout', envelope), UNAVAILABLE],
	['500 without words', json('500 Internal Server Error', {}), UNAVAILABLE],
	['500 of a web server', answering('500 Oops', '<title>Oops</title>', HTML), UNAVAILABLE],
	['500 with problem details', json('500 Oops', { title: 'Oops', status: 500 }), UNAVAILABLE],
	['500 of another gateway', json('500 Oops', { message: 'Internal server error' }), UNAVAILABLE],
	['501', answering('501 Not Implemented'), UNAVAILABLE],
	['502', answering('502 Bad Gateway', '<title>502</title>', HTML), UNAVAILABLE],
	['502 in the envelope', json('502 Bad Gateway', envelope), UNAVAILABLE],
	['503', json('503 Service Unavailable', {}), UNAVAILABLE],
	['504', answering('504 Gateway Timeout'), UNAVAILABLE],
	['520', answering('520 Unknown', '<title>520</title>', HTML), UNAVAILABLE],
	['522', answering('522 Connection timed out'), UNAVAILABLE],
	['524', answering('524 A timeout occurred'), UNAVAILABLE],
	// no JSON
	['a page with 200', answering('200 OK', '<title>Sign in</title>', HTML), UNREADABLE],
	['a text with 200', answering('200 OK', 'OK', ['Content-Type: text/plain']), UNREADABLE],
	['JSON that breaks off', answering('200 OK', '{"id": "3f1'), UNREADABLE],
	['two JSON values', answering('200 OK', '{"id":"1"}{"id":"2"}'), UNREADABLE],
	// no HTTP, or not all of it
	['a connection that ends', (socket) => socket.end(), UNREADABLE],
	['a connection that breaks', (socket) => socket.resetAndDestroy(), UNREADABLE],
	['other than HTTP', (socket) => socket.end('220 smtp ready\r\n\r\n'), UNREADABLE],
	['half a head', (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-'), UNREADABLE],
	[
		'half a body',
		(socket) => socket.end(`${head('200 OK', ['Content-Length: 99'])}{"id":`),
		UNREADABLE,
	],
	[
		'a length that is none',
		(socket) => socket.end(`${head('200 OK', ['Content-Length: x'])}{}`),
		UNREADABLE,
	],
	[
		'chunks that break off',
		(socket) => socket.end(`${head('200 OK', ['Transfer-Encoding: chunked'])}5\r\n{"id`),
		UNREADABLE,
	],
	[
		'bytes that are not packed',
		answering('200 OK', '{"id":"1"}', ['Content-Encoding: gzip']),
		UNREADABLE,
	],
	// success
	['204', answering('204 No Content'), { ...SUCCESS, list: UNREADABLE_LIST }],
	['200 without a body', answering('200 OK'), { ...SUCCESS, list: UNREADABLE_LIST }],
	['200 with null', answering('200 OK', 'null'), { ...SUCCESS, list: UNREADABLE_LIST }],
	['200 with a number', answering('200 OK', '1'), { ...SUCCESS, list: UNREADABLE_LIST }],
	['200 with {}', answering('200 OK', '{}'), { ...SUCCESS, list: UNREADABLE_LIST }],
	[
		'200 with an unknown record',
		json('200 OK', { id: 'x', novo: { a: [1] } }),
		{ ...SUCCESS, list: UNREADABLE_LIST },
	],
];

/** What never ends by itself: it takes the whole time limit, so two kinds of operations stand for all. */
const ENDLESS: Array<[string, Odd]> = [
	['silence', () => {}],
	['a head alone', (socket) => void socket.write(head('200 OK', ['Content-Length: 9']))],
	['a body that drips', (socket) => drip(socket, head('200 OK', ['Content-Length: 9999']), ' ')],
	['a head that drips', (socket) => drip(socket, 'HTTP/1.1 200 OK\r\nX-Slow: ', 'x')],
];

function drip(socket: Parameters<Odd>[0], start: string, drop: string): void {
	socket.write(start);
	const timer = setInterval(() => socket.write(drop), 50);
	socket.on('close', () => clearInterval(timer));
}

/** @param timeout seconds on the clock of the test */
async function runOn(url: string, kind: Kind, items = 2, timeout = 1): Promise<Outcome> {
	return await run({
		parameters: {
			...OPERATIONS[kind],
			requestOptions: { timeout, retries: RETRIES, concurrency: 1 },
		},
		items: Array.from({ length: items }, (_, n) => ({ n })),
		account: { url, apiKey: KEY },
		settings: { onError: 'continueRegularOutput' },
	});
}

/** Every item has to be there, once, in its order, with what it says; and the key nowhere. */
function expectTold(outcome: Outcome, says: RegExp, items = 2): void {
	expect(outcome.items.map(({ pairedItem }) => pairedItem)).toEqual(
		Array.from({ length: items }, (_, item) => ({ item })),
	);
	for (const { json } of outcome.items) expect(String(json.error ?? '')).toMatch(says);
	const all = JSON.stringify(outcome);
	for (const spelling of [KEY, btoa(KEY).slice(0, 20)]) expect(all).not.toContain(spelling);
}

describe.each(KINDS)('a %s that is answered with', (kind) => {
	let slowDown: () => void;
	beforeAll(() => (slowDown = speedUp(FACTOR)));
	afterAll(() => slowDown());

	test.each(ANSWERS)('%s', async (_, answer, told) => {
		const server = await rawServer(answer);
		const outcome = await runOn(`http://127.0.0.1:${server.port}`, kind, 2, TIMEOUT);
		await server.close();
		expectTold(outcome, told[kind].says);
		expect(server.requests).toBe(2 * told[kind].requests);
	});
});

describe.each(['message', 'read'] as const)('a %s that is answered without end by', (kind) => {
	test.each(ENDLESS)('%s', async (_, answer) => {
		const server = await rawServer(answer);
		const outcome = await runOn(`http://127.0.0.1:${server.port}`, kind, 1);
		await server.close();
		expectTold(outcome, UNREADABLE[kind].says, 1);
		expect(outcome.items[0]?.json.details).toMatchObject({
			description: expect.stringContaining('time-out'),
		});
		expect(server.requests).toBe(UNREADABLE[kind].requests);
	});
});

describe('nothing is sent over a connection that is not secure', () => {
	const SAYS = /could not be reached over a secure connection/;

	test.each<[string, Odd]>([
		['that is silent', () => {}],
		['that ends at once', (socket) => socket.end()],
		['that speaks plain http', answering('400 Bad Request')],
		['that speaks something else', (socket) => socket.end('220 smtp ready\r\n')],
	])('to a server %s', async (_, greet) => {
		const server = await rawServer(() => {}, greet);
		const outcome = await runOn(`https://127.0.0.1:${server.port}`, 'message', 1);
		await server.close();
		expectTold(outcome, SAYS, 1);
		expect(outcome.items[0]?.json.details).toMatchObject({
			description: expect.stringMatching(/^Nothing was sent\. Check the certificate/),
		});
		expect(server.requests).toBe(0);
	});

	test('to a server whose certificate nobody has signed', async () => {
		const { cert, private: key } = await generate([{ name: 'commonName', value: '127.0.0.1' }]);
		let bytes = 0;
		const server = createTlsServer({ cert, key }, (socket) => {
			socket.on('error', () => {});
			socket.on('data', ({ length }) => (bytes += length));
		});
		server.on('tlsClientError', () => {});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		const outcome = await runOn(`https://127.0.0.1:${port}`, 'message');
		await new Promise((resolve) => server.close(resolve));
		expectTold(outcome, SAYS);
		expect(bytes).toBe(0);
	});

	test('to an address where nobody listens', async () => {
		const server = await rawServer(() => {});
		await server.close();
		const outcome = await runOn(`http://127.0.0.1:${server.port}`, 'message');
		expectTold(outcome, /^WTS Chat could not be reached$/);
	});
});

describe('an answer that asks to wait', () => {
	test.each(['1000000000', new Date(Date.now() + 86_400_000).toUTCString()])(
		'without measure (%s) closes the account for no later run',
		async (retryAfter) => {
			let answer = answering('429 Too Many', '{}', [`Retry-After: ${retryAfter}`]);
			const server = await rawServer((socket) => answer(socket));
			const url = `http://127.0.0.1:${server.port}`;
			expectTold(await runOn(url, 'read', 1), /too many requests from this account/, 1);
			answer = json('200 OK', { id: ID });
			expectTold(await runOn(url, 'read'), /^$/);
			await server.close();
			expect(server.requests).toBe(3);
		},
	);

	test('after a fault is waited out, and said', async () => {
		const answers = [answering('503 Busy', '{}', ['Retry-After: 2']), json('200 OK', { id: ID })];
		const server = await rawServer((socket) => answers.shift()?.(socket));
		const outcome = await runOn(`http://127.0.0.1:${server.port}`, 'read', 1);
		await server.close();
		expectTold(outcome, /^$/, 1);
		expect(outcome.hints.join()).toMatch(/^Waited 2 s until WTS Chat took all requests/);
	});
});

describe('the API key that an answer repeats', () => {
	test.each<[string, string]>([
		['as it is', KEY],
		['in capitals', KEY.toUpperCase()],
		['in base64', btoa(KEY)],
		['in an address', encodeURIComponent(`Bearer ${KEY}`)],
		['where the text is cut', 'x'.repeat(192) + KEY],
	])('%s is in no error', async (_, said) => {
		for (const body of [
			said,
			JSON.stringify({ text: said, key: said, id: { shortValue: said } }),
		]) {
			for (const status of ['200 OK', '403 Forbidden', '500 Oops']) {
				const server = await rawServer(answering(status, body));
				const outcome = await runOn(`http://127.0.0.1:${server.port}`, 'message', 1);
				await server.close();
				if (outcome.items[0]?.json.error === undefined) continue;
				const told = JSON.stringify(outcome).toLowerCase();
				for (const part of [KEY.slice(0, 6), btoa(KEY).slice(0, 6).toLowerCase()]) {
					expect(told).not.toContain(part);
				}
			}
		}
	});
});

describe('a file storage', () => {
	const SIGNATURE = 'sig=aBcD1234efGh';

	test.each<[string, Odd, RegExp]>([
		[
			'that refuses',
			answering('403 Forbidden', `<Message>Not ${SIGNATURE}</Message>`, HTML),
			/^The file storage of WTS Chat did not take the file$/,
		],
		[
			'that leads elsewhere',
			answering('302 Found', '', ['Location: http://127.0.0.1:1/']),
			/^The file storage of WTS Chat did not take the file$/,
		],
		['that is silent', () => {}, /^The file storage of WTS Chat gave no answer$/],
		['that hangs up', (socket) => socket.end(), /^The file storage of WTS Chat gave no answer$/],
	])('%s is named, and nothing more is sent', async (_, answer, says) => {
		const storage = await rawServer(answer);
		const urlUpload = `http://127.0.0.1:${storage.port}/file?${SIGNATURE}`;
		const api = await scriptedApi({ json: { tempFileId: ID, urlUpload } });
		const outcome = await run({
			parameters: {
				resource: 'file',
				operation: 'upload',
				binaryPropertyName: 'data',
				requestOptions: { timeout: 1 },
			},
			binary: { data: { data: 'eA==', fileName: 'a.txt', mimeType: 'text/plain' } },
			account: { url: api.url, apiKey: KEY },
			settings: { onError: 'continueRegularOutput' },
		});
		await storage.close();
		expectTold(outcome, says, 1);
		expect(JSON.stringify(outcome)).not.toContain('aBcD1234');
		expect(storage.requests).toBe(1);
		expect(api.requests.map(({ method }) => method)).toEqual(['GET']);
	});
});

describe('a message', () => {
	const sent = { id: ID, status: 'QUEUED' };

	async function send(steps: unknown[], more: IDataObject = {}) {
		const api = await scriptedApi(...steps.map((json) => ({ json })));
		return await run({
			parameters: { ...OPERATIONS.message, ...more },
			account: { url: api.url, apiKey: KEY },
			settings: { onError: 'continueRegularOutput' },
		});
	}

	test.each([null, [], {}, 1])(
		'that was sent, and whose status is answered with %j, is told as sent',
		async (status) => {
			const outcome = await send([sent, status], { waitForDelivery: true, deliverySeconds: 1 });
			const told = JSON.stringify(outcome.items);
			expect(told).toMatch(/The message was sent, but its status cannot be read|timedOut/);
			expect(told).not.toMatch(/Cannot|undefined/);
		},
	);

	test.each<[unknown]>([
		[{ id: ID, status: 'FAILED' }],
		[{ id: ID, status: 'failed ' }],
		[{ id: ID, status: 'Rejected' }],
		[{ id: ID, status: 'UNDELIVERED' }],
		[[{ id: ID, status: 'FAILED' }]],
		[{ id: ID, status: 'FAILED', failedReason: { code: 1 } }],
	])('that fails at once is an error: %j', async (answer) => {
		for (const waitForDelivery of [false, true]) {
			const { items } = await send([answer], { waitForDelivery, deliverySeconds: 1 });
			expect(items[0]?.json.error).toBe('The message did not reach the contact');
			expect(JSON.stringify(items)).not.toContain('[object');
		}
	});

	test('whose failure repeats the key does not show it', async () => {
		const outcome = await send([{ id: ID, status: 'FAILED', failedReason: `bad key ${KEY}` }]);
		expectTold(outcome, /did not reach/, 1);
	});
});

describe('errors in the answer to a batch are those of their items', () => {
	test('of contacts', async () => {
		const contacts = [
			{ id: 'a', email: 'ANA@example.com' },
			{ error: true, text: 'Bloqueado', email: 'bia@example.com' },
		];
		const api = await scriptedApi({ json: contacts });
		const { items } = await run({
			parameters: {
				resource: 'contact',
				operation: 'upsert',
				options: { batching: true },
				additionalFields: { email: '={{ $json.email }}' },
			},
			items: [{ email: 'Ana@Example.com' }, { email: 'bia@example.com' }],
			account: { url: api.url, apiKey: KEY },
			settings: { onError: 'continueRegularOutput' },
		});
		expect(items.map(({ json }) => json.error ?? json.id)).toEqual([
			'a',
			'WTS Chat refused this item of the request',
		]);
		expect(JSON.stringify(items[1])).toContain('Bloqueado');
	});
});

describe('every item has its own', () => {
	const TAGGED = { contactId: ID, tagOperation: 'InsertIfNotExists', tagIds: [ID] };

	test.each<[string, IDataObject]>([
		['Session: Get', OPERATIONS.read],
		['Message: Get Status', { resource: 'message', operation: 'getStatus', messageId: ID }],
		['User: Get', { resource: 'user', operation: 'get', userId: ID }],
		['Office Hours: Get', { resource: 'officeHours', operation: 'get' }],
		['Contact: Update Tags', { resource: 'contact', operation: 'updateTags', ...TAGGED }],
	])('%s, answered with an empty list', async (_, parameters) => {
		const api = await scriptedApi({ json: [] });
		const outcome = await run({
			parameters,
			items: [{}, {}, {}],
			account: { url: api.url, apiKey: KEY },
			settings: { onError: 'continueRegularOutput' },
		});
		expect(outcome.items.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2].map((item) => ({ item })),
		);
	});
});

describe('the limit of a list', () => {
	const page = { items: Array.from({ length: 100 }, (_, id) => ({ id })), totalItems: 100 };

	async function readWith(limit: number | string) {
		const api = await scriptedApi({ json: page });
		return await run({
			parameters: { ...OPERATIONS.list, returnAll: false, limit },
			account: { url: api.url, apiKey: KEY },
		});
	}

	test.each([-1, 0, 2.7])('%d is refused', async (limit) => {
		const { error } = await readWith(limit);
		expect(error?.message).toBe("'Limit' has to be a whole number from 1 on");
	});

	test.each([
		[7, 7],
		['={{ undefined }}', 50],
	])('%s reads %i', async (limit, count) => {
		expect((await readWith(limit)).items).toHaveLength(count);
	});
});

describe('steps of a panel', () => {
	const many = { resource: 'panel', operation: 'getManySteps', panelId: ID, returnAll: true };
	const readFrom = async (json: unknown) => {
		const api = await scriptedApi({ json });
		return await run({ parameters: many, account: { url: api.url, apiKey: KEY } });
	};

	test('with an entry that is nothing are read', async () => {
		const { items } = await readFrom({ steps: [{ id: 'b', position: 2 }, null, { id: 'a' }] });
		expect(items.map(({ json }) => json.id)).toEqual(['a', 'b']);
	});

	test.each([null, {}, [], { steps: null }, { steps: {} }])('in %j are no list', async (json) => {
		expect((await readFrom(json)).error?.message).toBe('WTS Chat gave no list that can be read');
	});
});

describe('an upload', () => {
	test.each([null, {}, { tempFileId: ID, urlUpload: 5 }, { urlUpload: 'https://127.0.0.1' }])(
		'without a place (%j) is an error',
		async (json) => {
			const api = await scriptedApi({ json });
			const { error } = await run({
				parameters: { resource: 'file', operation: 'upload', binaryPropertyName: 'data' },
				binary: { data: { data: 'eA==', fileName: 'a.txt', mimeType: 'text/plain' } },
				account: { url: api.url, apiKey: KEY },
			});
			expect(error?.message).toBe('WTS Chat gave no address to upload the file to');
		},
	);
});
