import { toLocalIso } from '../../shared/normalise';
import { zoneOf } from '../calendar/openSlots';
import type { AppointmentRecord } from '../state/records';
import type { SandboxState } from '../state/state';
import type { ApiVersion } from '../wire/versions';

type Appointment = Readonly<AppointmentRecord>;

/** An appointment as POST and PUT answer it. Source: official specifications, `AppointmentSchemaResponse`; that the
 * times are those of the location is not documented. Empty values are left out. */
export function appointmentView(state: SandboxState, appointment: Appointment, version: ApiVersion): object {
	const { startTime, endTime, dateAdded, dateUpdated } = timesOf(state, appointment);
	const { meetingLocationType, rrule } = appointment;
	return {
		...common(appointment),
		startTime,
		endTime,
		meetingLocationType: meetingLocationType ?? 'default',
		isRecurring: Boolean(rrule),
		...(version === 'v3' ? { dateAdded, dateUpdated } : {}),
	};
}

/** An appointment as it is read. Source: official specifications, `CalendarEventDTO`. Empty values are left out. */
export function calendarEventView(
	state: SandboxState,
	appointment: Appointment,
	version: ApiVersion,
): object {
	return {
		...common(appointment),
		groupId: appointment.groupId ?? undefined,
		users: appointment.users,
		notes: appointment.notes ?? undefined,
		description: appointment.description ?? undefined,
		isRecurring: Boolean(appointment.rrule),
		...timesOf(state, appointment),
		assignedResources: appointment.assignedResources,
		createdBy: { source: appointment.source },
		...(version === 'v3' ? { deleted: false } : {}),
	};
}

function common(appointment: Appointment): object {
	return {
		id: appointment.id,
		calendarId: appointment.calendarId,
		locationId: appointment.locationId,
		contactId: appointment.contactId,
		title: appointment.title,
		appointmentStatus: appointment.appointmentStatus,
		assignedUserId: appointment.assignedUserId ?? undefined,
		address: appointment.address ?? undefined,
		rrule: appointment.rrule ?? undefined,
	};
}

function timesOf(
	state: SandboxState,
	{ locationId, startTime, endTime, dateAdded, dateUpdated }: Appointment,
): { startTime: string; endTime: string; dateAdded: string; dateUpdated: string } {
	const local = (instant: string) => toLocalIso(instant, zoneOf(state, locationId));
	return {
		startTime: local(startTime),
		endTime: local(endTime),
		dateAdded: local(dateAdded),
		dateUpdated: local(dateUpdated),
	};
}
