import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { ApiRequest } from '../../../nodes/WtsChat/transport/contract';
import {
	apiError,
	DeliveryError,
	editorError,
	isModuleOff,
	storageError,
	isNotFound,
	sentence,
} from '../../../nodes/WtsChat/transport/errors';
import type { Refusal } from '../../../nodes/WtsChat/transport/outcome';
import { say } from '../../../nodes/WtsChat/values/sentence';
import { NODE } from './support';

type Failure = Parameters<typeof apiError>[2];

const refused = (status: number, more: Partial<Refusal> = {}): Refusal => ({
	kind: 'refused',
	status,
	...more,
});
const lost: Failure = { kind: 'lost', reason: 'time-out' };
const unreached: Failure = { kind: 'unreached', reason: 'ECONNREFUSED' };

const request = (method: ApiRequest['method'], subject?: string): ApiRequest => ({
	method,
	path: '/x',
	subject,
});

const errorFor = (failure: Failure, method: ApiRequest['method'] = 'GET', subject?: string) =>
	apiError(NODE, request(method, subject), failure);

describe('what a request without an answer says', () => {
	test('nothing was sent when it never arrived', () => {
		for (const method of ['GET', 'POST', 'PUT', 'DELETE'] as const) {
			expect(errorFor(unreached, method)).toMatchObject({
				message: 'WTS Chat could not be reached',
				description:
					"Nothing was sent. Check the credential's Base URL and this n8n's network. (ECONNREFUSED)",
			});
		}
	});

	test.each([
		['GET', '', 'Try again later.'],
		[
			'POST',
			'; the request may have been sent',
			'Look in WTS Chat whether it happened before you run this again.',
		],
		[
			'PUT',
			'; the change may have been made',
			'Look in WTS Chat whether it happened before you run this again.',
		],
		[
			'DELETE',
			'; the change may have been made',
			'Look in WTS Chat whether it happened before you run this again.',
		],
	] as const)('what is in doubt about a %s', (method, doubt, remedy) => {
		expect(errorFor(lost, method)).toMatchObject({
			message: `WTS Chat gave no answer that can be read${doubt}`,
			description: `${remedy} (time-out)`,
		});
		for (const status of [408, 500, 504, 524]) {
			const failure: Failure = { kind: 'lost', reason: `HTTP ${status}: Busy`, status };
			expect(errorFor(failure, method)).toMatchObject({
				message: `WTS Chat is not available right now${doubt}`,
				description: `${remedy} (HTTP ${status}: Busy)`,
				httpCode: String(status),
			});
		}
		for (const status of [304, 400, 409, 499]) {
			const failure: Failure = { kind: 'lost', reason: `HTTP ${status}`, status };
			expect(errorFor(failure, method).message).toBe(
				`WTS Chat gave no answer that can be read${doubt}`,
			);
		}
	});

	test('a search is in no doubt, although it is a POST', () => {
		const search: ApiRequest = { method: 'POST', path: '/x', readOnly: true };
		expect(apiError(NODE, search, lost)).toMatchObject({
			message: 'WTS Chat gave no answer that can be read',
			description: 'Try again later. (time-out)',
		});
	});

	test.each([
		['tls', /secure connection$/, /^Nothing was sent\. Check the certificate of .*Base URL/],
		['key', /^The API key holds a character/, /^Nothing was sent\. Copy the API key/],
	] as const)('what is at fault is named: %s', (fault, message, remedy) => {
		const error = errorFor({ ...unreached, fault } as Failure, 'POST');
		expect(error.message).toMatch(message);
		expect(error.description).toMatch(remedy);
	});
});

describe('what a refusal says', () => {
	test.each<[number, Partial<Refusal>, string, string]>([
		[
			401,
			{},
			'WTS Chat did not accept the API key',
			'Check the API key in the credential, or create a new one in WTS Chat under Ajustes → Integrações → Integração via API. The key may also not be allowed to use this feature.',
		],
		[
			403,
			{},
			'The API key is not allowed to do this',
			'Use a key of the WTS Chat account that may use this feature.',
		],
		[
			429,
			{},
			'WTS Chat is receiving too many requests from this account',
			'An account may make 200 requests in 5 seconds and 1,000 in 5 minutes, all integrations together, and send 1,000 messages in 2 minutes. Try again in some minutes.',
		],
		[404, {}, 'WTS Chat does not find what this item names', 'Check the IDs of the item.'],
		[
			500,
			{ key: 'FORM_ERROR', text: 'Registro não encontrado' },
			'WTS Chat does not find what this item names',
			'Check the IDs of the item.',
		],
		[
			400,
			{ text: 'O módulo não está habilitado' },
			'This feature is not enabled in the WTS Chat account',
			'Ask the administrator of the account to enable it.',
		],
		[400, {}, 'WTS Chat refused the request', 'Check the fields.'],
		[422, {}, 'WTS Chat refused the request', 'Check the fields.'],
		[200, { key: 'FORM_ERROR' }, 'WTS Chat refused the request', 'Check the fields.'],
		[500, { key: 'FORM_ERROR' }, 'WTS Chat refused the request', 'Check the fields.'],
	])('status %i with %j', (status, more, message, remedy) => {
		const error = errorFor(refused(status, more), 'POST');
		expect(error.message).toBe(message);
		expect(error.description?.startsWith(`${remedy} WTS Chat `)).toBe(true);
	});

	test.each([300, 301, 302, 303, 307, 308])('a redirect (%i) is a wrong Base URL', (status) => {
		expect(errorFor(refused(status))).toMatchObject({
			message: 'The Base URL leads to another address',
			description: `Check the credential's Base URL. WTS Chat gives no reason (HTTP ${status}).`,
		});
	});

	test.each([
		[301, '; the request may have been sent'],
		[303, '; the request may have been sent'],
		[307, ''],
		[308, ''],
	])('a message that is redirected with %i may have been taken first', (status, doubt) => {
		expect(errorFor(refused(status), 'POST').message).toBe(
			`The Base URL leads to another address${doubt}`,
		);
	});

	test.each([403, 404, 405])('a page with %i comes from another host', (status) => {
		expect(errorFor(refused(status, { foreign: true, text: 'Not Found' }))).toMatchObject({
			message: 'The Base URL does not lead to the API of WTS Chat',
			description: expect.stringMatching(/^Something else answers there, or on the way\. Check /),
		});
	});

	test.each([
		'Fora da janela de 24 horas',
		'A janela de atendimento está fechada',
		'Re-engagement message',
		'Reengagement message',
		'Passaram mais de 24h',
		'Passaram mais de 24 hs',
		'Depois de 24 horas só vai um modelo',
		'Fora do prazo de 24 hora',
		'Outside of the 24 hour period',
		'(#131047) Message failed to send because more than 24 hours have passed',
	])('that the 24 hours are over ("%s") says to use a template', (text) => {
		for (const path of ['/chat/v1/send/text', '/chat/v1/session/1/message']) {
			const error = apiError(NODE, { method: 'POST', path }, refused(400, { text }));
			expect(error.message).toBe('WTS Chat refused the message');
			expect(error.description).toContain("Use 'Send Template'");
			expect(error.description).toContain(text);
		}
	});

	test('the fields it is about are named', () => {
		const subject = "'Session'";
		expect(errorFor(refused(404), 'PUT', subject).description).toMatch(/^Check 'Session'\. /);
		expect(errorFor(refused(400), 'PUT', subject).description).toMatch(
			/^Check 'Session' and the other fields\. /,
		);
	});

	test("the API's own words are quoted, with what its support asks for", () => {
		const { description, httpCode, context } = errorFor(
			refused(400, { key: 'INVALID', text: 'Campo inválido', supportId: '3f6d1c9a' }),
		);
		expect(description).toBe(
			'Check the fields. WTS Chat says: "Campo inválido" (HTTP 400, INVALID, support ID 3f6d1c9a).',
		);
		expect(httpCode).toBe('400');
		expect(context.data).toEqual({ httpStatus: 400, key: 'INVALID', supportId: '3f6d1c9a' });
	});

	test('a request without an answer has neither status nor key', () => {
		const { httpCode, context } = errorFor(lost);
		expect(httpCode).toBeNull();
		expect(context.data).toEqual({});
	});
});

test("an error of the editor is a node's error that says all in its message", () => {
	const error = editorError(NODE, errorFor(refused(403)));
	expect(error).toBeInstanceOf(NodeOperationError);
	expect(error.message).toBe(
		'The API key is not allowed to do this. Use a key of the WTS Chat account that may use this feature. WTS Chat gives no reason (HTTP 403).',
	);
});

test('an error of the editor without a description is its message alone', () => {
	const error = new NodeApiError(NODE, {}, { message: 'Busy', description: '' });
	expect(editorError(NODE, error).message).toBe('Busy');
});

test('a message that was not delivered tells why, what to do, and what is known of it', () => {
	const error = new DeliveryError(say`Not delivered`, 'Write again.', { id: '1' });
	expect(error).toBeInstanceOf(Error);
	expect(error).toMatchObject({
		message: 'Not delivered',
		remedy: 'Write again.',
		data: { id: '1' },
	});
});

describe('"not found"', () => {
	test.each<[string, Refusal]>([
		['404', refused(404)],
		['404 with any text', refused(404, { key: 'OTHER', text: 'Canal não encontrado' })],
		['FORM_ERROR', refused(500, { key: 'FORM_ERROR', text: 'Registro não encontrado' })],
		['ENTITY_NOT_FOUND', refused(400, { key: 'ENTITY_NOT_FOUND', text: 'Nota não encontrada.' })],
		['plain letters', refused(500, { key: 'FORM_ERROR', text: 'CONTATO NAO ENCONTRADO' })],
		[
			'a channel of something',
			refused(500, { key: 'FORM_ERROR', text: 'Nó do canal não encontrado' }),
		],
	])('is said by %s', (_, outcome) => {
		expect(isNotFound(outcome)).toBe(true);
	});

	test.each<[string, Parameters<typeof isNotFound>[0]]>([
		['an answer', { kind: 'answered', body: {} }],
		['no answer', lost],
		['what may have come from elsewhere', { ...lost, status: 404 } as Failure],
		['another status', refused(400)],
		['the key alone', refused(500, { key: 'ENTITY_NOT_FOUND' })],
		['the text alone', refused(500, { text: 'Registro não encontrado' })],
		['another key', refused(500, { key: 'OTHER', text: 'Registro não encontrado' })],
		['another text', refused(500, { key: 'FORM_ERROR', text: 'Registro inválido' })],
		['a longer text', refused(500, { key: 'FORM_ERROR', text: 'Não encontrado o campo' })],
		['a missing channel', refused(500, { key: 'FORM_ERROR', text: 'Canal não encontrado' })],
	])('is not said by %s', (_, outcome) => {
		expect(isNotFound(outcome)).toBe(false);
	});
});

test.each([
	['O módulo não está habilitado', true],
	['Funcionalidade NAO ESTA HABILITADA para a conta', true],
	['O módulo está habilitado', false],
	['Não encontrado', false],
	[undefined, false],
])('"%s" says that a feature is off: %s', (text, off) => {
	expect(isModuleOff(refused(400, { text }))).toBe(off);
});

test('what only speaks of a window or of 24 hours is not taken for the closed one', () => {
	const text = 'A janela de manutenção dura 24 horas';
	const others: ApiRequest[] = [
		{ method: 'PUT', path: '/crm/v2/panel/card/1' },
		{ method: 'POST', path: '/crm/v2/panel/card' },
		{ method: 'GET', path: '/chat/v1/message/1' },
	];
	for (const other of others) {
		const { message } = apiError(NODE, other, refused(400, { text }));
		expect(message).toBe('WTS Chat refused the request');
	}
	const send: ApiRequest = { method: 'POST', path: '/chat/v1/send/text' };
	for (const status of [401, 403, 404, 429]) {
		expect(apiError(NODE, send, refused(status, { text })).description).not.toContain('Template');
	}
});

describe('the file storage', () => {
	test.each<[Failure, string]>([
		[unreached, 'The file storage of WTS Chat could not be reached'],
		[lost, 'The file storage of WTS Chat gave no answer'],
		[refused(403), 'The file storage of WTS Chat did not take the file'],
		[refused(302), 'The file storage of WTS Chat did not take the file'],
	])('is named in an error of its own: %j', (failure, message) => {
		const error = storageError(NODE, failure);
		expect(error.message).toBe(message);
		expect(error.description).toContain('nothing was sent to a contact');
	});
});

test.each([
	['It failed', 'It failed.'],
	['It failed.', 'It failed.'],
	['Did it fail?', 'Did it fail?'],
	['It failed. Nothing was sent', 'It failed. Nothing was sent.'],
	['It says: "No"', 'It says: "No".'],
	['It says: "No."', 'It says: "No."'],
	['It says: "No…"', 'It says: "No…"'],
	['Look (there)', 'Look (there).'],
])('%j as a sentence is %j', (text, whole) => {
	expect(sentence(text)).toBe(whole);
	expect(sentence(whole)).toBe(whole);
});
