import fc from 'fast-check';
import type { Outcome } from '../../../nodes/WtsChat/transport/outcome';
import { Pacer } from '../../../nodes/WtsChat/transport/pacer';
import { onTheClock } from './support';
import { runs } from '../../support/runs';

jest.useFakeTimers();

const ANSWERED: Outcome = { kind: 'answered', body: {} };
const LIMITS = [
	{ requests: 20, ms: 500 },
	{ requests: 50, ms: 6_000 },
];
const PATIENCE_MS = 15 * 60_000;

const refusal = (retryAfterMs?: number): Outcome => ({
	kind: 'refused',
	status: 429,
	retryAfterMs,
});

/** Sends one request that passes at once and comes to `outcome`. */
async function take(pacer: Pacer, outcome: Outcome) {
	pacer.leave((await pacer.enter(0))!, outcome);
}

/** Sends one request after the other; each comes to the next of `outcomes`, at once. Gives the starts. */
async function sendInTurn(pacer: Pacer, outcomes: Outcome[]) {
	const left = [...outcomes];
	const spans = await send(pacer, outcomes.length, { atOnce: 1, outcome: () => left.shift()! });
	return spans.map(({ start }) => start);
}

afterEach(() => jest.restoreAllMocks());

/** Fixes what chance gives: 0 is the least, 1 (nearly) the most. */
const chance = (drawn: number) =>
	jest.spyOn(Math, 'random').mockReturnValue(Math.min(drawn, 1 - Number.EPSILON));

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
	await onTheClock(done);
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

test('no limit is broken, whatever the latency and however many run at once', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 0, max: 1_000 }),
			fc.integer({ min: 1, max: 15 }),
			async (latencyMs, atOnce) => {
				const spans = await send(new Pacer(LIMITS), 60, { latencyMs, atOnce });
				for (const { requests, ms } of LIMITS) {
					expect(mostWithin(spans, ms)).toBeLessThanOrEqual(requests);
				}
			},
		),
		runs(6),
	);
});

test('no limit is broken by more at once than it lets pass', async () => {
	const [ms, latencyMs] = [500, 100];
	const spans = await send(new Pacer([{ requests: 2, ms }]), 8, { atOnce: 8, latencyMs });
	expect(spans).toHaveLength(8);
	expect(mostWithin(spans, ms)).toBe(2);
});

test('it is as fast as the limits allow', async () => {
	const spans = await send(new Pacer(LIMITS), 160);
	// 50 in each 6 seconds: at 0 to 1 s, 6 to 7 s, 12 to 13 s, and ten more from 18 s on
	expect(spans.at(-1)?.start).toBeGreaterThanOrEqual(18_000);
	expect(spans.at(-1)?.start).toBeLessThan(18_100);
});

test('what it remembers does not grow with the requests', async () => {
	for (const limits of [[], [{ requests: 5, ms: 10 }]]) {
		const pacer = new Pacer(limits);
		await send(pacer, 200, { atOnce: 1 });
		expect(JSON.stringify(pacer).length).toBeLessThan(400);
	}
});

test('without limits nothing waits', async () => {
	const spans = await send(new Pacer([]), 1_000);
	expect(spans.at(-1)?.end).toBe(0);
});

describe('a refusal', () => {
	test('stops everybody for as long as the API asks, then one request goes first', async () => {
		const pacer = new Pacer([]);
		await take(pacer, refusal(7_000));
		const spans = await send(pacer, 8, { atOnce: 8, latencyMs: 1_000 });
		const [first, second, third, fourth] = spans;
		expect(first?.start).toBeGreaterThanOrEqual(7_000);
		expect(first?.start).toBeLessThanOrEqual(7_250);
		expect(second?.start).toBeGreaterThanOrEqual(first?.end ?? NaN);
		expect(second?.start).toBeLessThanOrEqual((first?.end ?? NaN) + 50);
		// after one success two at a time, then four
		expect(third?.start).toBe(second?.start);
		expect(fourth?.start).toBeGreaterThanOrEqual(second?.end ?? NaN);
	});

	test('of another kind shows that requests are taken again', async () => {
		const pacer = new Pacer([]);
		await take(pacer, refusal());
		const outcome = (): Outcome => ({ kind: 'refused', status: 500, key: 'FORM_ERROR' });
		const spans = await send(pacer, 15, { atOnce: 15, latencyMs: 1_000, outcome });
		// one, two, four, and the other eight
		expect(new Set(spans.map(({ start }) => start)).size).toBe(4);
	});

	test('of many at once makes the pause longer only once', async () => {
		const pacer = new Pacer([]);
		const starts = await Promise.all(Array.from({ length: 10 }, async () => await pacer.enter(1)));
		for (const start of starts) pacer.leave(start!, refusal());
		const [first] = await send(pacer, 1);
		expect(first?.start).toBeLessThanOrEqual(2_000);
	});

	test.each([
		[0, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]],
		[1, [2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]],
	])(
		'after another doubles the pause, up to a minute, where chance gives %i',
		async (drawn, pauses) => {
			chance(drawn);
			const starts = await sendInTurn(new Pacer([]), [...pauses.map(() => refusal()), ANSWERED]);
			expect(starts.slice(1).map((start, n) => Math.ceil(start - starts[n]!))).toEqual(pauses);
		},
	);

	test.each([
		[0, 7_000],
		[1, 7_250],
	])('is waited out as asked, where chance gives %i', async (drawn, ms) => {
		chance(drawn);
		expect(await sendInTurn(new Pacer([]), [refusal(7_000), ANSWERED])).toEqual([0, ms]);
	});

	test('that goes on although it was obeyed is asked less and less often', async () => {
		chance(0);
		const outcomes = [refusal(100), refusal(100), refusal(10_000), ANSWERED];
		expect(await sendInTurn(new Pacer([]), outcomes)).toEqual([0, 100, 2_100, 12_100]);
	});

	test.each([
		[15 * 60_000, 15 * 60_000],
		[15 * 60_000 + 1, 1_000],
	])('that asks for %i ms is obeyed up to a quarter of an hour', async (ms, pause) => {
		chance(0);
		expect(await sendInTurn(new Pacer([]), [refusal(ms), ANSWERED])).toEqual([0, pause]);
	});

	test('after a request that was taken is the first of a new series', async () => {
		chance(0);
		const outcomes = [refusal(), refusal(), ANSWERED, refusal(), ANSWERED];
		expect(await sendInTurn(new Pacer([]), outcomes)).toEqual([0, 1_000, 3_000, 3_000, 4_000]);
	});

	test.each<Outcome>([
		{ kind: 'lost', reason: 'ECONNRESET' },
		{ kind: 'unreached', reason: 'ECONNREFUSED' },
	])('is not over because a request had no answer ($kind)', async (outcome) => {
		chance(0);
		const pacer = new Pacer([]);
		// the second pause is as long as after two refusals in a row
		expect(await sendInTurn(pacer, [refusal(), outcome, refusal(), ANSWERED])).toEqual([
			0, 1_000, 1_000, 3_000,
		]);
		await take(pacer, refusal(0));
		const spans = await send(pacer, 4, { atOnce: 4, latencyMs: 1_000, outcome: () => outcome });
		expect(new Set(spans.map(({ start }) => start)).size).toBe(4);
	});

	test('that asks for less does not shorten the pause of another', async () => {
		chance(0);
		const pacer = new Pacer([]);
		const starts = [await pacer.enter(1), await pacer.enter(1)];
		pacer.leave(starts[0]!, refusal(30_000));
		pacer.leave(starts[1]!, refusal(1_000));
		expect(await sendInTurn(pacer, [ANSWERED])).toEqual([30_000]);
	});
});

describe('the patience', () => {
	const LIMIT = [{ requests: 1, ms: 10_000 }];

	/** When a request passes a pacer that has just taken one, or undefined. */
	async function passesAt(pacer: Pacer, patienceMs: number, since?: number) {
		const began = Date.now();
		const start = await onTheClock(pacer.enter(patienceMs, undefined, since));
		return start && start - began;
	}

	test.each([
		[10_000, 10_000],
		[9_999, undefined],
	])('of %i ms, with 10 s to wait for a limit', async (patienceMs, passes) => {
		const pacer = new Pacer(LIMIT);
		await take(pacer, ANSWERED);
		expect(await passesAt(pacer, patienceMs)).toBe(passes);
	});

	test('is not enough for a pause that the API asks for: nobody waits in vain', async () => {
		const pacer = new Pacer([]);
		await take(pacer, refusal(60_000));
		const began = Date.now();
		expect(await passesAt(pacer, 10_000)).toBeUndefined();
		expect(Date.now()).toBe(began);
	});

	test.each([
		[12_000, 6_000],
		[11_999, undefined],
	])('of %i ms counts a whole series of refusals, of 6 s each', async (patienceMs, passes) => {
		chance(0);
		const pacer = new Pacer([]);
		const since = Date.now();
		await sendInTurn(pacer, [refusal(6_000), refusal(6_000)]);
		expect(await passesAt(pacer, patienceMs, since)).toBe(passes);
	});

	test('of a run that begins later does not count what was refused before', async () => {
		chance(0);
		const pacer = new Pacer([]);
		await sendInTurn(pacer, [refusal(6_000), refusal(6_000)]);
		expect(await passesAt(pacer, 6_000)).toBe(6_000);
	});

	test('is enough for a run that begins when the account was closed without end', async () => {
		const pacer = new Pacer([]);
		await take(pacer, refusal(1e12));
		await jest.advanceTimersByTimeAsync(PATIENCE_MS + 60_000);
		// several items at once: while the first asks, the others wait for it
		expect(await send(pacer, 10, { atOnce: 10, latencyMs: 500 })).toHaveLength(10);
	});

	test('counts no refusals from before a request that was taken', async () => {
		chance(0);
		const pacer = new Pacer([]);
		await sendInTurn(pacer, [refusal(6_000), ANSWERED, refusal(6_000)]);
		expect(await passesAt(pacer, 6_000)).toBe(6_000);
	});
});

test('a stopped run waits no longer', async () => {
	const pacer = new Pacer([{ requests: 1, ms: 300_000 }]);
	await take(pacer, ANSWERED);
	const controller = new AbortController();
	const waiting = pacer.enter(PATIENCE_MS, controller.signal);
	await jest.advanceTimersByTimeAsync(1_000);
	controller.abort();
	await jest.advanceTimersByTimeAsync(500);
	expect(await waiting).toBeUndefined();
});

test('a run that was stopped before sends nothing', async () => {
	expect(await new Pacer([]).enter(PATIENCE_MS, AbortSignal.abort())).toBeUndefined();
});
