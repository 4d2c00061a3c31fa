import { DateTime } from 'luxon';

/** Times without a zone are in that of Wise Agent's office, which has no daylight saving. */
export const ARIZONA = 'America/Phoenix';

/** How the database says that there is no time. Source: official API page, tasks. */
export const NO_TIME = '1/1/1900 7:00:00 AM';

/** Minutes that Arizona is behind UTC, in summer and winter. */
const BEHIND_UTC_MINUTES = 420;

/** `11/2/2020 1:42:00 PM`, in a zone that the text does not tell.
 * @param instant ISO 8601 */
export function usTime(instant: string, zone: 'America/Phoenix' | 'UTC' = ARIZONA): string {
	// By hand: pages of contacts have hundreds of times, and a library for all zones is slow at them.
	const behindMs = zone === 'UTC' ? 0 : BEHIND_UTC_MINUTES * 60_000;
	const local = new Date(Date.parse(instant) - behindMs);
	const hours = local.getUTCHours();
	const [minutes, seconds] = [local.getUTCMinutes(), local.getUTCSeconds()].map((part) =>
		String(part).padStart(2, '0'),
	);
	const day = `${local.getUTCMonth() + 1}/${local.getUTCDate()}/${local.getUTCFullYear()}`;
	return `${day} ${hours % 12 || 12}:${minutes}:${seconds} ${hours < 12 ? 'AM' : 'PM'}`;
}

/** `11/2/2020`
 * @param date YYYY-MM-DD */
export function usDate(date: string): string {
	const [year, month, day] = date.split('-').map(Number);
	return `${month}/${day}/${year}`;
}

const MINUTES = ['MM/dd/yyyy HH:mm', 'M/d/yyyy HH:mm', 'yyyy-MM-dd HH:mm'];
const DAYS = ['MM/dd/yyyy', 'M/d/yyyy', 'yyyy-MM-dd'];

/** The time that a parameter tells to the minute, in ms since the epoch; undefined for anything else, also for one
 * with seconds. A date alone counts as its midnight. */
export function readMinute(text: string, zone: string): number | undefined {
	for (const format of [...MINUTES, ...DAYS]) {
		const time = DateTime.fromFormat(text.trim(), format, { zone });
		if (time.isValid) return time.toMillis();
	}
	return undefined;
}

/** A date in either documented format as YYYY-MM-DD; undefined for anything else. */
export function readDate(text: string): string | undefined {
	for (const format of DAYS) {
		const date = DateTime.fromFormat(text.trim(), format, { zone: 'utc' });
		if (date.isValid) return date.toISODate();
	}
	return undefined;
}

/** The day in Arizona of an instant, YYYY-MM-DD. */
export function arizonaDay(instant: string): string {
	return new Date(Date.parse(instant) - BEHIND_UTC_MINUTES * 60_000).toISOString().slice(0, 10);
}
