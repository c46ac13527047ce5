import fc from 'fast-check';
import { DateTime } from 'luxon';
import { openingAt } from '../../../nodes/WtsChat/conversation/officeHours';
import { runs } from '../../support/runs';

const WEEK = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

type Period = [from: string | null, to: string | null];

/** Office hours as the API has them, with the periods of the days that are given. */
function hours(days: Record<string, Period[]>, more: object = {}) {
	return {
		limitHours: true,
		timezoneDiff: -3,
		days: WEEK.map((dayWeek) => {
			const periods = (days[dayWeek] ?? []).map(([startTime, endTime]) => ({ startTime, endTime }));
			return { dayWeek, active: dayWeek in days, periods };
		}),
		...more,
	};
}

const SHOP = hours({
	MONDAY: [
		['08:00', '12:00'],
		['13:30', '18:00'],
	],
	FRIDAY: [['08:00', '18:00']],
});
const BAR = hours({ SATURDAY: [['18:00', '02:00']] });
const DAILY = (...periods: Period[]) =>
	hours(Object.fromEntries(WEEK.map((dayWeek) => [dayWeek, periods])));

/** Monday is the 7th, Sunday the 13th of September 2026. */
const ms = (day: number, time: string, offset = '-03:00') =>
	Date.parse(`2026-09-${String(day).padStart(2, '0')}T${time}${offset}`);

type Change = [day: number, time: string] | undefined;

test.each<[string, object, [number, string], boolean, Change, Change]>([
	['before it opens', SHOP, [7, '07:59'], false, [7, '08:00'], [7, '12:00']],
	['as it opens', SHOP, [7, '08:00'], true, [7, '13:30'], [7, '12:00']],
	['a moment before it closes', SHOP, [7, '11:59:59.999'], true, [7, '13:30'], [7, '12:00']],
	['as it closes', SHOP, [7, '12:00'], false, [7, '13:30'], [7, '18:00']],
	['in the evening', SHOP, [7, '18:00'], false, [11, '08:00'], [11, '18:00']],
	['until the next week', SHOP, [11, '18:00'], false, [14, '08:00'], [14, '12:00']],
	['over the weekend', SHOP, [13, '12:00'], false, [14, '08:00'], [14, '12:00']],
	['before midnight', BAR, [12, '23:00'], true, [19, '18:00'], [13, '02:00']],
	['after midnight', BAR, [13, '01:59'], true, [19, '18:00'], [13, '02:00']],
	['when the night is over', BAR, [13, '02:00'], false, [19, '18:00'], [20, '02:00']],
	[
		'all day until midnight',
		DAILY(['08:00', '00:00']),
		[7, '23:59'],
		true,
		[8, '08:00'],
		[8, '00:00'],
	],
	['until 24:00', DAILY(['08:00', '24:00']), [7, '23:59'], true, [8, '08:00'], [8, '00:00']],
	[
		'until a minute to midnight',
		DAILY(['08:00', '23:59']),
		[7, '23:59:30'],
		true,
		[8, '08:00'],
		[8, '00:00'],
	],
	['day and night', DAILY(['00:00', '23:59']), [7, '23:59:30'], true, undefined, undefined],
	['round the clock', DAILY(['00:00', '00:00']), [7, '12:00'], true, undefined, undefined],
	[
		'round the clock in shifts',
		DAILY(['06:00', '18:00'], ['18:00', '06:00']),
		[7, '06:00'],
		true,
		undefined,
		undefined,
	],
	[
		'in hours that overlap',
		DAILY(['08:00', '14:00'], ['12:00', '13:00']),
		[7, '13:30'],
		true,
		[8, '08:00'],
		[7, '14:00'],
	],
	['never', hours({}), [7, '12:00'], false, undefined, undefined],
	['with seconds', DAILY(['08:00:00', '18:00:00']), [7, '12:00'], true, [8, '08:00'], [7, '18:00']],
	[
		'with a blank row',
		DAILY([null, null], ['', ''], ['9:00', '18:00']),
		[7, '8:00'.padStart(5, '0')],
		false,
		[7, '09:00'],
		[7, '18:00'],
	],
])('open %s', (_, schedule, [day, time], isOpen, opens, closes) => {
	expect(openingAt(schedule, ms(day, time))).toEqual({
		isOpen,
		opensAt: opens && ms(...opens),
		closesAt: closes && ms(...closes),
		timeZone: 'UTC-3',
	});
});

test('an account that limits no hours is always open', () => {
	const opening = openingAt({ limitHours: false, timezoneDiff: null, days: null }, ms(7, '03:00'));
	expect(opening).toEqual({ isOpen: true });
});

test.each([
	[5.5, '+05:30', 'UTC+5:30'],
	[0, 'Z', 'UTC'],
])('hours of an account %d hours from UTC are local', (timezoneDiff, offset, timeZone) => {
	const opening = openingAt({ ...SHOP, timezoneDiff }, ms(7, '08:00', offset));
	expect(opening).toMatchObject({ isOpen: true, timeZone });
});

test('a time zone that is named counts instead of the offset, in summer and in winter', () => {
	const opensAt = (date: string) => openingAt(SHOP, Date.parse(date), 'Europe/Lisbon').opensAt;
	expect(opensAt('2026-03-27T20:00:00Z')).toBe(Date.parse('2026-03-30T08:00:00+01:00'));
	expect(opensAt('2026-10-23T20:00:00Z')).toBe(Date.parse('2026-10-26T08:00:00Z'));
	expect(openingAt(SHOP, ms(7, '12:00'), 'Europe/Lisbon').timeZone).toBe('Europe/Lisbon');
});

const oneDay = (day: object) => ({ ...SHOP, days: [day] });
const opening = { dayWeek: 'MONDAY', active: true };

test.each<[string, unknown, RegExp]>([
	['nothing', undefined, /does not tell the office hours/],
	['no limit', { ...SHOP, limitHours: undefined }, /does not tell the office hours/],
	['no days', { ...SHOP, days: null }, /does not tell the office hours/],
	['no time zone', { ...SHOP, timezoneDiff: null }, /does not tell the time zone/],
	['a day of its own', oneDay({ ...opening, dayWeek: 'FUNDAY' }), /hours of FUNDAY cannot/],
	['no day', oneDay({ active: true }), /hours of UNDEFINED cannot/],
	['something else for a day', { ...SHOP, days: [7] }, /hours of 7 cannot/],
	[
		'an open day without hours',
		oneDay({ ...opening, periods: [] }),
		/hours of MONDAY cannot be read/,
	],
	['an open day with nothing', oneDay(opening), /hours of MONDAY cannot be read/],
	['hours without an end', DAILY(['08:00', null]), /hours of MONDAY cannot be read/],
	['hours without a begin', DAILY([null, '08:00']), /hours of MONDAY cannot be read/],
	[
		'hours of which one has no end',
		DAILY(['08:00', null], ['13:00', '18:00']),
		/hours of MONDAY cannot be read/,
	],
	['hours with a word behind', DAILY(['08:00h', '18:00']), /hours of MONDAY cannot be read/],
	['hours that end as they begin', DAILY(['08:00', '08:00']), /hours of MONDAY cannot be read/],
	['an hour of its own', DAILY(['08:00', '25:00']), /hours of MONDAY cannot be read/],
	['a minute of its own', DAILY(['08:60', '18:00']), /hours of MONDAY cannot be read/],
	['hours in words', DAILY(['at 08:00', '18:00']), /hours of MONDAY cannot be read/],
	['more than hours', DAILY(['08:00 or so', '18:00']), /hours of MONDAY cannot be read/],
])('an answer with %s is refused', (_, answer, message) => {
	expect(() => openingAt(answer, ms(7, '12:00'))).toThrow(message);
});

test('days are known in any order and case, and one that is off may hold anything', () => {
	const days = [
		{ dayWeek: 'sunday', active: false, periods: [{ startTime: 'x' }] },
		{ dayWeek: 'Monday', active: true, periods: [{ startTime: '08:00', endTime: '12:00' }] },
	];
	expect(openingAt({ ...SHOP, days }, ms(7, '09:00'))).toMatchObject({ isOpen: true });
});

const QUARTER = 900_000;

/** Hours in quarters, so that a clock that looks every quarter sees every change. */
const quarter = fc.nat(95).map((n) => {
	const hour = String(Math.floor(n / 4)).padStart(2, '0');
	return `${hour}:${String((n % 4) * 15).padStart(2, '0')}`;
});
const period = fc
	.tuple(quarter, quarter)
	.filter(([from, to]) => from !== to || from === '00:00')
	.map(([from, to]): Period => [from, to]);
const schedule = fc
	.array(fc.array(period, { maxLength: 3 }), { minLength: 7, maxLength: 7 })
	.map((days) =>
		Object.fromEntries(
			WEEK.map((dayWeek, n) => [dayWeek, days[n] ?? []]).filter(([, periods]) => periods?.length),
		),
	);

/** What a clock on the wall says: whether a period of this day is running, or one of the day before. */
function isOpenOnTheWall(days: Record<string, Period[]>, local: Date): boolean {
	const time = local.toISOString().slice(11, 16);
	const periodsOf = (weekday: number) => days[WEEK[(weekday + 6) % 7] ?? ''] ?? [];
	const today = local.getUTCDay();
	return (
		periodsOf(today).some(
			([from, to]) => String(from) <= time && (time < String(to) || String(to) <= String(from)),
		) || periodsOf(today + 6).some(([from, to]) => String(to) < String(from) && time < String(to))
	);
}

test.each(['America/Sao_Paulo', 'Europe/Lisbon', 'Asia/Kolkata'])(
	'in %s, open and closed follow one another as a clock on the wall shows',
	(zone) => {
		const start = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2026, 11) });
		const clockAt = (ms: number) => DateTime.fromMillis(ms, { zone });
		fc.assert(
			fc.property(schedule, start, (days, at) => {
				const { offset } = clockAt(at);
				const around = [-1, 9].map((n) => clockAt(at).plus({ days: n }).offset);
				fc.pre(around.every((other) => other === offset));
				const look = (ms: number) => isOpenOnTheWall(days, new Date(ms + offset * 60_000));

				const { isOpen, opensAt, closesAt } = openingAt(hours(days), at, zone);
				const change = isOpen ? closesAt : opensAt;
				const end = change ?? at + 8 * 86_400_000;
				const moments = Array.from(
					{ length: Math.ceil((end - at) / QUARTER) },
					(_, n) => at + n * QUARTER,
				);
				const stays = moments.every((moment) => look(moment) === isOpen);
				return stays && (change === undefined || look(change) !== isOpen);
			}),
			runs(60),
		);
	},
);
