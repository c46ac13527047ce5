import fc from 'fast-check';
import { DateTime } from 'luxon';
import { dayOf, momentInUtc } from '../../../nodes/WtsChat/execution/moments';

const SAO_PAULO = 'America/Sao_Paulo';
const TOKYO = 'Asia/Tokyo';

/** A DateTime of another copy of Luxon, of which only this much is known. */
const foreign = (ms: number) => ({ toMillis: () => ms });

describe('a moment', () => {
	test('that names its zone, or needs none, is the same in every zone', () => {
		const since = new Date('2002-01-01');
		const date = fc.date({ min: since, max: new Date('9999-12-31'), noInvalidDate: true });
		fc.assert(
			fc.property(date, fc.constantFrom(SAO_PAULO, TOKYO), (moment, timezone) => {
				const ms = moment.getTime();
				const written = DateTime.fromMillis(ms, { zone: TOKYO });
				for (const given of [moment, ms, foreign(ms), written, written.toISO()]) {
					expect(momentInUtc(given, timezone)).toBe(moment.toISOString());
				}
			}),
		);
	});

	test.each([
		['2026-09-15T13:00:00', SAO_PAULO, '2026-09-15T16:00:00.000Z'],
		['2026-09-15T13:00', TOKYO, '2026-09-15T04:00:00.000Z'],
		['2026-09-15 13:00:00', SAO_PAULO, '2026-09-15T16:00:00.000Z'],
		['2026-09-15 13:00', TOKYO, '2026-09-15T04:00:00.000Z'],
		['2026-09-15', SAO_PAULO, '2026-09-15T03:00:00.000Z'],
		[' 2026-09-15T13:00\n', SAO_PAULO, '2026-09-15T16:00:00.000Z'],
		['\t2026-09-15 13:00 ', SAO_PAULO, '2026-09-15T16:00:00.000Z'],
		['2026-09-15T13:00:00+02:00', SAO_PAULO, '2026-09-15T11:00:00.000Z'],
	])('written as %j is read in %s', (text, timezone, utc) => {
		expect(momentInUtc(text, timezone)).toBe(utc);
	});
});

describe('a day', () => {
	test.each([
		['2026-09-20', SAO_PAULO],
		[' 2026-09-20\n', TOKYO],
		['2026-09-20T00:30:00', SAO_PAULO],
		['2026-09-20T23:30:00', TOKYO],
		['2026-09-20T23:30:00-03:00', TOKYO],
		['2026-09-20T00:30:00+09:00', SAO_PAULO],
	])('is the one that %j names, in %s too', (text, timezone) => {
		expect(dayOf(text, timezone)).toBe('2026-09-20');
	});

	test.each([
		['2026-09-20T23:30:00-03:00', SAO_PAULO, '2026-09-20'],
		['2026-09-20T23:30:00-03:00', TOKYO, '2026-09-21'],
	])('of the moment %s in %s is %s', (moment, timezone, day) => {
		const date = new Date(moment);
		for (const given of [date, date.getTime(), foreign(date.getTime())]) {
			expect(dayOf(given, timezone)).toBe(day);
		}
	});
});

test.each([
	'',
	'tomorrow',
	'15/09/2026',
	'2026-13-01',
	'2026-02-30',
	NaN,
	Infinity,
	new Date(NaN),
	foreign(NaN),
	true,
	null,
	undefined,
	{},
	[],
])('%p is neither a moment nor a day', (value) => {
	expect(momentInUtc(value, SAO_PAULO)).toBeUndefined();
	expect(dayOf(value, SAO_PAULO)).toBeUndefined();
});
