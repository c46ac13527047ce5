import { DateTime } from 'luxon';
import { plain, strangerIn } from './characters';
import * as sentences from './sentences';
import { ValueError } from './valueError';

/** The years that anybody means; birthdays lie further back. */
const LAST_YEAR = 2100;
const FIRST_YEAR = 1990;
const FIRST_YEAR_OF_DAYS = 1900;

/** Numbers of five digits that a sheet writes for days: from 1927 to 2100. */
const SHEET_DAYS = { from: 10_000, to: 73_416 };
const DAY_MS = 86_400_000;
const MILLISECONDS = { from: Date.UTC(FIRST_YEAR, 0), to: Date.UTC(LAST_YEAR + 1, 0) };

/**
 * A moment as ISO 8601 in UTC, the API's only form.
 *
 * @param value ISO text, a JavaScript Date, a Luxon DateTime (as `$now` gives), seconds or milliseconds
 * since 1970, or the number that a sheet writes for a date; the size of a number tells which it is
 * @param timezone zone of a value that names none, for example `America/Sao_Paulo`
 * @throws ValueError when it is no moment, or could be another one
 */
export function readMoment(value: unknown, timezone: string): string {
	const moment = dateTimeOf(value, timezone);
	if (liesSince(FIRST_YEAR, moment)) return String(moment.toUTC().toISO());
	throw new ValueError(sentences.notAMoment, hindranceOf(value, moment));
}

/**
 * The day of a moment as `YYYY-MM-DD`, in the zone that its text names or else in `timezone`.
 *
 * @throws ValueError when it is no day, or could be another one
 */
export function readDay(value: unknown, timezone: string): string {
	const moment = dateTimeOf(value, isDayInUtc(value) ? 'utc' : timezone);
	if (liesSince(FIRST_YEAR_OF_DAYS, moment)) return String(moment.toISODate());
	throw new ValueError(sentences.notADay, hindranceOf(value, moment));
}

/** `new Date("2026-09-15")` is midnight in UTC, and means that day wherever one is. */
function isDayInUtc(value: unknown): boolean {
	return value instanceof Date && value.getTime() % DAY_MS === 0;
}

function liesSince(firstYear: number, moment: DateTime | undefined): moment is DateTime {
	return moment?.isValid === true && moment.year >= firstYear && moment.year <= LAST_YEAR;
}

function hindranceOf(value: unknown, moment: DateTime | undefined): string | undefined {
	if (moment?.isValid) return `It would lie in the year ${moment.year}.`;
	if (typeof value !== 'string') return undefined;
	const text = plain(value);
	if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d/.test(text)) return 'Day and month could change places.';
	return strangerIn(text, /[ -~]/);
}

function dateTimeOf(value: unknown, zone: string): DateTime | undefined {
	if (typeof value === 'string') return inText(plain(value), zone);
	if (typeof value === 'number') return inNumber(value, zone);
	if (value instanceof Date) return DateTime.fromJSDate(value, { zone });
	// n8n's DateTime comes from another copy of Luxon, so instanceof would miss it
	const { toMillis } = (value ?? {}) as { toMillis?: unknown };
	const ms: unknown = typeof toMillis === 'function' ? toMillis.call(value) : undefined;
	return typeof ms === 'number' ? DateTime.fromMillis(ms, { zone }) : undefined;
}

/** Only whole dates: Luxon would take a year for its first day, and a time for that of today. */
function inText(written: string, zone: string): DateTime | undefined {
	const text = written
		.replace(/^(\d{4})\/(\d\d)\/(\d\d)/, '$1-$2-$3')
		.replace(/(\d) ([+-]\d\d:?\d\d)$/, '$1$2');
	if (/[+-](1[5-9]|[2-9]\d)(:?\d\d)?$/.test(text) && /T|\d \d/.test(text)) return undefined;
	const inMail = DateTime.fromRFC2822(written, { setZone: true });
	if (inMail.isValid) return inMail;
	if (/^[1-9]\d*([.,]\d+)?$/.test(text)) return inNumber(Number(text.replace(',', '.')), zone);
	if (!/^\d{4}-?\d\d-?\d\d([T ]|$)/i.test(text)) return undefined;
	const iso = DateTime.fromISO(text, { zone, setZone: true });
	// a blank instead of the T is what many sheets and databases write
	return iso.isValid ? iso : DateTime.fromSQL(text, { zone, setZone: true });
}

function inNumber(value: number, zone: string): DateTime | undefined {
	if (isWithin(SHEET_DAYS, value)) {
		const ms = Math.round(value * 86_400) * 1_000;
		return DateTime.fromObject({ year: 1899, month: 12, day: 30 }, { zone: 'utc' })
			.plus(ms)
			.setZone(zone, { keepLocalTime: true });
	}
	// it could be seconds, or the digits of a date with its hour
	if (/^20\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])$/.test(String(value))) {
		return undefined;
	}
	if (/^\d{8}$/.test(String(value))) return DateTime.fromISO(String(value), { zone });
	if (isWithin(MILLISECONDS, value)) return DateTime.fromMillis(Math.round(value), { zone });
	if (isWithin(MILLISECONDS, value * 1_000)) {
		return DateTime.fromMillis(Math.round(value * 1_000), { zone });
	}
	return undefined;
}

function isWithin({ from, to }: { from: number; to: number }, value: number): boolean {
	return value >= from && value < to;
}

/** The milliseconds of a moment as the API writes it, in UTC; undefined for anything else. */
export function momentOf(value: unknown): number | undefined {
	if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(value)) return undefined;
	const ms = Date.parse(/(Z|[+-]\d\d:?\d\d)$/i.test(value) ? value : `${value}Z`);
	return Number.isNaN(ms) ? undefined : ms;
}
