import fc from 'fast-check';
import { openTimeOf } from '../../../nodes/WtsChat/trigger/openTime';
import { runs } from '../../support/runs';

const WORKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'];
const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

const hours = (periods: Array<[string, string]>, days = WORKDAYS) => ({
	limitHours: true,
	timezoneDiff: -3,
	days: days.map((dayWeek) => ({
		dayWeek,
		active: true,
		periods: periods.map(([startTime, endTime]) => ({ startTime, endTime })),
	})),
});

const OFFICE = hours([
	['08:00', '12:00'],
	['13:30', '18:00'],
]);

/** The moment of a local time; 30 November 2026 is a Monday. */
const at = (local: string) => Date.parse(`2026-${local}:00-03:00`);
const local = (moment: number) => new Date(moment - 3 * 60 * MINUTE_MS).toISOString().slice(5, 16);

const FROM = at('11-20T00:00');
const time = (officeHours: unknown = OFFICE) => openTimeOf(officeHours, FROM, FROM + 30 * DAY_MS);

test.each([
	['11-30T10:00', 30, '11-30T10:30'],
	['11-30T11:50', 30, '11-30T13:50'],
	['11-30T12:10', 30, '11-30T14:00'],
	['11-30T17:45', 30, '12-01T08:15'],
	['11-27T17:45', 30, '11-30T08:15'],
	['11-28T11:00', 30, '11-30T08:30'],
	['11-30T17:30', 30, '12-01T08:00'],
	['11-30T09:00', 2 * 8.5 * 60, '12-02T09:00'],
	['11-30T07:00', 0, '11-30T08:00'],
	['11-30T09:00', 0, '11-30T09:00'],
])('after %s, %d minutes have passed at %s', (since, minutes, passed) => {
	expect(local(time().after(at(since), minutes * MINUTE_MS))).toBe(passed);
});

test.each([
	['11-30T10:30', 30, '11-30T10:00'],
	['11-30T13:50', 30, '11-30T11:50'],
	['12-01T03:00', 60, '11-30T17:00'],
	['11-29T10:00', 60, '11-27T17:00'],
	['12-01T08:15', 30, '11-30T17:45'],
	['12-01T09:00', 60, '12-01T08:00'],
])('until %s, %d minutes are left at %s', (until, minutes, from) => {
	expect(local(time().before(at(until), minutes * MINUTE_MS))).toBe(from);
});

test.each<[string, boolean]>([
	['11-30T07:59', false],
	['11-30T08:00', true],
	['11-30T11:59', true],
	['11-30T12:00', false],
	['11-29T10:00', false],
])('at %s it is open: %s', (moment, isOpen) => {
	expect(time().after(at(moment), 0) === at(moment)).toBe(isOpen);
});

test('an account without hours is always open, one without a day never', () => {
	const always = time({ limitHours: false });
	expect(always.after(at('11-29T03:00'), 60_000)).toBe(at('11-29T03:01'));
	const never = time({ ...OFFICE, days: [] });
	expect(never.after(at('11-30T10:00'), 0)).toBe(Infinity);
	expect(never.before(at('11-30T10:00'), 1)).toBe(FROM);
});

test('what has passed since a moment is left until it has', () => {
	const open = time();
	fc.assert(
		fc.property(
			fc.integer({ min: 5 * 1_440, max: 15 * 1_440 }),
			fc.integer({ min: 1, max: 2_000 }),
			(start, minutes) => {
				const since = FROM + start * MINUTE_MS;
				const passed = open.after(since, minutes * MINUTE_MS);
				expect(open.after(passed, 0)).toBe(passed);
				expect(open.before(passed, minutes * MINUTE_MS)).toBe(
					open.before(open.after(since, 1) - 1, 0),
				);
			},
		),
		runs(300),
	);
});
