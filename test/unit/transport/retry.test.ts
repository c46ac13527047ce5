import type { ApiRequest } from '../../../nodes/WtsChat/transport/contract';
import type { Outcome } from '../../../nodes/WtsChat/transport/outcome';
import { isWorthRetrying, waitAfterFault } from '../../../nodes/WtsChat/transport/retry';

const refused = (status: number, more = {}): Outcome => ({ kind: 'refused', status, ...more });
const lost: Outcome = { kind: 'lost', reason: 'ECONNRESET' };
const unreached: Outcome = { kind: 'unreached', reason: 'ECONNREFUSED' };

const requests: ApiRequest[] = [
	{ method: 'GET', path: '/' },
	{ method: 'PUT', path: '/' },
	{ method: 'DELETE', path: '/' },
	{ method: 'POST', path: '/', readOnly: true },
	{ method: 'POST', path: '/' },
];

test.each([
	// outcome, GET, PUT, DELETE, POST that reads, other POST
	['never arrived', unreached, true, true, true, true, true],
	['429', refused(429), true, true, true, true, true],
	['502', refused(502), true, true, true, true, false],
	['503', refused(503), true, true, true, true, false],
	['504', refused(504), true, true, true, true, false],
	['lost', lost, true, true, true, true, false],
	['500 without a key', refused(500), true, true, true, true, false],
	['500 with a key', refused(500, { key: 'FORM_ERROR' }), false, false, false, false, false],
	['400', refused(400), false, false, false, false, false],
	['401', refused(401), false, false, false, false, false],
	['404', refused(404), false, false, false, false, false],
	['error inside a 200', refused(200), false, false, false, false, false],
] as const)('what is tried again after: %s', (_, outcome, ...again) => {
	expect(requests.map((request) => isWorthRetrying(request, outcome))).toEqual(again);
});

test('after faults, each wait is longer than the one before, and half a minute at most', () => {
	const [first = 0, second = 0, third = 0] = [1, 2, 3].map((tries) => waitAfterFault(lost, tries));
	expect(first).toBeGreaterThanOrEqual(250);
	expect(first).toBeLessThanOrEqual(500);
	expect(second).toBeGreaterThanOrEqual(first);
	expect(third).toBeGreaterThanOrEqual(second);
	expect(waitAfterFault(lost, 20)).toBeLessThanOrEqual(30_000);
});

test('the wait that the API asks for is kept', () => {
	const wait = waitAfterFault(refused(503, { retryAfterMs: 7_000 }), 1);
	expect(wait).toBeGreaterThanOrEqual(7_000);
	expect(wait).toBeLessThanOrEqual(7_250);
});
