import fc from 'fast-check';
import { DateTime, Settings } from 'luxon';
import { momentOf, readDay, readMoment } from '../../../nodes/WtsChat/values/moments';
import { runs } from '../../support/runs';

const SAO_PAULO = 'America/Sao_Paulo';
const TOKYO = 'Asia/Tokyo';

/** A DateTime of another copy of Luxon, of which only this much is known. */
const foreign = (ms: number) => ({ toMillis: () => ms });

describe('a moment', () => {
	test('that names its zone, or needs none, is the same in every zone', () => {
		const since = new Date('2002-01-01');
		const date = fc.date({ min: since, max: new Date('2100-12-31'), noInvalidDate: true });
		fc.assert(
			fc.property(date, fc.constantFrom(SAO_PAULO, TOKYO), (moment, timezone) => {
				const ms = moment.getTime();
				const written = DateTime.fromMillis(ms, { zone: TOKYO });
				for (const given of [moment, ms, foreign(ms), written, written.toISO()]) {
					expect(readMoment(given, timezone)).toBe(moment.toISOString());
				}
			}),
			runs(100),
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
		['2026-09-15 13:00:00+02', SAO_PAULO, '2026-09-15T11:00:00.000Z'],
		['2026-09-15T13:00:00.9250791Z', TOKYO, '2026-09-15T13:00:00.925Z'],
		['20260915T130000', SAO_PAULO, '2026-09-15T16:00:00.000Z'],
		['2026/09/15 13:00', SAO_PAULO, '2026-09-15T16:00:00.000Z'],
		['2026-09-15T13:00:00 -03:00', TOKYO, '2026-09-15T16:00:00.000Z'],
		['2026-09-15T13:00:00 -0300', TOKYO, '2026-09-15T16:00:00.000Z'],
		['2026-09-15T13:00:00+14:00', SAO_PAULO, '2026-09-14T23:00:00.000Z'],
		['2026-09-15 13:00:00-12', SAO_PAULO, '2026-09-16T01:00:00.000Z'],
		['Tue, 15 Sep 2026 16:00:00 GMT', SAO_PAULO, '2026-09-15T16:00:00.000Z'],
		['Tue, 15 Sep 2026 13:00:00 -0300', TOKYO, '2026-09-15T16:00:00.000Z'],
		['15 Sep 2026 13:00 -0300', TOKYO, '2026-09-15T16:00:00.000Z'],
		['20260915', SAO_PAULO, '2026-09-15T03:00:00.000Z'],
		['\u202a2026\u201109\u201115\u00a013:00\u202c', SAO_PAULO, '2026-09-15T16:00:00.000Z'],
		['２０２６-09-15', SAO_PAULO, '2026-09-15T03:00:00.000Z'],
	])('written as %j is read in %s', (text, timezone, utc) => {
		expect(readMoment(text, timezone)).toBe(utc);
	});
});

describe('a number', () => {
	const NOON = Date.UTC(2026, 8, 15, 15);

	test.each([
		['milliseconds since 1970', NOON],
		['seconds since 1970', NOON / 1_000],
		['seconds with a fraction', NOON / 1_000 + 0.0004],
		['what a sheet writes for noon', 46_280.5],
	])('is read as %s, and as text too', (_, number) => {
		const read = readMoment(number, SAO_PAULO);
		expect(readMoment(String(number), SAO_PAULO)).toBe(read);
		expect(readMoment(String(number).replace('.', ','), SAO_PAULO)).toBe(read);
		expect(read).toBe('2026-09-15T15:00:00.000Z');
	});

	test.each([SAO_PAULO, TOKYO])('of a sheet is a day and its time in %s', (timezone) => {
		const days = fc.integer({ min: 32_874, max: 73_415 });
		fc.assert(
			fc.property(days, (day) => {
				const written = new Date(Date.UTC(1899, 11, 30) + day * 86_400_000);
				expect(readDay(day, timezone)).toBe(written.toISOString().slice(0, 10));
			}),
			runs(100),
		);
		expect(readDay(45_922.999, timezone)).toBe('2025-09-22');
	});

	test('of eight digits is a date', () => {
		expect(readDay(20_260_915, TOKYO)).toBe('2026-09-15');
		expect(readMoment(20_260_915, SAO_PAULO)).toBe('2026-09-15T03:00:00.000Z');
	});

	test.each([
		0,
		1,
		-1,
		42,
		999,
		2026,
		202_609,
		20_261_301,
		99_999_999,
		631_151_999,
		4_133_991_600,
		4_133_991_600_000,
		1_789_484_400_000_000,
		-1_789_484_400,
		1e21,
		NaN,
		Infinity,
	])('%p is refused', (number) => {
		for (const value of [number, String(number)]) {
			expect(() => readMoment(value, SAO_PAULO)).toThrow('is not a date and time');
			expect(() => readDay(value, SAO_PAULO)).toThrow('is not a date');
		}
	});
});

describe('a day', () => {
	test.each([
		['2026-09-20', SAO_PAULO],
		[' 2026-09-20\n', TOKYO],
		['2026-09-20T00:30:00', SAO_PAULO],
		['2026-09-20T23:30:00', TOKYO],
		['2026-09-20 23:30', SAO_PAULO],
		['2026-09-20T23:30:00-03:00', TOKYO],
		['2026-09-20T00:30:00+09:00', SAO_PAULO],
		['2026-09-20 00:30:00+09:00', SAO_PAULO],
		['Sun, 20 Sep 2026 00:30:00 +0900', SAO_PAULO],
	])('is the one that %j names, in %s too', (text, timezone) => {
		expect(readDay(text, timezone)).toBe('2026-09-20');
	});

	test.each([
		['2026-09-20T23:30:00-03:00', SAO_PAULO, '2026-09-20'],
		['2026-09-20T23:30:00-03:00', TOKYO, '2026-09-21'],
	])('of the moment %s in %s is %s', (moment, timezone, day) => {
		const date = new Date(moment);
		const ms = date.getTime();
		for (const given of [date, ms, ms / 1_000, foreign(ms)]) {
			expect(readDay(given, timezone)).toBe(day);
		}
	});
});

test.each([new Date(0), foreign(0), new Date(1_789_484_400)])(
	'no moment lies in 1970: %p',
	(value) => {
		expect(() => readMoment(value, TOKYO)).toThrow(
			expect.objectContaining({ detail: 'It would lie in the year 1970.' }),
		);
	},
);

test('the first and the last moment are those of the years in the zone', () => {
	expect(readMoment(Date.UTC(1990, 0, 1, 3), SAO_PAULO)).toBe('1990-01-01T03:00:00.000Z');
	expect(readMoment(Date.UTC(1990, 0, 1), 'utc')).toBe('1990-01-01T00:00:00.000Z');
	expect(readMoment('2100-12-31T20:59:59', SAO_PAULO)).toBe('2100-12-31T23:59:59.000Z');
	expect(readDay(10_000, SAO_PAULO)).toBe('1927-05-18');
});

test('a day may be a birthday, a moment lies in our time', () => {
	expect(readDay('1931-05-02', SAO_PAULO)).toBe('1931-05-02');
	expect(() => readMoment('1931-05-02', SAO_PAULO)).toThrow(
		expect.objectContaining({ detail: 'It would lie in the year 1931.' }),
	);
});

test.each([
	'',
	'tomorrow',
	'2026',
	'2026-09',
	'202609',
	'16:41',
	'T16:41',
	'16:41:56',
	'2026-W38',
	'2026-W38-2',
	'2026-258',
	'2026-13-01',
	'2026-02-30',
	'2026-09-15 at noon',
	'2026-09-15 4:41 PM',
	'0026-09-15',
	'2101-01-01',
	'9999-12-31',
	'+002026-09-15',
	'02026',
	'45922.5.1',
	'45.922,5',
	'1.7e9',
	'٢٠٢٦-٠٩-١٥',
	new Date(NaN),
	foreign(NaN),
	{ toMillis: 5 },
	true,
	null,
	undefined,
	{},
	[],
])('%p is neither a moment nor a day', (value) => {
	expect(() => readMoment(value, SAO_PAULO)).toThrow('is not a date and time; write it like 2026');
	expect(() => readDay(value, SAO_PAULO)).toThrow('is not a date; write it like 2026');
});

test.each([
	['15/09/2026', 'Day and month could change places.'],
	['09/15/2026 16:41', 'Day and month could change places.'],
	['5.9.26', 'Day and month could change places.'],
	['15-09-2026', 'Day and month could change places.'],
	['2026-09-15T１٦:41', 'The character ٦ (U+0666) does not belong in it.'],
])('%j is refused with what hinders it', (text, detail) => {
	for (const read of [readMoment, readDay]) {
		expect(() => read(text, SAO_PAULO)).toThrow(expect.objectContaining({ detail }));
	}
});

test.each([2026090500, 2026101519, 2026122920, 2026013123, '2026091516'])(
	'%j is refused, because it can be seconds, or a date with its hour',
	(value) => {
		expect(() => readMoment(value, SAO_PAULO)).toThrow('is not a date and time');
	},
);

test.each([2026131516, 2026001516, 2026093216, 2026090016, 2026091524, 1919091516])(
	'%d is seconds, because no date has these digits',
	(seconds) => {
		expect(readMoment(seconds, SAO_PAULO)).toBe(new Date(seconds * 1_000).toISOString());
	},
);

test.each([1_782_026_091_516, 2_026_091_516_789])(
	'%d is milliseconds, though a date with its hour stands in it',
	(ms) => {
		expect(readMoment(ms, SAO_PAULO)).toBe(new Date(ms).toISOString());
	},
);

test.each([
	'2026-09-15T13:00:00+15:00',
	'2026-09-15T13:00:00-1930',
	'2026-09-15T13:00:00+20',
	'2026-09-15T13:00:00+25:00',
	'2026-09-15 13:00:00+15:00',
	'2026-09-15 13:00:00 -99:00',
	'Tue, 15 Sep 2026 13:00:00 +1500',
])('%j is refused, because no zone is so far from UTC', (text) => {
	expect(() => readMoment(text, SAO_PAULO)).toThrow('is not a date and time');
});

describe('on a machine in a zone of its own', () => {
	afterEach(() => {
		Settings.defaultZone = 'system';
	});

	test.each(['America/New_York', 'Pacific/Apia'])('%s, what a sheet writes is the same', (zone) => {
		Settings.defaultZone = zone;
		expect(readMoment(46_280.5, SAO_PAULO)).toBe('2026-09-15T15:00:00.000Z');
		expect(readDay(46_280, TOKYO)).toBe('2026-09-15');
	});
});

test('a JavaScript date at midnight in UTC is the day that it was made from', () => {
	for (const zone of [SAO_PAULO, TOKYO]) {
		expect(readDay(new Date('2026-09-15'), zone)).toBe('2026-09-15');
	}
	expect(readDay(new Date('2026-09-15T01:00:00Z'), SAO_PAULO)).toBe('2026-09-14');
});

test.each<[unknown, string | undefined]>([
	['2026-11-30T10:00:00Z', '2026-11-30T10:00:00.000Z'],
	['2026-11-30T10:00:00.1234567Z', '2026-11-30T10:00:00.123Z'],
	['2026-11-30T07:00:00-03:00', '2026-11-30T10:00:00.000Z'],
	['2026-11-30T07:00:00-0300', '2026-11-30T10:00:00.000Z'],
	['2026-11-30T10:00:00', '2026-11-30T10:00:00.000Z'],
	['on 2026-11-30T10:00:00Z', undefined],
	[['2026-11-30T10:00:00Z'], undefined],
	['29/11/2026', undefined],
	['11/10/2026', undefined],
	['2026-11-30', undefined],
	['2026-13-30T10:00:00Z', undefined],
	['', undefined],
	[1_796_000_000_000, undefined],
	[null, undefined],
	[undefined, undefined],
])('the API has written %p: it is %p', (written, moment) => {
	const ms = momentOf(written);
	expect(ms === undefined ? ms : new Date(ms).toISOString()).toBe(moment);
});
