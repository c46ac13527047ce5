import { getEventListeners } from 'node:events';
import { later, pause } from '../../../nodes/WtsChat/transport/pause';
import { onTheClock } from './support';

jest.useFakeTimers();

/** How long `work` takes on the test's clock. */
async function timeOf(work: Promise<unknown>): Promise<number> {
	const began = Date.now();
	await onTheClock(work);
	return Date.now() - began;
}

test.each([0, 1, 100, 250, 251, 10_000])('a pause of %i ms takes that long', async (ms) => {
	const waiting = pause(ms);
	expect(await timeOf(waiting)).toBe(ms);
	expect(await waiting).toBe(true);
});

test('a part of a millisecond is waited out', async () => {
	expect(await timeOf(pause(0.2))).toBe(1);
});

test('a stop ends a pause at once, and it says so', async () => {
	const controller = new AbortController();
	const waiting = pause(60_000, controller.signal);
	await jest.advanceTimersByTimeAsync(1_000);
	controller.abort();
	expect(await timeOf(waiting)).toBe(0);
	expect(await waiting).toBe(false);
});

test('a stop is noticed within a quarter of a second by an n8n that cannot end a sleep', async () => {
	const signal = { aborted: false, addEventListener() {}, removeEventListener() {} };
	const waiting = pause(60_000, signal as unknown as AbortSignal);
	await jest.advanceTimersByTimeAsync(1_100);
	signal.aborted = true;
	expect(await timeOf(waiting)).toBeLessThanOrEqual(250);
	expect(await waiting).toBe(false);
});

test('a run that was stopped before does not pause', async () => {
	const waiting = pause(60_000, AbortSignal.abort());
	expect(await timeOf(waiting)).toBe(0);
	expect(await waiting).toBe(false);
});

test('work for later is due after the time given, and not before', async () => {
	let due = false;
	void later(5_000).then(() => (due = true));
	await jest.advanceTimersByTimeAsync(4_999);
	expect(due).toBe(false);
	await jest.advanceTimersByTimeAsync(1);
	expect(due).toBe(true);
});

test('work for later is let go at once where it is stopped', async () => {
	expect(await timeOf(later(5_000, AbortSignal.abort()))).toBe(0);
	const controller = new AbortController();
	const waiting = later(5_000, controller.signal);
	await jest.advanceTimersByTimeAsync(1_000);
	controller.abort();
	expect(await timeOf(waiting)).toBe(0);
});

test('work for later leaves nobody listening', async () => {
	const [time, stop] = [new AbortController(), new AbortController()];
	const clock = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(time.signal);
	const listening = () =>
		[time, stop].map(({ signal }) => getEventListeners(signal, 'abort').length);
	const waiting = later(5_000, stop.signal);
	expect(listening()).toEqual([1, 1]);
	stop.abort();
	await waiting;
	expect(listening()).toEqual([0, 0]);
	clock.mockRestore();
});
