import { DateTime } from 'luxon';

import { Failure } from '../../core/failure';
import { dateTimeOf, dayOf as isoDayOf } from '../../core/values/dates';

/** Times that tell no zone are those of Wise Agent's office, which has no daylight saving. Source: official API page. */
export const ARIZONA = 'America/Phoenix';

/** Offsets of the zones in which Wise Agent writes times. */
export type Offset = '-07:00' | 'Z';

const US_DATE =
	/^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})(?:[T ]+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?(?:\s*(?<half>[AP]M))?)?(?:\s*(?<zone>UTC|GMT|Z))?$/i;
const ISO_DATE =
	/^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:[T ]+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?(?:\s*(?<half>[AP]M))?)?(?:\s*(?<zone>UTC|GMT|Z))?$/i;

/**
 * A date as Wise Agent writes it (`11/2/2020 1:42:00 PM`), as ISO 8601: with the offset of its zone, or as a day where
 * it has no time. `null` for 1/1/1900, by which its database says that there is none. A text that is no date stays.
 *
 * @param offset of the zone in which it is written, unless it says UTC itself
 */
export function isoMoment(text: string, offset: Offset): string | null {
	const parts = partsOf(text);
	if (!parts) return text;
	if (parts.isNone) return null;
	return parts.time === undefined ? parts.day : `${parts.day}T${parts.time}${parts.isUtc ? 'Z' : offset}`;
}

/** The same for a field that holds a day, whatever time is written behind it. */
export function isoDay(text: string): string | null {
	const parts = partsOf(text);
	if (!parts) return text;
	return parts.isNone ? null : parts.day;
}

interface Parts {
	/** YYYY-MM-DD */
	day: string;
	/** HH:mm:ss */
	time?: string;
	isUtc: boolean;
	/** 1/1/1900 */
	isNone: boolean;
}

function partsOf(text: string): Parts | undefined {
	const groups = (US_DATE.exec(text.trim()) ?? ISO_DATE.exec(text.trim()))?.groups;
	if (!groups) return undefined;
	const [year, month, date] = [Number(groups.year), Number(groups.month), Number(groups.day)];
	const hour = groups.hour === undefined ? undefined : hourOf(Number(groups.hour), groups.half);
	const [minute, second] = [Number(groups.minute ?? 0), Number(groups.second ?? 0)];
	const isReal = new Date(Date.UTC(year, month - 1, date)).getUTCDate() === date && month >= 1 && month <= 12;
	if (!isReal || (hour !== undefined && !(hour <= 23)) || minute > 59 || second > 59) return undefined;
	return {
		day: `${groups.year}-${two(month)}-${two(date)}`,
		...(hour === undefined ? {} : { time: `${two(hour)}:${two(minute)}:${two(second)}` }),
		isUtc: groups.zone !== undefined,
		isNone: year === 1900 && month === 1 && date === 1,
	};
}

/** The hour of 24; not a number for 13 PM. */
function hourOf(hour: number, half: string | undefined): number {
	if (half === undefined) return hour;
	if (hour < 1 || hour > 12) return NaN;
	return (hour % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
}

function two(number: number): string {
	return String(number).padStart(2, '0');
}

/**
 * A time as a filter or a field of Wise Agent takes it: `YYYY-MM-DD HH:mm`. Throws a `Failure` when it is no date.
 *
 * @param value as n8n gives it
 * @param zone IANA name of the zone in which it is to be written
 * @param own IANA name of the zone of a text without an offset
 */
export function minuteIn(zone: string, value: unknown, label: string, own: string): string {
	return momentIn(zone, value, label, own).toFormat('yyyy-MM-dd HH:mm');
}

/** The moment that a parameter means, in a zone of Wise Agent's. */
export function momentIn(zone: string, value: unknown, label: string, own: string): DateTime {
	return DateTime.fromISO(dateTimeOf(value, label, own)).setZone(zone);
}

/** A day as tasks take it: `MM/DD/YYYY`. Of a time with an offset it is the day that is written. */
export function usDay(value: unknown, label: string): string {
	const [year = '', month = '', day = ''] = isoDayOf(value, label).split('-');
	if (Number(year) < 1901) {
		throw new Failure(`"${label}" lies before 1901: ${year}-${month}-${day}`, undefined, { field: label });
	}
	return `${month}/${day}/${year}`;
}
