import fc from 'fast-check';
import type { IN8nHttpFullResponse } from 'n8n-workflow';
import { judgeAnswer, judgeFailure, judgeUpload } from '../../../nodes/WtsChat/transport/outcome';

const NOW = Date.UTC(2026, 9, 21, 7, 28);

jest.useFakeTimers({ now: NOW });

const RUNS = { numRuns: 50 };

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
		['no body', undefined],
		['an empty body', ''],
		['a blank body', ' \r\n'],
		['an object whose error is false', { error: false }],
	])('%s in a 200 is an answer', (_, body) => {
		expect(answer(200, body)).toEqual({ kind: 'answered', body });
	});

	test.each([200, 201])("the API's own error inside a %i is a refusal", (status) => {
		expect(answer(status, envelope)).toMatchObject({ kind: 'refused', status, key: 'FORM_ERROR' });
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
		['a list', [envelope]],
	])('%s gives neither key nor text nor support ID', (_, body) => {
		expect(answer(400, body)).toEqual({ kind: 'refused', status: 400 });
	});

	test('blanks around a key and a text are left out', () => {
		expect(answer(400, { key: ' FORM_ERROR\n', text: ' Não. ' })).toMatchObject({
			key: 'FORM_ERROR',
			text: 'Não.',
		});
	});

	test('the sentence of the platform goes before that of problem details', () => {
		expect(answer(400, { text: 'Campo inválido', title: 'Bad Request' })).toMatchObject({
			text: 'Campo inválido',
		});
	});

	test.each([
		['a title', { title: 'Bad Request' }, 'Bad Request'],
		['a title and a detail', { title: 'Bad Request', detail: 'No body.' }, 'No body.'],
		['errors of properties only', { errors: { Status: ['is unknown.'] } }, 'Status: is unknown.'],
		['errors that are a list', { title: 'Bad Request', errors: ['x'] }, 'Bad Request'],
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
		expect(answer(502, body)).toMatchObject({ kind: 'refused', status: 502, text });
	});

	test.each([
		[200, 'x'.repeat(200)],
		[201, `${'x'.repeat(200)}…`],
		[9_000, `${'x'.repeat(200)}…`],
	])('a text of %i characters is cut after 200', (length, text) => {
		expect(answer(503, 'x'.repeat(length))).toMatchObject({ text });
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
		expect(answer(429, '', { 'retry-after': header })).toMatchObject({ retryAfterMs: expected });
	});

	test('is asked for nothing where it is not given', () => {
		expect(answer(429, '')).toMatchObject({ retryAfterMs: undefined });
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
		['ETIMEDOUT', 'time-out'],
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
