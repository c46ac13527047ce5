import fc from 'fast-check';
import type { IN8nHttpFullResponse } from 'n8n-workflow';
import { judgeAnswer, judgeFailure, judgeUpload } from '../../../nodes/WtsChat/transport/outcome';
import { maskOf } from '../../../nodes/WtsChat/transport/secrets';
import { runs } from '../../support/runs';

const NOW = Date.UTC(2026, 9, 21, 7, 28);

jest.useFakeTimers({ now: NOW });

const RUNS = runs(50);

function answer(statusCode: number, body: unknown, headers = {}) {
	return judgeAnswer({ statusCode, body, headers } as IN8nHttpFullResponse);
}

function uploaded(statusCode: number, body: unknown) {
	return judgeUpload({ statusCode, body, headers: {} } as IN8nHttpFullResponse);
}

const envelope = {
	id: { value: '3f6d1c9a-0b2e-4a57-8c1d-9e0f1a2b3c4d', shortValue: '3f6d1c9a' },
	httpStatusCode: 'INTERNALSERVERERROR',
	error: true,
	key: 'FORM_ERROR',
	text: 'Registro não encontrado',
};

describe('what an answer of the API counts as', () => {
	test.each([200, 201, 204, 299])('a record with status %i is an answer', (status) => {
		expect(answer(status, { id: '1' })).toEqual({ kind: 'answered', body: { id: '1' } });
	});

	test('no other status is ever an answer, whatever comes with it', () => {
		const status = fc.oneof(fc.integer({ min: 100, max: 199 }), fc.integer({ min: 300, max: 599 }));
		const body = fc.oneof(fc.object(), fc.string(), fc.constant(null));
		fc.assert(
			fc.property(status, body, (statusCode, sent) => {
				expect(answer(statusCode, sent).kind).not.toBe('answered');
			}),
			{ ...RUNS, examples: [[199, {}] as never, [300, {}] as never] },
		);
	});

	test.each([
		['an object', { id: '1' }],
		['a list', [{ id: '1' }]],
		['an empty list', []],
		['a list of which one failed', [{ id: '1' }, { error: true }]],
		['no body', undefined],
		['an empty body', ''],
		['a blank body', ' \r\n'],
		['an object whose error is false', { error: false }],
	])('%s in a 200 is an answer', (_, body) => {
		expect(answer(200, body)).toEqual({ kind: 'answered', body });
	});

	test.each<[string, object]>([
		["the API's envelope", envelope],
		['a truth', { error: true }],
		['a sentence', { error: 'Não foi possível' }],
		['an object', { error: { message: 'Não foi possível' } }],
		['success that is false', { success: false }],
		['a status with a key', { httpStatusCode: 'NotFound', key: 'ENTITY_NOT_FOUND' }],
		['a status of 400', { statusCode: 400, message: 'Campo inválido' }],
		['problem details', { type: 'about:blank', title: 'Bad Request', status: 400 }],
		['errors without a record', { errors: [{ message: 'Campo inválido' }] }],
		['errors beside an empty list', { items: [], errors: ['x'] }],
		['an error in a list', [envelope]],
		['a status in digits', { statusCode: '400', message: 'x' }],
		['a status without more', { status: 400, message: 'x' }],
		['problem details in digits', { title: 'Bad', status: '400' }],
		['the name of a status', { httpStatusCode: 'BadRequest' }],
		['success in words', { success: 'false' }],
		['success in capitals', { Success: false, Message: 'x' }],
		['another success', { isSuccess: false }],
		['not ok', { ok: false }],
		['an error in capitals', { Error: true, Text: 'x' }],
		['key and text alone', { key: 'ENTITY_ERROR', text: 'Não' }],
		['a status in words', { status: 'error', message: 'x' }],
		['an error in what it holds', { data: { error: 'x' } }],
		['no success in what it holds', { data: { success: false } }],
	])('an error inside a 200 is a refusal: %s', (_, body) => {
		for (const status of [200, 201, 207]) expect(answer(status, body).kind).toBe('refused');
	});

	test('an error inside a 200 counts as the status that it names', () => {
		expect(answer(200, { ...envelope, httpStatusCode: 404 })).toMatchObject({ status: 404 });
		expect(answer(200, { title: 'Unauthorized', status: 401 })).toMatchObject({ status: 401 });
		expect(answer(200, { title: 'Oops', status: 500 }).kind).toBe('lost');
		expect(answer(200, envelope)).toMatchObject({
			kind: 'refused',
			status: 200,
			key: 'FORM_ERROR',
		});
	});

	test.each<[string, object]>([
		['no error', { id: '1', error: false }],
		['a null error', { id: '1', error: null, errors: null }],
		['an empty error', { error: '', errors: [] }],
		['errors beside a record', { id: '1', errors: [{ key: 'A', text: 'B' }] }],
		['a key of its own', { id: '1', key: 'CARD-7', title: 'Plano', status: 'OPEN' }],
		['success', { success: true }],
		['no error in words', { id: '1', error: 'false' }],
		['a key alone', { key: 'prioridade', value: 'alta' }],
		['a text alone', { text: 'Bom dia!' }],
		['what it holds', { data: { name: 'Ana' } }],
		['an error in what it holds', { id: '1', data: { error: 'x' } }],
		['a status that ends like an error', { id: '1', status: 'no error' }],
		['a status that begins like an error', { id: '1', status: 'erro corrigido' }],
		['a number for its status', { id: '1', status: '4000' }],
	])('a record with %s is an answer', (_, body) => {
		expect(answer(200, body)).toEqual({ kind: 'answered', body });
	});

	test('JSON that breaks off in a 200 is no answer, and says so', () => {
		expect(answer(200, '{"id": "3f1c')).toEqual({
			kind: 'lost',
			reason: 'The answer is not valid JSON: {"id": "3f1c',
		});
	});

	test('a page of HTML with status 200 is no success, and is named by its title', () => {
		expect(answer(200, '<html><title>Sign in to continue</title><p>…</p></html>')).toEqual({
			kind: 'lost',
			reason: 'The answer is not valid JSON: Sign in to continue',
		});
	});

	test('no text is ever taken for success', () => {
		const text = fc.string({ minLength: 1 }).filter((some) => some.trim() !== '');
		fc.assert(
			fc.property(fc.integer({ min: 200, max: 299 }), text, (status, body) => {
				expect(answer(status, body).kind).toBe('lost');
			}),
			RUNS,
		);
	});
});

describe('what is a no, and what may be done all the same', () => {
	const problem = { title: 'One or more fields are wrong', errors: { To: ['is required'] } };

	test.each([
		// status, body, outcome
		[400, { text: 'Campo inválido' }, 'refused'],
		[400, problem, 'refused'],
		[400, {}, 'lost'],
		[400, '', 'lost'],
		[400, '<title>400 Bad Request</title>', 'lost'],
		[409, { key: 'CONFLICT' }, 'refused'],
		[409, {}, 'lost'],
		[401, '', 'refused'],
		[403, '<title>Blocked</title>', 'refused'],
		[404, '', 'refused'],
		[408, { key: 'TIMEOUT', text: 'Tempo' }, 'lost'],
		[413, '<title>Too large</title>', 'refused'],
		[429, '', 'refused'],
		[499, '', 'lost'],
		[500, envelope, 'refused'],
		[500, {}, 'lost'],
		[500, '<title>Oops</title>', 'lost'],
		[500, { title: 'An error occurred', status: 500 }, 'lost'],
		[500, { message: 'Internal server error' }, 'lost'],
		[502, envelope, 'lost'],
		[503, { key: 'BUSY' }, 'lost'],
		[504, '', 'lost'],
		[520, '', 'lost'],
		[522, '', 'lost'],
		[524, '<title>A timeout occurred</title>', 'lost'],
		[530, '', 'lost'],
		[100, '', 'lost'],
		[100, { text: 'Continue' }, 'lost'],
		[101, '', 'lost'],
		[300, '', 'lost'],
		[300, {}, 'lost'],
		[301, '', 'refused'],
		[304, '', 'lost'],
		[308, '', 'refused'],
	])('status %i with %j is %s', (status, body, kind) => {
		expect(answer(status, body).kind).toBe(kind);
	});

	test('what an answer repeats of the key comes out masked, and nothing else is changed', () => {
		const mask = maskOf(['pn_0123456789'], '[API key]');
		const judged = (body: object) =>
			judgeAnswer({ statusCode: 200, body, headers: {} } as never, mask);
		const body = { id: '1', failedReason: 'bad key PN_0123456789', ç: [1, null] };
		expect(judged(body)).toEqual({
			kind: 'answered',
			body: { ...body, failedReason: 'bad key [API key]' },
		});
		const other = { id: '1' };
		expect((judged(other) as { body: unknown }).body).toBe(other);
	});

	test('an answer that decides nothing is told with its status and words', () => {
		expect(answer(524, '<title>A timeout occurred</title>')).toMatchObject({
			kind: 'lost',
			status: 524,
			reason: 'HTTP 524: A timeout occurred',
		});
		expect(answer(400, {})).toMatchObject({ kind: 'lost', reason: 'HTTP 400' });
		expect(answer(503, {}, { 'retry-after': '600' })).toMatchObject({ retryAfterMs: 600_000 });
	});

	test('every status without words of the API is a no by itself, or in doubt', () => {
		const statuses = [...Array(600).keys()].filter((status) => status >= 100);
		const no = statuses.filter((status) => answer(status, '').kind === 'refused');
		expect(no).toEqual([301, 302, 303, 307, 308, 401, 403, 404, 405, 413, 414, 415, 429, 431]);
	});
});

describe('the API key in what comes back', () => {
	const KEY = 'pn_0123456789abcdef';
	const mask = maskOf([KEY], '[API key]');
	const judged = (statusCode: number, body: unknown) =>
		JSON.stringify(judgeAnswer({ statusCode, body, headers: {} } as never, mask));

	test.each([
		['the text', 400, { text: `Chave ${KEY}` }],
		['the key', 400, { key: KEY, text: 'Não' }],
		['the support ID', 400, { text: 'Não', id: { shortValue: KEY } }],
		['the errors of properties', 400, { title: 'Não', errors: { [KEY]: [KEY] } }],
		['a page', 403, `<h1>${KEY}</h1>`],
		['a title', 524, `<title>${KEY}</title>`],
		['a text with status 200', 200, `Bearer ${KEY}`],
		['a text that is cut within it', 403, `${'x'.repeat(195)}${KEY}`],
		['a text that is cut within its encoding', 403, 'x'.repeat(190) + btoa(KEY)],
	])('is masked in %s', (_, status, body) => {
		const told = judged(status, body);
		for (const start of [KEY.slice(0, 5), btoa(KEY).slice(0, 5)]) expect(told).not.toContain(start);
	});
});

describe('what a refusal tells', () => {
	test("the platform's envelope gives key, text and support ID", () => {
		expect(answer(500, envelope)).toMatchObject({
			kind: 'refused',
			status: 500,
			key: 'FORM_ERROR',
			text: 'Registro não encontrado',
			supportId: '3f6d1c9a',
		});
	});

	test('the support ID is the long one where there is no short one', () => {
		const { value } = envelope.id;
		expect(answer(500, { ...envelope, id: { value } })).toMatchObject({ supportId: value });
	});

	test.each([
		['an id that is a text', { id: 'abc' }],
		['an id that is null', { id: null }],
		['nothing', {}],
		['blank values', { key: ' ', text: ' ', id: { shortValue: '' } }],
		['values of other types', { key: 5, text: ['x'], id: { value: 5 } }],
		['null', null],
	])('%s gives neither key nor text nor support ID', (_, body) => {
		expect(answer(401, body)).toEqual({ kind: 'refused', status: 401 });
	});

	test('blanks around a key and a text are left out', () => {
		expect(answer(400, { key: ' FORM_ERROR\n', text: ' Não. ' })).toMatchObject({
			key: 'FORM_ERROR',
			text: 'Não.',
		});
	});

	test('the sentence of the platform goes before that of problem details', () => {
		const body = { text: 'Campo inválido', title: 'Bad Request', errors: { To: ['is required'] } };
		expect(answer(400, body)).toMatchObject({ text: 'Campo inválido' });
	});

	test.each([
		['a title', { title: 'Bad Request' }, 'Bad Request'],
		['a title and a detail', { title: 'Bad Request', detail: 'No body.' }, 'No body.'],
		['errors of properties only', { errors: { Status: ['is unknown.'] } }, 'Status: is unknown.'],
		['errors that are a list', { title: 'Bad Request', errors: ['x'] }, 'Bad Request x'],
		['errors that say nothing', { errors: ['x', '', null, {}, 'y'] }, 'x y'],
		['errors with messages', { errors: [{ message: 'Inválido' }, 'x'] }, 'Inválido x'],
		['a message in what it holds', { data: { error: 'Inválido' } }, 'Inválido'],
		['a list with the error', [{ error: true, text: 'Inválido' }], 'Inválido'],
		['names in capitals', { Message: 'Inválido' }, 'Inválido'],
		[
			'a title and errors of properties',
			{
				title: 'One or more validation errors occurred.',
				errors: { PageSize: ['is no number.', 'is too large.'], Status: 'is unknown.' },
			},
			'One or more validation errors occurred. PageSize: is no number. is too large. Status: is unknown.',
		],
	])('problem details with %s give one line', (_, body, text) => {
		expect(answer(400, body)).toMatchObject({ kind: 'refused', text });
	});

	test.each([
		['the title of a page', '<html><head><title>\n 502 Bad\tGateway </title>…', '502 Bad Gateway'],
		['a title with attributes', '<TITLE lang="en">Busy</TITLE><p>x</p>', 'Busy'],
		['a page without a title', '<h1>Not</h1>\n<p class="a">here</p>', 'Not here'],
		['a plain text', ' upstream  timed out\n', 'upstream timed out'],
		['a page without any words', '<html><body></body></html>', undefined],
	])('%s is put into one line', (_, body, text) => {
		expect(answer(403, body)).toMatchObject({ kind: 'refused', foreign: true, text });
	});

	test.each([
		[200, 'x'.repeat(200)],
		[201, `${'x'.repeat(200)}…`],
		[9_000, `${'x'.repeat(200)}…`],
	])('a text of %i characters is cut after 200', (length, text) => {
		expect(answer(403, 'x'.repeat(length))).toMatchObject({ text });
	});
});

describe('Retry-After', () => {
	test.each([
		['seconds', '7', 7_000],
		['zero', '0', 0],
		['a negative number', '-5', 0],
		['a date', new Date(NOW + 60_000).toUTCString(), 60_000],
		['a date that has passed', new Date(NOW - 60_000).toUTCString(), 0],
		['nonsense', 'soon', undefined],
		['another type', ['7'], undefined],
	])('given in %s is read', (_, header, expected) => {
		expect(answer(429, {}, { 'retry-after': header })).toMatchObject({ retryAfterMs: expected });
	});

	test('is asked for nothing where it is not given', () => {
		expect(answer(429, {})).toMatchObject({ retryAfterMs: undefined });
	});
});

describe('a request that ends without an answer', () => {
	test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])(
		'with %s never arrived',
		(code) => {
			expect(judgeFailure({ code })).toEqual({ kind: 'unreached', reason: code });
		},
	);

	test.each([
		'DEPTH_ZERO_SELF_SIGNED_CERT',
		'SELF_SIGNED_CERT_IN_CHAIN',
		'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
		'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
		'CERT_HAS_EXPIRED',
		'CERT_NOT_YET_VALID',
		'ERR_TLS_CERT_ALTNAME_INVALID',
	])('with %s never arrived, because of the certificate', (code) => {
		expect(judgeFailure({ code })).toEqual({ kind: 'unreached', reason: code, fault: 'tls' });
	});

	test.each(['ECONNABORTED', 'ECONNRESET', 'EPROTO'])(
		'with %s before the connection was secure never arrived',
		(code) => {
			const socket = { secureConnecting: true };
			const thrown = { cause: { code, request: { socket } } };
			expect(judgeFailure(thrown)).toMatchObject({ kind: 'unreached', fault: 'tls' });
		},
	);

	test('before there was a connection never arrived', () => {
		const thrown = { cause: { code: 'ECONNABORTED', request: { socket: { connecting: true } } } };
		expect(judgeFailure(thrown)).toEqual({ kind: 'unreached', reason: 'time-out' });
	});

	test('because the key cannot stand in a header never arrived', () => {
		const code = 'ERR_INVALID_CHAR';
		expect(judgeFailure({ code })).toEqual({ kind: 'unreached', reason: code, fault: 'key' });
	});

	test('whose causes go round in a circle is judged', () => {
		const thrown: { cause?: unknown } = {};
		thrown.cause = thrown;
		expect(judgeFailure(thrown)).toEqual({ kind: 'lost', reason: 'no answer' });
	});

	test.each([
		['ETIMEDOUT', 'time-out'],
		['ERR_CANCELED', 'time-out'],
		['ECONNABORTED', 'time-out'],
		['ECONNRESET', 'ECONNRESET'],
		['EPIPE', 'EPIPE'],
		['ERR_BAD_RESPONSE', 'ERR_BAD_RESPONSE'],
	])('with %s may have arrived', (code, reason) => {
		expect(judgeFailure({ code })).toEqual({ kind: 'lost', reason });
	});

	test.each([
		['an error without a code', new Error('?')],
		['a code that is no text', { code: 404 }],
		['a text', 'ECONNREFUSED'],
		['null', null],
		['nothing', undefined],
	])('with %s may have arrived', (_, thrown) => {
		expect(judgeFailure(thrown)).toEqual({ kind: 'lost', reason: 'no answer' });
	});

	test("is judged by Node's code, however deep n8n has wrapped it", () => {
		const wrapped = { code: 500, cause: { cause: { code: 'ENOTFOUND' } } };
		expect(judgeFailure(wrapped)).toEqual({ kind: 'unreached', reason: 'ENOTFOUND' });
	});

	test('is judged by the outermost code of several', () => {
		const wrapped = { code: 'ECONNRESET', cause: { code: 'ECONNREFUSED' } };
		expect(judgeFailure(wrapped)).toEqual({ kind: 'lost', reason: 'ECONNRESET' });
	});

	test('is never told as refused or done', () => {
		fc.assert(
			fc.property(fc.anything(), (thrown) => {
				expect(['unreached', 'lost']).toContain(judgeFailure(thrown).kind);
			}),
			RUNS,
		);
	});
});

describe('the answer of the file storage', () => {
	test.each([200, 201, 204, 299])('with status %i is success, whatever it says', (status) => {
		expect(uploaded(status, '<Ok/>')).toEqual({ kind: 'answered', body: undefined });
	});

	test.each([199, 300, 400, 500])('with status %i is no success', (status) => {
		expect(uploaded(status, '').kind).not.toBe('answered');
	});

	test('gives the words of its XML', () => {
		const xml = '<Error><Code>EntityTooLarge</Code><Message>Too large.</Message></Error>';
		expect(uploaded(400, xml)).toEqual({
			kind: 'refused',
			status: 400,
			text: 'EntityTooLarge Too large.',
		});
	});

	test.each([[undefined], [{ bytes: 3 }]])('that is no text gives no words', (body) => {
		expect(uploaded(400, body)).toEqual({ kind: 'refused', status: 400, text: undefined });
	});
});
