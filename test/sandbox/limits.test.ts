import { Limits } from '../../playground/sandbox/limits';
import axios from 'axios';
import { startSandbox } from '../../playground/sandbox';

beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] }));
afterEach(() => jest.useRealTimers());

const GENERAL = '/chat/v2/session';
const SEND = '/chat/v1/send/text';

/** How many of so many requests pass at once. */
const passing = (limits: Limits, path: string, count: number) =>
	Array.from({ length: count }, () => limits.take(path)).filter((wait) => wait <= 0).length;

test('200 requests pass in 5 seconds, and 1,000 in 5 minutes', () => {
	const limits = new Limits({});
	for (let burst = 0; burst < 5; burst++) {
		expect(passing(limits, GENERAL, 250)).toBe(200);
		jest.advanceTimersByTime(5_000);
	}
	expect(passing(limits, GENERAL, 250)).toBe(0);
	jest.advanceTimersByTime(300_000 - 25_000);
	expect(passing(limits, GENERAL, 250)).toBe(200);
});

test('sending has limits of its own: 1,000 in 2 minutes', () => {
	const limits = new Limits({});
	expect(passing(limits, SEND, 1_200)).toBe(1_000);
	expect(passing(limits, GENERAL, 1)).toBe(1);
	jest.advanceTimersByTime(120_000);
	expect(passing(limits, SEND, 1_200)).toBe(1_000);
});

test('on a faster clock the spans are shorter', () => {
	const limits = new Limits({ clock: 20 });
	passing(limits, GENERAL, 200);
	jest.advanceTimersByTime(249);
	expect(limits.take(GENERAL)).toBeGreaterThan(0);
	jest.advanceTimersByTime(1);
	expect(limits.take(GENERAL)).toBe(0);
});

test('the sandbox answers 429 beyond the limits, with the header that is asked for', async () => {
	jest.useRealTimers();
	const sandbox = await startSandbox({ limits: { retryAfter: 'seconds' } });
	try {
		const headers = { Authorization: `Bearer ${sandbox.apiKey}` };
		const answers = await Promise.all(
			Array.from({ length: 201 }, () =>
				axios.get(`${sandbox.url}/core/v1/tag`, { headers, validateStatus: () => true }),
			),
		);
		const refused = answers.filter(({ status }) => status === 429);
		expect(refused).toHaveLength(1);
		expect(refused[0]?.headers['retry-after']).toMatch(/^[1-5]$/);
	} finally {
		await sandbox.close();
	}
});
