import { EventEmitter } from 'node:events';
import { take, takenBefore } from '../../../nodes/WtsChat/trigger/repeats';

type Response = Parameters<typeof take>[1];

let events = 0;
const newEvent = () => `event ${++events}`;

/** A response that is on its way; it ends as the test lets it. */
function response(closed = false) {
	const emitter = Object.assign(new EventEmitter(), { statusCode: 200, closed });
	return {
		response: emitter as unknown as Response,
		answer(status: number) {
			emitter.statusCode = status;
			emitter.emit('finish');
			emitter.emit('close');
		},
		breakOff: () => emitter.emit('close'),
	};
}

test.each([
	[200, true],
	[204, true],
	[299, true],
	[199, false],
	[300, false],
	[404, false],
	[500, false],
	[503, false],
])('an event that is answered with %i is taken: %s', async (status, isTaken) => {
	const event = newEvent();
	const { response: first, answer } = response();
	take(event, first);
	const before = takenBefore(event);
	answer(status);
	expect(await before).toBe(isTaken);
	expect(await takenBefore(event)).toBe(isTaken ? true : undefined);
});

test('an event whose connection ends without an answer is not taken', async () => {
	const event = newEvent();
	const { response: first, breakOff } = response();
	take(event, first);
	const before = takenBefore(event);
	breakOff();
	expect(await before).toBe(false);
	expect(takenBefore(event)).toBeUndefined();
});

test('an event whose sender has gone already keeps nobody waiting', async () => {
	const event = newEvent();
	take(event, response(true).response);
	expect(await takenBefore(event)).toBe(false);
	expect(takenBefore(event)).toBeUndefined();
});

test('an event that has failed is not forgotten again when another delivery has taken it', async () => {
	const event = newEvent();
	const [first, second] = [response(), response()];
	take(event, first.response);
	take(event, second.response);
	first.breakOff();
	await new Promise((resolve) => setImmediate(resolve));
	second.answer(200);
	expect(await takenBefore(event)).toBe(true);
});

test.each([
	['almost an hour', 59 * 60_000, true],
	['more than an hour', 61 * 60_000, undefined],
])('after %s an event is remembered: %s', async (_name, ms, isTaken) => {
	const event = newEvent();
	const { response: first, answer } = response();
	take(event, first);
	answer(200);
	const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + ms);
	expect(await takenBefore(event)).toBe(isTaken);
	clock.mockRestore();
});

test('an event is remembered for an hour, and then no longer', async () => {
	const event = newEvent();
	const { response: first, answer } = response();
	const clock = jest.spyOn(Date, 'now').mockReturnValue(1e15);
	take(event, first);
	answer(200);
	clock.mockReturnValue(1e15 + 60 * 60_000 - 1);
	expect(await takenBefore(event)).toBe(true);
	clock.mockReturnValue(1e15 + 60 * 60_000);
	expect(takenBefore(event)).toBeUndefined();
	clock.mockRestore();
});

test('of very many events in an hour the newest fifty thousand are remembered, and no more are kept', () => {
	const open = { closed: false, once: () => undefined } as unknown as Response;
	const all = Array.from({ length: 50_000 }, newEvent);
	for (const event of all) take(event, open);
	const isTaken = (event: string | undefined) => takenBefore(event ?? '') !== undefined;
	expect([all[0], all[1], all.at(-1)].map(isTaken)).toEqual([false, true, true]);
	const next = newEvent();
	take(next, open);
	expect([all[1], all[2], next].map(isTaken)).toEqual([false, true, true]);
});
