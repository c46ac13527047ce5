import type { ApiRequest } from '../../../nodes/WtsChat/transport/contract';
import type { Lost, Outcome } from '../../../nodes/WtsChat/transport/outcome';
import { isLimit, isWorthRetrying, waitAfterFault } from '../../../nodes/WtsChat/transport/retry';

const refused = (status: number, more = {}): Outcome => ({ kind: 'refused', status, ...more });
const lost: Lost = { kind: 'lost', reason: 'ECONNRESET' };
const lostWith = (status: number, more = {}): Lost => ({ ...lost, status, ...more });
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
	['no secure connection', { ...unreached, fault: 'tls' }, false, false, false, false, false],
	['a key that cannot be sent', { ...unreached, fault: 'key' }, false, false, false, false, false],
	['lost', lost, true, true, true, true, false],
	['lost with 408', lostWith(408), true, true, true, true, false],
	['lost with 425', lostWith(425), true, true, true, true, false],
	['lost with 500', lostWith(500), true, true, true, true, false],
	['lost with 504', lostWith(504), true, true, true, true, false],
	['lost with 524', lostWith(524), true, true, true, true, false],
	['lost with 304', lostWith(304), false, false, false, false, false],
	['lost with 400', lostWith(400), false, false, false, false, false],
	['lost with 499', lostWith(499), false, false, false, false, false],
	['500 with a key', refused(500, { key: 'FORM_ERROR' }), false, false, false, false, false],
	['400', refused(400), false, false, false, false, false],
	['401', refused(401), false, false, false, false, false],
	['404', refused(404), false, false, false, false, false],
	['error inside a 200', refused(200), false, false, false, false, false],
	['answered', { kind: 'answered', body: {} }, false, false, false, false, false],
] as const)('what is tried again after: %s', (_, outcome, ...again) => {
	expect(requests.map((request) => isWorthRetrying(request, outcome))).toEqual(again);
});

/** The shortest and the longest wait that chance may give. */
function waitsAfter(outcome: Outcome, tries: number): number[] {
	const chance = jest.spyOn(Math, 'random');
	const waits = [0, 1 - Number.EPSILON].map((drawn) => {
		chance.mockReturnValue(drawn);
		return Math.round(waitAfterFault(outcome, tries));
	});
	chance.mockRestore();
	return waits;
}

test.each([
	[1, 250, 500],
	[2, 500, 1_000],
	[3, 1_000, 2_000],
	[6, 8_000, 16_000],
	[7, 15_000, 30_000],
	[20, 15_000, 30_000],
])('after fault %i, the wait is %i to %i ms', (tries, shortest, longest) => {
	for (const outcome of [lost, unreached, lostWith(503)]) {
		expect(waitsAfter(outcome, tries)).toEqual([shortest, longest]);
	}
});

test.each([1, 9])('the wait that the API asks for is kept after fault %i', (tries) => {
	expect(waitsAfter(lostWith(503, { retryAfterMs: 7_000 }), tries)).toEqual([7_000, 7_250]);
});

test('no wait at all may be asked for', () => {
	expect(waitsAfter(lostWith(503, { retryAfterMs: 0 }), 1)).toEqual([0, 250]);
});

test.each<[string, Outcome, boolean]>([
	['429', refused(429), true],
	['503', lostWith(503), false],
	['429 that is no clear answer', lostWith(429), false],
	['an answer', { kind: 'answered', body: { status: 429 } }, false],
	['no answer', lost, false],
])('%s: told to slow down is %s', (_, outcome, limit) => {
	expect(isLimit(outcome)).toBe(limit);
});
