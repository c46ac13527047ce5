import { DateTime } from 'luxon';

/**
 * A moment as ISO 8601 in UTC, the API's only form; undefined when `value` is no moment.
 *
 * @param value ISO text, a JavaScript Date, a Luxon DateTime (as `$now` gives), or milliseconds since 1970
 * @param timezone zone of a text that names none, for example `America/Sao_Paulo`
 */
export function momentInUtc(value: unknown, timezone: string): string | undefined {
	const moment = momentOf(value, timezone);
	return moment?.isValid ? (moment.toUTC().toISO() ?? undefined) : undefined;
}

/** The day of a moment as `YYYY-MM-DD`, in the zone that its text names or else in `timezone`. */
export function dayOf(value: unknown, timezone: string): string | undefined {
	const moment =
		typeof value === 'string'
			? DateTime.fromISO(value.trim(), { zone: timezone, setZone: true })
			: momentOf(value, timezone)?.setZone(timezone);
	return moment?.isValid ? (moment.toISODate() ?? undefined) : undefined;
}

function momentOf(value: unknown, zone: string): DateTime | undefined {
	if (typeof value === 'string') {
		const iso = DateTime.fromISO(value.trim(), { zone });
		// a blank instead of the T is what many sheets and databases write
		return iso.isValid ? iso : DateTime.fromSQL(value.trim(), { zone });
	}
	if (typeof value === 'number') return DateTime.fromMillis(value);
	if (value instanceof Date) return DateTime.fromJSDate(value);
	// n8n's DateTime comes from another copy of Luxon, so instanceof would miss it
	const millis = (value as { toMillis?: () => number } | null)?.toMillis?.();
	return millis === undefined ? undefined : DateTime.fromMillis(millis);
}
