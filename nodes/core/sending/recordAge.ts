import type { Age } from './creating';

/** Creation times are compared across two clocks; `Date` headers count whole seconds. */
const CLOCK_TOLERANCE_MS = 2_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** ISO 8601; a database that has no time shows midnight, and for no day at all one of another age. */
const ISO_TIME =
	/^(?<year>\d{4})-\d{2}-\d{2}(?:T(?<minute>\d{2}:\d{2})(?::(?<second>\d{2}(?:\.\d+)?))?(?<zone>Z|[+-]\d{2}:?\d{2})?)?$/;
const FIRST_YEAR = 2000;

/** How a service tells the time, and what its clock showed. */
export interface ServiceClock {
	/** When the request began and what time it is now, in ms since 1970 by the service's clock. */
	startedAt: number;
	now: number;
	/** Whether a zone that is told is the right one; else the time may be one of any zone. */
	tellsZone: boolean;
	/** What has to be added, in ms, where a time that is not told in UTC may be one of another zone all the same. */
	offsetsMs?: number[];
}

/**
 * Whether a record was added since a request began. Of a time that cannot be read, that is none, that lies in the future,
 * or that would fit in another zone, it is not known.
 *
 * @param addedAt ISO 8601
 */
export function recordAge(addedAt: unknown, clock: ServiceClock): Age {
	const parts = typeof addedAt === 'string' ? ISO_TIME.exec(addedAt)?.groups : undefined;
	if (!parts) return 'unknown';
	const hasZone = parts.zone !== undefined || parts.minute === undefined;
	const at = Date.parse(`${String(addedAt)}${hasZone ? '' : 'Z'}`);
	if (Number.isNaN(at) || Number(parts.year) < FIRST_YEAR) return 'unknown';

	const start = clock.startedAt - CLOCK_TOLERANCE_MS;
	const now = clock.now + CLOCK_TOLERANCE_MS;
	const isToTheMinute = Number(parts.second ?? 0) === 0;
	const isDayOnly = parts.minute === undefined || (parts.minute === '00:00' && isToTheMinute);
	if (isDayOnly) return at + 2 * DAY_MS < start ? 'older' : 'unknown';

	const from = isToTheMinute ? start - (start % MINUTE_MS) : start;
	const fits = (offset: number) => at + offset >= from && at + offset <= now;
	if (fits(0) || (parts.zone !== 'Z' && clock.offsetsMs?.some(fits))) return 'new';
	if (clock.tellsZone && parts.zone !== undefined) return at > now ? 'unknown' : 'older';
	return at > now + DAY_MS || fitsInSomeZone(fits) ? 'unknown' : 'older';
}

/** Minutes and seconds are right in any zone, but for quarters of an hour. */
function fitsInSomeZone(fits: (offset: number) => boolean): boolean {
	const quarter = 15 * MINUTE_MS;
	for (let offset = -DAY_MS; offset <= DAY_MS; offset += quarter) if (fits(offset)) return true;
	return false;
}
