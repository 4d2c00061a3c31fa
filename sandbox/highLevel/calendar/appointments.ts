import { toIsoInstant } from '../../shared/normalise';
import type { AppointmentRecord, ContactRecord } from '../state/records';
import type { SandboxState } from '../state/state';
import { fullName } from '../views/contact';
import { assign } from './booking';
import type { Span } from './openSlots';
import { slotAt } from './openSlots';
import type { CalendarRecord } from './records';

type Appointment = Readonly<AppointmentRecord>;
type Calendar = Readonly<CalendarRecord>;

/** What a request says of an appointment; its schema has seen to it that the times can be read. */
export interface AppointmentInput {
	title?: string;
	description?: string;
	address?: string;
	meetingLocationType?: string;
	appointmentStatus?: string;
	assignedUserId?: string;
	rrule?: string;
	/** ISO 8601. */
	startTime?: string;
	endTime?: string;
	ignoreDateRange?: boolean;
	ignoreFreeSlotValidation?: boolean;
}

/** Books an appointment, of the length of a slot unless told. Without a title it has the contact's name, as the
 * calendars here have it, and they confirm what is booked.
 * @throws ApiError as `assign` does */
export function book(
	state: SandboxState,
	calendar: Calendar,
	contact: Readonly<ContactRecord>,
	input: AppointmentInput & { startTime: string },
): Appointment {
	const span = { ...slotAt(calendar, msOf(input.startTime)), ...endOf(input) };
	const assignedUserId = assign(state, calendar, { ...input, ...span });
	return state.addAppointment({
		contactId: contact.id,
		title: fullName(contact) || 'Appointment',
		appointmentStatus: 'confirmed',
		// Which source the API's own bookings have is not documented.
		source: 'third_party',
		...details(input),
		...placeAndTime(calendar, span, assignedUserId),
	});
}

/** Changes an appointment. The time is checked only when it, the calendar or the person is another than before.
 * @throws ApiError as `assign` does */
export function change(
	state: SandboxState,
	calendar: Calendar,
	before: Appointment,
	input: AppointmentInput,
): Appointment {
	const after: AppointmentRecord = {
		...before,
		// Publicly reported: a change that does not name the status sets it back.
		appointmentStatus: 'confirmed',
		...details(input),
		...moved(state, calendar, before, input),
		dateUpdated: state.clock.nextIso(),
	};
	state.appointments.set(after.id, after);
	return after;
}

/** A new begin alone keeps the length, and whoever has the appointment keeps it if the calendar allows. */
function moved(
	state: SandboxState,
	calendar: Calendar,
	before: Appointment,
	input: AppointmentInput,
): Partial<AppointmentRecord> {
	const [beganMs, endedMs] = [Date.parse(before.startTime), Date.parse(before.endTime)];
	const startMs = input.startTime === undefined ? beganMs : msOf(input.startTime);
	const span = { startMs, endMs: startMs + endedMs - beganMs, ...endOf(input) };
	const current = before.assignedUserId ?? '';
	const isSame =
		calendar.id === before.calendarId &&
		span.startMs === beganMs &&
		span.endMs === endedMs &&
		(input.assignedUserId ?? current) === current;
	if (isSame) return {};
	const stays = calendar.userIds.includes(current) ? { assignedUserId: current } : {};
	const assignedUserId = assign(state, calendar, { ...stays, ...input, ...span }, before.id);
	return placeAndTime(calendar, span, assignedUserId);
}

function placeAndTime(
	calendar: Calendar,
	{ startMs, endMs }: Span,
	assignedUserId: string,
): Partial<AppointmentRecord> & { startTime: string } {
	return {
		calendarId: calendar.id,
		groupId: calendar.groupId,
		startTime: new Date(startMs).toISOString(),
		endTime: new Date(endMs).toISOString(),
		assignedUserId,
		users: [assignedUserId],
	};
}

/** Source: official specifications: an address makes the meeting's place a custom one, and a recurrence is only taken
 * where free slots do not matter. */
function details(input: AppointmentInput): Partial<AppointmentRecord> {
	const { title, description, address, appointmentStatus, rrule } = input;
	const meetingLocationType = input.meetingLocationType ?? (address === undefined ? undefined : 'custom');
	const given = { title, description, address, appointmentStatus, meetingLocationType };
	return {
		...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
		...(rrule !== undefined && input.ignoreFreeSlotValidation ? { rrule } : {}),
	};
}

function endOf({ endTime }: AppointmentInput): { endMs?: number } {
	return endTime === undefined ? {} : { endMs: msOf(endTime) };
}

function msOf(time: string): number {
	return Date.parse(toIsoInstant(time) ?? '');
}
