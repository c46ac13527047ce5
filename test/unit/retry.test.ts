import type { Outcome } from '../../nodes/WtsChat/transport/outcome';
import { waitBeforeRetry } from '../../nodes/WtsChat/transport/retry';

const PATIENCE_MS = 600_000;
const refused = (status: number, more = {}): Outcome => ({ kind: 'refused', status, ...more });
const lost: Outcome = { kind: 'lost', reason: 'ECONNRESET' };
const unreached: Outcome = { kind: 'unreached', reason: 'ECONNREFUSED' };

const retried = (method: 'GET' | 'PUT' | 'DELETE' | 'POST', outcome: Outcome) =>
	waitBeforeRetry(method, outcome, 1, PATIENCE_MS) !== undefined;

describe('what is tried again', () => {
	it.each([
		// outcome, GET, PUT, DELETE, POST
		['never arrived', unreached, true, true, true, true],
		['429', refused(429), true, true, true, true],
		['502', refused(502), true, true, true, false],
		['503', refused(503), true, true, true, false],
		['504', refused(504), true, true, true, false],
		['lost', lost, true, true, true, false],
		['500 with a key', refused(500, { key: 'FORM_ERROR' }), false, false, false, false],
		['500 without a key', refused(500), false, false, false, false],
		['400', refused(400), false, false, false, false],
		['401', refused(401), false, false, false, false],
		['404', refused(404), false, false, false, false],
		['error inside a 200', refused(200), false, false, false, false],
	] as const)('%s', (_, outcome, get, put, del, post) => {
		expect([
			retried('GET', outcome),
			retried('PUT', outcome),
			retried('DELETE', outcome),
			retried('POST', outcome),
		]).toEqual([get, put, del, post]);
	});
});

test('faults are tried four times in all, each wait longer than the one before', () => {
	const waits = [1, 2, 3, 4].map((tries) => waitBeforeRetry('GET', lost, tries, PATIENCE_MS));
	const [first = 0, second = 0, third = 0, fourth] = waits;
	expect(first).toBeGreaterThanOrEqual(250);
	expect(first).toBeLessThanOrEqual(500);
	expect(second).toBeGreaterThanOrEqual(first);
	expect(third).toBeGreaterThanOrEqual(second);
	expect(fourth).toBeUndefined();
});

test('the wait that the API asks for is kept', () => {
	const wait = waitBeforeRetry('POST', refused(429, { retryAfterMs: 7_000 }), 1, PATIENCE_MS);
	expect(wait).toBeGreaterThanOrEqual(7_000);
	expect(wait).toBeLessThanOrEqual(7_250);
});

test('a wait beyond the patience that is left is not begun', () => {
	expect(waitBeforeRetry('GET', refused(429, { retryAfterMs: 60_000 }), 1, 10_000)).toBeUndefined();
});

test('a limit is waited out for longer than a fault, never more than a minute at once', () => {
	const tenth = waitBeforeRetry('POST', refused(429), 10, PATIENCE_MS) ?? 0;
	expect(tenth).toBeGreaterThanOrEqual(30_000);
	expect(tenth).toBeLessThanOrEqual(60_000);
});
