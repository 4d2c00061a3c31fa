import { DateTime } from 'luxon';
import type { SandboxState } from '../state/state';
import type { CalendarRecord, OpenHours } from './records';

type Calendar = Readonly<CalendarRecord>;

const MINUTE_MS = 60_000;

/** A stretch of time in ms since the epoch. */
export interface Span {
	startMs: number;
	endMs: number;
}

/** The time zone in which a location's calendars are open. */
export function zoneOf(state: SandboxState, locationId: string): string {
	return state.locations.get(locationId)?.timezone ?? 'utc';
}

/** The slot of a calendar that begins at a time. */
export function slotAt({ slotMinutes }: Calendar, startMs: number): Span {
	return { startMs, endMs: startMs + slotMinutes * MINUTE_MS };
}

/** Where slots begin by the opening hours alone, whoever is there: ms since the epoch, both ends of the range
 * included. */
export function* openSlots(calendar: Calendar, zone: string, range: Span): Generator<number> {
	const last = DateTime.fromMillis(range.endMs, { zone });
	for (
		let day = DateTime.fromMillis(range.startMs, { zone }).startOf('day');
		day <= last;
		day = day.plus({ days: 1 })
	) {
		for (const { startMs, endMs } of openOn(calendar.openHours, day)) {
			for (let slot = startMs; slotAt(calendar, slot).endMs <= endMs; slot += stepOf(calendar)) {
				if (slot >= range.startMs && slot <= range.endMs) yield slot;
			}
		}
	}
}

/** The times from which and until which a calendar takes bookings, seen from now; without a scheduling notice it
 * takes everything that is not over. */
export function bookingWindow(calendar: Calendar, zone: string, nowMs: number): Span {
	const now = DateTime.fromMillis(nowMs, { zone });
	const { allowBookingAfter: after, allowBookingFor: until } = calendar;
	return {
		startMs: after ? now.plus({ [after.unit]: after.value }).toMillis() : nowMs,
		endMs: until ? now.plus({ [until.unit]: until.value }).toMillis() : Infinity,
	};
}

function openOn(openHours: readonly OpenHours[], day: DateTime): Span[] {
	const at = (hour: number, minute: number) => day.set({ hour, minute }).toMillis();
	return openHours
		.filter(({ daysOfTheWeek }) => daysOfTheWeek.includes(day.weekday % 7))
		.flatMap(({ hours }) => hours)
		.map(({ openHour, openMinute, closeHour, closeMinute }) => ({
			startMs: at(openHour, openMinute),
			endMs: at(closeHour, closeMinute),
		}));
}

function stepOf({ slotIntervalMinutes }: Calendar): number {
	return slotIntervalMinutes * MINUTE_MS;
}
