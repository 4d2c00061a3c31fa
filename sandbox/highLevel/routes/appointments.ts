import { DateTime } from 'luxon';
import type { ApiRoute, Call } from '../wire/apiRoute';
import type { AppointmentRecord } from '../state/records';
import { contactOf } from './lookups';

/** Appointments of a contact, in the order in which they begin. */
export const appointmentRoutes: ApiRoute[] = [
	{
		method: 'GET',
		path: '/contacts/:contactId/appointments',
		scope: 'contacts.readonly',
		answer: (call) => {
			const events = call.state.appointments.inGroup(contactOf(call).id);
			events.sort((a, b) => Date.parse(a.startTime) - Date.parse(b.startTime));
			return { events: events.map((appointment) => view(call, appointment)) };
		},
	},
];

/** Source: official specifications, `GetEventSchema`. Empty values are left out. Its examples have times without a
 * zone; that they are those of the location is not documented. */
function view({ state }: Call, appointment: Readonly<AppointmentRecord>): object {
	const zone = state.locations.get(appointment.locationId)?.timezone ?? 'utc';
	const local = (instant: string) => DateTime.fromISO(instant, { zone }).toFormat('yyyy-MM-dd HH:mm:ss');
	const { id, calendarId, title, appointmentStatus, locationId, contactId, users, assignedResources } =
		appointment;
	return {
		id,
		calendarId,
		status: 'booked',
		title,
		assignedUserId: appointment.assignedUserId ?? undefined,
		notes: appointment.notes ?? undefined,
		startTime: local(appointment.startTime),
		endTime: local(appointment.endTime),
		address: appointment.address ?? undefined,
		locationId,
		contactId,
		groupId: appointment.groupId ?? undefined,
		appointmentStatus,
		users,
		dateAdded: local(appointment.dateAdded),
		dateUpdated: local(appointment.dateUpdated),
		assignedResources,
	};
}
