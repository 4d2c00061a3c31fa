import { DateTime } from 'luxon';

import { Failure } from '../failure';

/**
 * ISO 8601 in UTC from what n8n gives for a date: text, a luxon DateTime, a Date, or milliseconds.
 *
 * @param zone IANA name; text without an offset is a time there
 */
export function dateTimeOf(value: unknown, label: string, zone: string): string {
	return momentOf(value, label, zone).toUTC().toISO() as string;
}

/**
 * The same to the second, with an offset instead of in UTC: that of the value, or of the zone where it has none
 * (2026-03-31T10:30:00-04:00).
 */
export function offsetDateTimeOf(value: unknown, label: string, zone: string): string {
	const at = momentOf(value, label, zone).startOf('second');
	return (at.toISO({ suppressMilliseconds: true }) as string).replace(/Z$/, '+00:00');
}

/** The same for the end of a span: a day without a time, as text, is meant to its last moment. */
export function lastMomentOf(value: unknown, label: string, zone: string): string {
	const at = dateTimeOf(value, label, zone);
	const isDay = typeof value === 'string' && !/[T:]/.test(value);
	return isDay ? String(DateTime.fromISO(at, { zone }).endOf('day').toUTC().toISO()) : at;
}

/** Day and month of birth dates and the like have no zone: the day is taken as it is written. */
export function dayOf(value: unknown, label: string): string {
	const at = parse(value, 'utc') ?? DateTime.invalid('unreadable');
	if (!at.isValid) throw notADate(value, label);
	return at.toISODate() as string;
}

function momentOf(value: unknown, label: string, zone: string): DateTime {
	const at = parse(value, zone);
	if (!at?.isValid) throw notADate(value, label);
	return at;
}

/** Year-first and month-first layouts, as HighLevel takes them for a date of birth. */
const LAYOUTS = ['-', '/', '.', '_'].flatMap((mark) => [`yyyy${mark}M${mark}d`, `M${mark}d${mark}yyyy`]);

function parse(value: unknown, zone: string): DateTime | undefined {
	if (DateTime.isDateTime(value)) return value;
	if (value instanceof Date) return DateTime.fromJSDate(value, { zone });
	if (typeof value === 'number') return DateTime.fromMillis(value, { zone });
	if (typeof value !== 'string') return undefined;
	const text = value.trim();
	// ISO 8601 also knows "12" and "12:30" for a time today, and "1990" for a year.
	if (/^\d{4}-?\d{2}-?\d{2}/.test(text)) {
		const iso = DateTime.fromISO(text, { zone, setZone: true });
		if (iso.isValid) return iso;
		// "2026-03-31 14:30:00", as databases and spreadsheets write it.
		const sql = DateTime.fromSQL(text, { zone, setZone: true });
		if (sql.isValid) return sql;
	}
	return LAYOUTS.map((layout) => DateTime.fromFormat(text, layout, { zone })).find(({ isValid }) => isValid);
}

function notADate(value: unknown, label: string): Failure {
	return new Failure(
		`"${label}" is not a date: ${String(value).slice(0, 40)}`,
		'Write it as YYYY-MM-DD, with a time where one is wanted (2026-03-31T14:30:00Z).',
		{ field: label },
	);
}
