import fc from 'fast-check';
import { burstsIn } from '../../../nodes/WtsChat/conversation/bursts';

const PATIENCE = { quietMs: 5_000, mostMs: 20_000 };

/** Messages that are known by the second in which they were written. */
const writtenAt = (...seconds: number[]) =>
	seconds.map((second, n) => ({ id: `${second}/${n}`, at: second * 1_000 }));

const secondsOf = (bursts: Array<Array<{ at: number }>>) =>
	bursts.map((burst) => burst.map(({ at }) => at / 1_000));

test.each<[string, number[], number[][]]>([
	['no message', [], []],
	['one message', [7], [[7]]],
	['short pauses', [0, 4.999, 9], [[0, 4.999, 9]]],
	['a pause as long as the contact has to be quiet', [0, 5], [[0], [5]]],
	['a long pause', [0, 1, 100, 101], [[0, 1], [100, 101]]], // prettier-ignore
	['messages that come in another order', [9, 0, 4.999], [[0, 4.999, 9]]],
	['messages of one moment', [1, 1, 1], [[1, 1, 1]]],
	['the last one that the first can be waited on for', [0, 4, 8, 12, 15], [[0, 4, 8, 12, 15]]],
	['one more', [0, 4, 8, 12, 15.001], [[0, 4, 8, 12], [15.001]]], // prettier-ignore
	['without an end', [0, 4, 8, 12, 16, 20, 24, 28, 32], [[0, 4, 8, 12], [16, 20, 24, 28], [32]]], // prettier-ignore
])('%s: bursts as expected', (_name, seconds, bursts) => {
	expect(secondsOf(burstsIn(writtenAt(...seconds), PATIENCE))).toEqual(bursts);
});

test('a contact that never waits so long gets no burst of its own where the longest wait is short', () => {
	const bursts = burstsIn(writtenAt(0, 1, 2), { quietMs: 5_000, mostMs: 5_000 });
	expect(secondsOf(bursts)).toEqual([[0], [1], [2]]);
});

test('messages of one moment have one order, however they are listed', () => {
	const messages = writtenAt(1, 1, 1);
	expect(burstsIn([...messages].reverse(), PATIENCE)).toEqual(burstsIn(messages, PATIENCE));
});

const history = fc.array(fc.nat(120), { maxLength: 25 }).map((seconds) => writtenAt(...seconds));

test('each message is in one burst, in order, and what comes later changes no burst that is over', () => {
	fc.assert(
		fc.property(history, fc.nat(120), (messages, second) => {
			const bursts = burstsIn(messages, PATIENCE);
			const ids = bursts.flat().map(({ id }) => id);
			expect(new Set(ids)).toEqual(new Set(messages.map(({ id }) => id)));
			expect(ids).toHaveLength(messages.length);

			const now = second * 1_000;
			const sofar = burstsIn(
				messages.filter(({ at }) => at <= now),
				PATIENCE,
			);
			const over = sofar.filter((burst) => burst.at(-1)!.at + PATIENCE.quietMs <= now);
			for (const burst of over) expect(bursts).toContainEqual(burst);
		}),
	);
});
