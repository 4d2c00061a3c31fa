import type { AppointmentRecord } from '../state/records';
import type { SandboxState } from '../state/state';
import type { Span } from './openSlots';
import { bookingWindow, openSlots, slotAt, zoneOf } from './openSlots';
import type { CalendarRecord } from './records';

type Appointment = Readonly<AppointmentRecord>;
type Calendar = Readonly<CalendarRecord>;

/** An appointment of this status leaves its time to others; which ones do is not documented. */
const GIVEN_UP = ['cancelled', 'invalid'];

/**
 * Where the free slots of a calendar begin: within the opening hours and the time in which it can be booked, with a
 * member of its team who has no appointment then. A draft has none.
 * @param range in ms since the epoch, both ends included
 * @param userIds only these members count; all of them unless told
 */
export function freeSlots(
	state: SandboxState,
	calendar: Calendar,
	range: Span,
	userIds: readonly string[] = calendar.userIds,
): number[] {
	if (!calendar.isActive) return [];
	const zone = zoneOf(state, calendar.locationId);
	const window = bookingWindow(calendar, zone, Date.now());
	const team = calendar.userIds.filter((id) => userIds.includes(id));
	const isFree = teamAt(state, calendar, { ...range, endMs: slotAt(calendar, range.endMs).endMs });
	return [...openSlots(calendar, zone, range)].filter(
		(slot) =>
			slot >= window.startMs &&
			slot <= window.endMs &&
			team.some((userId) => isFree(userId, slotAt(calendar, slot))),
	);
}

/**
 * Tells of a calendar's team who has time.
 * @param around the time that will be asked about
 * @param exceptId an appointment that does not count, because it is the one to be moved
 */
export function teamAt(
	state: SandboxState,
	calendar: Calendar,
	around: Span,
	exceptId?: string,
): (userId: string, span: Span) => boolean {
	const taken = [...state.appointments.values()].filter(
		(appointment) =>
			appointment.id !== exceptId &&
			appointment.locationId === calendar.locationId &&
			!GIVEN_UP.includes(appointment.appointmentStatus) &&
			overlap(appointment, around),
	);
	return (userId, span) =>
		!taken.some((appointment) => overlap(appointment, span) && keepsBusy(appointment, calendar, userId));
}

/** People are busy in all calendars alike. An appointment of this calendar that nobody of its team has keeps all of
 * them busy. Only the first instance of a recurring appointment counts: the sandbox makes no others. */
function keepsBusy(appointment: Appointment, calendar: Calendar, userId: string): boolean {
	const people = [appointment.assignedUserId, ...appointment.users];
	if (people.includes(userId)) return true;
	return (
		appointment.calendarId === calendar.id && !calendar.userIds.some((member) => people.includes(member))
	);
}

function overlap(appointment: Appointment, { startMs, endMs }: Span): boolean {
	return Date.parse(appointment.startTime) < endMs && Date.parse(appointment.endTime) > startMs;
}
