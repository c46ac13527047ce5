import type { Outcome } from '../../../nodes/WtsChat/transport/outcome';
import { Pacer } from '../../../nodes/WtsChat/transport/pacer';

jest.useFakeTimers();

const ANSWERED: Outcome = { kind: 'answered', body: {} };
const LIMITS = [
	{ requests: 20, ms: 5_000 },
	{ requests: 50, ms: 60_000 },
];
const PATIENCE_MS = 15 * 60_000;

/** Sends `count` requests, `atOnce` at a time, each `latencyMs` long; gives when each started and ended. */
async function send(
	pacer: Pacer,
	count: number,
	{ atOnce = 10, latencyMs = 0, outcome = (): Outcome => ANSWERED } = {},
) {
	const began = Date.now();
	const spans: Array<{ start: number; end: number }> = [];
	let left = count;
	const work = async () => {
		while (left-- > 0) {
			const start = await pacer.enter(PATIENCE_MS);
			if (start === undefined) throw new Error('held up');
			if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs));
			pacer.leave(start, outcome());
			spans.push({ start: start - began, end: Date.now() - began });
		}
	};
	const done = Promise.all(Array.from({ length: atOnce }, work));
	await jest.runAllTimersAsync();
	await done;
	return spans.sort((one, other) => one.start - other.start);
}

/** The most requests that anybody could count within a span of `ms`, wherever it lies. */
function mostWithin(spans: Array<{ start: number; end: number }>, ms: number): number {
	const counts = spans.map(
		({ start }) => spans.filter((span) => span.end > start - ms && span.start <= start).length,
	);
	return Math.max(...counts);
}

test.each([0, 40, 700])(
	'no limit is broken, however late within %i ms the API counts a request',
	async (latencyMs) => {
		const spans = await send(new Pacer(LIMITS), 160, { latencyMs });
		expect(spans).toHaveLength(160);
		for (const { requests, ms } of LIMITS) {
			expect(mostWithin(spans, ms)).toBeLessThanOrEqual(requests);
		}
	},
);

test('it is as fast as the limits allow', async () => {
	const spans = await send(new Pacer(LIMITS), 160);
	// 50 in each minute: at 0 to 10 s, 60 to 70 s, 120 to 130 s, and ten more from 180 s on
	expect(spans.at(-1)?.start).toBeGreaterThanOrEqual(180_000);
	expect(spans.at(-1)?.start).toBeLessThan(181_000);
});

test('without limits nothing waits', async () => {
	const spans = await send(new Pacer([]), 1_000);
	expect(spans.at(-1)?.end).toBe(0);
});

describe('a refusal', () => {
	test('stops everybody for as long as the API asks, then one request goes first', async () => {
		const pacer = new Pacer([]);
		const started = (await pacer.enter(PATIENCE_MS))!;
		pacer.leave(started, { kind: 'refused', status: 429, retryAfterMs: 7_000 });
		const spans = await send(pacer, 8, { atOnce: 8, latencyMs: 1_000 });
		const [first, second, third, fourth] = spans;
		expect(first?.start).toBeGreaterThanOrEqual(7_000);
		expect(first?.start).toBeLessThanOrEqual(7_250);
		expect(second?.start).toBeGreaterThanOrEqual(first?.end ?? NaN);
		// after one success two at a time, then four
		expect(third?.start).toBe(second?.start);
		expect(fourth?.start).toBeGreaterThanOrEqual(second?.end ?? NaN);
	});

	test('of another kind shows that requests are taken again', async () => {
		const pacer = new Pacer([]);
		pacer.leave((await pacer.enter(PATIENCE_MS))!, { kind: 'refused', status: 429 });
		const outcome = (): Outcome => ({ kind: 'refused', status: 500, key: 'FORM_ERROR' });
		const spans = await send(pacer, 15, { atOnce: 15, latencyMs: 1_000, outcome });
		// one, two, four, and the other eight
		expect(new Set(spans.map(({ start }) => start)).size).toBe(4);
	});

	test('of many at once makes the pause longer only once', async () => {
		const pacer = new Pacer([]);
		const starts = await Promise.all(Array.from({ length: 10 }, async () => await pacer.enter(1)));
		for (const start of starts) pacer.leave(start!, { kind: 'refused', status: 429 });
		const [first] = await send(pacer, 1);
		expect(first?.start).toBeLessThanOrEqual(2_000);
	});

	test('after another makes the pause longer, a minute at most', async () => {
		const pacer = new Pacer([]);
		let refusals = 8;
		const outcome = (): Outcome => (refusals-- > 0 ? { kind: 'refused', status: 429 } : ANSWERED);
		const spans = await send(pacer, 9, { atOnce: 1, outcome });
		const pauses = spans.slice(1).map(({ start }, n) => start - (spans[n]?.end ?? 0));
		expect(pauses[1]).toBeGreaterThanOrEqual(1_999);
		expect(pauses.at(-1)).toBeGreaterThanOrEqual(29_999);
		expect(Math.max(...pauses)).toBeLessThanOrEqual(60_000);
	});

	test('that is repeated for longer than the patience ends the waiting', async () => {
		const pacer = new Pacer([]);
		const start = (await pacer.enter(10_000))!;
		pacer.leave(start, { kind: 'refused', status: 429, retryAfterMs: 60_000 });
		expect(await pacer.enter(10_000)).toBeUndefined();
	});
});

test('a stopped run waits no longer', async () => {
	const pacer = new Pacer([{ requests: 1, ms: 300_000 }]);
	pacer.leave((await pacer.enter(PATIENCE_MS))!, ANSWERED);
	const controller = new AbortController();
	const waiting = pacer.enter(PATIENCE_MS, controller.signal);
	await jest.advanceTimersByTimeAsync(1_000);
	controller.abort();
	await jest.advanceTimersByTimeAsync(500);
	expect(await waiting).toBeUndefined();
});
