import { runOptions } from '../../../nodes/WtsChat/fields/requestOptions';
import { sourceOf } from '../../support/source';
import { refusalOf } from './support';

/** What comes of the options as the node holds them; without `chosen` it holds none. */
const optionsOf = (chosen?: object | null) => runOptions.read(sourceOf({ requestOptions: chosen }));

const USUAL = { atOnce: 10, paced: true, retries: 3, timeoutMs: 30_000 };

test.each([undefined, null, {}])('without options (%j) a run goes the usual way', (chosen) => {
	expect(optionsOf(chosen)).toEqual(USUAL);
});

test.each<[object, object]>([
	[{ concurrency: 1 }, { atOnce: 1 }],
	[{ concurrency: '7' }, { atOnce: 7 }],
	[{ concurrency: 50 }, { atOnce: 50 }],
	[{ retries: 0 }, { retries: 0 }],
	[{ retries: ' 10 ' }, { retries: 10 }],
	[{ timeout: 1 }, { timeoutMs: 1000 }],
	[{ timeout: 600 }, { timeoutMs: 600_000 }],
	[{ paced: false }, { paced: false }],
	[{ paced: 'false' }, { paced: false }],
	[{ paced: true }, { paced: true }],
	[
		{ concurrency: 2, retries: 1, timeout: 5, paced: false },
		{ atOnce: 2, retries: 1, timeoutMs: 5000, paced: false },
	],
])('%j is taken', (chosen, taken) => {
	expect(optionsOf(chosen)).toEqual({ ...USUAL, ...taken });
});

test.each<[object, object]>([
	[{ concurrency: 0 }, { atOnce: 1 }],
	[{ concurrency: 5000 }, { atOnce: 50 }],
	[{ retries: -1 }, { retries: 0 }],
	[{ retries: 11 }, { retries: 10 }],
	[{ timeout: 0 }, { timeoutMs: 1000 }],
	[{ timeout: 601 }, { timeoutMs: 600_000 }],
])('%j is kept within its bounds', (chosen, taken) => {
	expect(optionsOf(chosen)).toEqual({ ...USUAL, ...taken });
});

test.each(['', ' ', null, undefined])('%j counts as not filled in', (blank) => {
	expect(optionsOf({ concurrency: blank, retries: blank, timeout: blank, paced: blank })).toEqual(
		USUAL,
	);
});

test.each(['many', NaN, Infinity, true, [5]])(
	'%p is no number of anything, which is said by the name of the field',
	(value) => {
		const saidOf = (name: string) => refusalOf(() => optionsOf({ [name]: value })).message;
		expect(saidOf('concurrency')).toBe("'Concurrency' has to be a number");
		expect(saidOf('retries')).toBe("'Retries' has to be a number");
		expect(saidOf('timeout')).toBe("'Timeout (Seconds)' has to be a number");
	},
);

test('what is neither true nor false is refused by the name of the field', () => {
	expect(refusalOf(() => optionsOf({ paced: 'maybe' })).message).toBe(
		"'Keep Within Limits' has to be true or false",
	);
});
