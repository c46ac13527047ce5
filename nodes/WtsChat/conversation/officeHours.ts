import { DateTime, FixedOffsetZone, IANAZone, type Zone } from 'luxon';
import type { IDataObject } from 'n8n-workflow';
import { PlainError } from '../transport/plainError';
import { isRecord } from '../transport/records';
import { isBlank } from '../values/blank';
import * as sentences from './sentences';

/** Whether an account is open, and when that changes. */
export interface Opening {
	isOpen: boolean;
	/** The next time that it opens, after the one that it is in, in milliseconds; undefined for never. */
	opensAt?: number;
	/** The next time that it closes, in milliseconds; undefined for never. */
	closesAt?: number;
	/** The zone of its hours; undefined when it is always open and tells none. */
	timeZone?: string;
}

const WEEK = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const DAY = 24 * 60;
/** Enough for any next opening and the closing that follows. */
const DAYS_AHEAD = 16;

/** From when to when, in minutes of a day or in milliseconds; what goes over midnight ends beyond its day. */
interface Span {
	from: number;
	to: number;
}

/**
 * Whether the account is open at a moment. WTS Chat tells of no holidays.
 *
 * @param officeHours what `GET /core/v1/company/officehours` answers
 * @param at the moment, in milliseconds
 * @param timeZone zone of the hours, instead of the fixed offset that the account tells
 * @throws Error with a plain sentence when the answer does not say it
 */
export function openingAt(officeHours: unknown, at: number, timeZone?: string): Opening {
	const { limitHours, timezoneDiff, days } = isRecord(officeHours) ? officeHours : {};
	const zone = zoneOf(timezoneDiff, timeZone);
	if (limitHours === false) return { isOpen: true, timeZone: zone?.name };
	if (limitHours !== true || !Array.isArray(days)) {
		throw new PlainError(sentences.noOfficeHours);
	}
	if (!zone) throw new PlainError(sentences.noTimeZone);

	const week = WEEK.map((name) => days.filter((day) => nameOf(day) === name).flatMap(spansOf));
	const yesterday = DateTime.fromMillis(at, { zone }).startOf('day').minus({ days: 1 });
	const spans = joined(spansFrom(yesterday, week)).filter(({ to }) => to > at);
	const [next, following] = spans;
	const isOpen = next !== undefined && next.from <= at;
	return {
		isOpen,
		opensAt: (isOpen ? following : next)?.from,
		// what goes on up to the last day looked at never closes
		closesAt: following && next?.to,
		timeZone: zone.name,
	};
}

function zoneOf(offset: unknown, timeZone: string | undefined): Zone | undefined {
	if (timeZone !== undefined) return IANAZone.create(timeZone);
	return typeof offset === 'number' ? FixedOffsetZone.instance(Math.round(offset * 60)) : undefined;
}

function nameOf(day: unknown): string {
	const name = String(isRecord(day) ? day.dayWeek : day).toUpperCase();
	if (WEEK.includes(name)) return name;
	throw new PlainError(sentences.unreadableDay(name));
}

/** When a day is open, in minutes from its midnight. */
function spansOf(day: unknown): Span[] {
	const { dayWeek, active, periods } = isRecord(day) ? day : {};
	if (active === false) return [];
	const spans = (Array.isArray(periods) ? periods : []).filter(isFilledIn).map(spanOf);
	if (spans.length > 0 && spans.every((span) => span !== undefined)) return spans;
	throw new PlainError(sentences.unreadableDay(String(dayWeek)));
}

function isFilledIn(period: unknown): period is IDataObject {
	return isRecord(period) && !(isBlank(period.startTime) && isBlank(period.endTime));
}

function spanOf({ startTime, endTime }: IDataObject): Span | undefined {
	const from = minutesOf(startTime);
	const end = minutesOf(endTime);
	if (from === undefined || end === undefined) return undefined;
	// forms that know no 24:00 end a day a minute before
	const to = end === DAY - 1 || end === 0 ? DAY : end;
	if (to === from) return undefined;
	return { from, to: to < from ? to + DAY : to };
}

/** The minutes of `HH:mm` since midnight. */
function minutesOf(time: unknown): number | undefined {
	const [, hours, minutes] = /^\s*(\d{1,2}):([0-5]\d)(?::\d\d)?\s*$/.exec(String(time)) ?? [];
	const since = Number(hours) * 60 + Number(minutes);
	return since <= DAY ? since : undefined;
}

/** When the account is open from that day on, in milliseconds. */
function spansFrom(first: DateTime, week: Span[][]): Span[] {
	return Array.from({ length: DAYS_AHEAD }, (_, days) => first.plus({ days })).flatMap((day) =>
		(week[day.weekday - 1] ?? []).map(({ from, to }) => ({
			from: momentIn(day, from),
			to: momentIn(day, to),
		})),
	);
}

function momentIn(day: DateTime, minutes: number): number {
	const days = Math.floor(minutes / DAY);
	return day
		.plus({ days })
		.set({ hour: Math.floor((minutes % DAY) / 60), minute: minutes % 60 })
		.toMillis();
}

/** The same spans in their order, with those that touch made one. */
function joined(spans: Span[]): Span[] {
	const all: Span[] = [];
	for (const span of [...spans].sort((one, other) => one.from - other.from)) {
		const last = all.at(-1);
		if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
		else all.push({ ...span });
	}
	return all;
}
