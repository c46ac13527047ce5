import { pause } from '../../../nodes/WtsChat/transport/pause';
import { Waiting } from '../../../nodes/WtsChat/transport/waiting';
import { onTheClock } from './support';

// a wait without end fails soon
jest.useFakeTimers({ timerLimit: 20_000 });

const forMs = (ms: number) => async () => await pause(ms);

test('a run that has waited for nothing was not held up', () => {
	expect(new Waiting().seconds).toBe(0);
});

test('waits one after the other add up', async () => {
	const waiting = new Waiting();
	await onTheClock(waiting.during(forMs(2_000)));
	await jest.advanceTimersByTimeAsync(60_000);
	await onTheClock(waiting.during(forMs(3_000)));
	expect(waiting.seconds).toBe(5);
});

test('what several requests wait for together counts once', async () => {
	const waiting = new Waiting();
	const first = waiting.during(forMs(4_000));
	await jest.advanceTimersByTimeAsync(1_000);
	await onTheClock(
		Promise.all([first, waiting.during(forMs(4_000)), waiting.during(forMs(1_000))]),
	);
	expect(waiting.seconds).toBe(5);
});

test.each([
	[400, 0],
	[1_600, 2],
])('%i ms are told as %i s', async (ms, seconds) => {
	const waiting = new Waiting();
	await onTheClock(waiting.during(forMs(ms)));
	expect(waiting.seconds).toBe(seconds);
});

test('it gives what the wait came to', async () => {
	expect(await new Waiting().during(async () => 7)).toBe(7);
});

test('a wait that ends with an error has come to its end', async () => {
	const waiting = new Waiting();
	const failing = waiting.during(async () => {
		await pause(2_000);
		throw new Error('stopped');
	});
	await expect(onTheClock(failing)).rejects.toThrow('stopped');
	await jest.advanceTimersByTimeAsync(60_000);
	await onTheClock(waiting.during(forMs(1_000)));
	expect(waiting.seconds).toBe(3);
});
