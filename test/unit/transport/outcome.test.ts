import type { IN8nHttpFullResponse } from 'n8n-workflow';
import { judgeAnswer, judgeFailure } from '../../../nodes/WtsChat/transport/outcome';

function answer(statusCode: number, body: unknown, headers = {}) {
	return judgeAnswer({ statusCode, body, headers } as IN8nHttpFullResponse);
}

const envelope = {
	id: { value: '3f6d1c9a-0b2e-4a57-8c1d-9e0f1a2b3c4d', shortValue: '3f6d1c9a' },
	httpStatusCode: 'INTERNALSERVERERROR',
	error: true,
	key: 'FORM_ERROR',
	text: 'Registro não encontrado',
};

test("the platform's envelope gives key, text and support ID", () => {
	expect(answer(500, envelope)).toMatchObject({
		kind: 'refused',
		status: 500,
		key: 'FORM_ERROR',
		text: 'Registro não encontrado',
		supportId: '3f6d1c9a',
	});
});

test('problem details give their sentence and what they say of each property', () => {
	const problem = {
		title: 'One or more validation errors occurred.',
		status: 400,
		errors: { PageSize: ['must be between 1 and 100.'], Status: 'is unknown.' },
	};
	expect(answer(400, problem)).toMatchObject({
		kind: 'refused',
		text: 'One or more validation errors occurred. PageSize: must be between 1 and 100. Status: is unknown.',
	});
});

test('an error inside a 200 is an error', () => {
	expect(answer(200, envelope)).toMatchObject({ kind: 'refused', status: 200, key: 'FORM_ERROR' });
});

test.each([
	['an object', { id: '1' }],
	['a list', [{ id: '1' }]],
	['no body', undefined],
	['an empty body', ''],
	['an object whose error is false', { error: false }],
])('%s in a 200 is an answer', (_, body) => {
	expect(answer(200, body)).toEqual({ kind: 'answered', body });
});

test('a page of HTML is summarised by its title', () => {
	const html = `<html><head><title>502 Bad Gateway</title></head><body>${'x'.repeat(9000)}</body></html>`;
	expect(answer(502, html)).toMatchObject({ kind: 'refused', text: '502 Bad Gateway' });
});

test('a long text is cut', () => {
	const outcome = answer(503, 'x'.repeat(9000));
	expect(outcome.kind === 'refused' && outcome.text?.length).toBe(201);
});

test('JSON that breaks off in a 200 is no answer', () => {
	expect(answer(200, '{"id": "3f1c')).toMatchObject({ kind: 'lost' });
});

test.each([
	['seconds', '7', 7_000],
	['zero', '0', 0],
	['nonsense', 'soon', undefined],
])('Retry-After in %s', (_, header, expected) => {
	expect(answer(429, '', { 'retry-after': header })).toMatchObject({ retryAfterMs: expected });
});

test('Retry-After as a date counts from now and is never negative', () => {
	const past = new Date(Date.now() - 60_000).toUTCString();
	const future = new Date(Date.now() + 60_000).toUTCString();
	expect(answer(429, '', { 'retry-after': past })).toMatchObject({ retryAfterMs: 0 });
	const outcome = answer(429, '', { 'retry-after': future });
	const asked = outcome.kind === 'refused' ? (outcome.retryAfterMs ?? 0) : 0;
	expect(asked).toBeGreaterThan(50_000);
	expect(asked).toBeLessThanOrEqual(60_000);
});

test.each([
	['ECONNREFUSED', 'unreached'],
	['ENOTFOUND', 'unreached'],
	['EAI_AGAIN', 'unreached'],
	['ECONNRESET', 'lost'],
	['ECONNABORTED', 'lost'],
	['EPIPE', 'lost'],
])('a request that ends with %s is %s', (code, kind) => {
	expect(judgeFailure({ cause: { code } })).toMatchObject({ kind });
});

test('a failure without any code may have arrived', () => {
	expect(judgeFailure(new Error('?'))).toMatchObject({ kind: 'lost' });
});
