import { patienceFields, patienceOf } from '../../../nodes/WtsChat/trigger/patience';
import { sourceOf } from '../../support/source';

const { quietSeconds, mostSeconds } = patienceFields;

const given = (name: string, value: unknown) => sourceOf({ [name]: value });

test.each([
	['of their defaults', { quietSeconds: 5 }, { quietMs: 5_000, mostMs: 30_000 }],
	['as chosen', { quietSeconds: 8, mostSeconds: 60 }, { quietMs: 8_000, mostMs: 60_000 }],
	[
		'no shorter at most than the contact has to be quiet',
		{ quietSeconds: 45 },
		{ quietMs: 45_000, mostMs: 45_000 },
	],
	['for nothing without quiet seconds', { mostSeconds: 60 }, undefined],
])('more messages are waited for %s: %#', (_name, chosen, patience) => {
	const values = { quietSeconds: undefined, mostSeconds: undefined, ...chosen };
	expect(patienceOf(values)).toEqual(patience);
});

test.each([
	['quietSeconds', quietSeconds, 60],
	['mostSeconds', mostSeconds, 120],
])('%s is a number of seconds that somebody waits', (name, field, most) => {
	for (const seconds of [0.5, 1, most]) expect(field.read(given(name, seconds))).toBe(seconds);
	for (const seconds of [0, -1, most + 0.1]) {
		expect(() => field.read(given(name, seconds))).toThrow(
			expect.objectContaining({
				message: `'${field.label}' has to be more than nothing and no more than ${most} seconds`,
				remedy: `Its value is now ${seconds}.`,
			}),
		);
	}
	expect(field.read(given(name, ''))).toBeUndefined();
});
