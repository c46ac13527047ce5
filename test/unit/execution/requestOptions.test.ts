import type { IExecuteFunctions } from 'n8n-workflow';
import { requestOptionsOf } from '../../../nodes/WtsChat/execution/requestOptions';

/** What comes of the options as the node holds them; without `chosen` it holds none. */
function optionsOf(chosen?: object) {
	const values: Record<string, unknown> = { requestOptions: chosen };
	const getNodeParameter = (name: string, _item: number, otherwise: unknown) =>
		values[name] ?? otherwise;
	return requestOptionsOf({ getNodeParameter } as unknown as IExecuteFunctions);
}

const USUAL = { atOnce: 10, paced: true, retries: 3, timeoutMs: 30_000 };

test.each([undefined, {}])('without options (%j) a run goes the usual way', (chosen) => {
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

test.each(['', ' ', 'many', NaN, Infinity, null, true, [5]])(
	'%p is no number of anything',
	(value) => {
		expect(optionsOf({ concurrency: value, retries: value, timeout: value })).toEqual(USUAL);
	},
);
