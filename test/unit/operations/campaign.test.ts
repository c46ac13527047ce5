import { untilItsTurn } from '../../../nodes/WtsChat/operations/campaign';
import type { Api } from '../../../nodes/WtsChat/transport/api';

/** A run whose waits take no time, and how long each of them would have been. */
function someRun() {
	const waits: number[] = [];
	const api: Api = {
		account: 'account',
		send: async () => await Promise.reject(new Error('Nothing is asked')),
		upload: async () => undefined,
		wait: async (ms) => await Promise.resolve(waits.push(ms) > 0),
		rateLimitedSeconds: () => 0,
		notes: new Set(),
	};
	return { api, waits };
}

beforeEach(() => {
	jest.useFakeTimers({ now: Date.parse('2026-11-30T10:00:00Z') });
});
afterEach(() => {
	jest.useRealTimers();
});

test('the first message goes at once, the others at even intervals', async () => {
	const { api, waits } = someRun();
	for (let n = 0; n < 4; n++) await untilItsTurn(api, { perMinute: 20 });
	expect(waits).toEqual([0, 3_000, 6_000, 9_000]);
});

test('time that has passed anyway is not waited for, and is not made up for', async () => {
	const { api, waits } = someRun();
	await untilItsTurn(api, { perMinute: 20 });
	jest.setSystemTime(Date.now() + 60_000);
	await untilItsTurn(api, { perMinute: 20 });
	await untilItsTurn(api, { perMinute: 20 });
	expect(waits).toEqual([0, 0, 3_000]);
});

test('each run has a time of its own', async () => {
	const [one, other] = [someRun(), someRun()];
	await untilItsTurn(one.api, { perMinute: 1 });
	await untilItsTurn(other.api, { perMinute: 1 });
	expect([one.waits, other.waits]).toEqual([[0], [0]]);
});

test('without a number there is no wait', async () => {
	const { api, waits } = someRun();
	await untilItsTurn(api, {});
	expect(waits).toEqual([]);
});
