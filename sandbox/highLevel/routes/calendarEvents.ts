import type { ApiRoute, Call } from '../wire/apiRoute';
import type { AppointmentInput } from '../calendar/appointments';
import { book, change } from '../calendar/appointments';
import { unprocessable } from '../wire/errors';
import type { AppointmentRecord } from '../state/records';
import {
	calendarEventsQuery,
	createAppointmentBody,
	deleteEventBody,
	updateAppointmentBody,
} from '../schemas/calendar';
import { appointmentView, calendarEventView } from '../views/appointment';
import { appointmentOf, calendarOf, contactOf } from './lookups';

/** Appointments in the calendars of a location. */
export const calendarEventRoutes: ApiRoute[] = [
	{
		method: 'GET',
		path: '/calendars/events',
		scope: 'calendars/events.readonly',
		locationInQuery: true,
		query: calendarEventsQuery,
		answer: (call) => ({
			events: list(call).map((appointment) => calendarEventView(call.state, appointment, call.version)),
		}),
	},
	{
		method: 'POST',
		path: '/calendars/events/appointments',
		scope: 'calendars/events.write',
		body: createAppointmentBody,
		answer: (call) => appointmentView(call.state, create(call), call.version),
	},
	{
		method: 'GET',
		path: '/calendars/events/appointments/:eventId',
		scope: 'calendars/events.readonly',
		answer: (call) => ({ event: calendarEventView(call.state, eventOf(call), call.version) }),
	},
	{
		method: 'PUT',
		path: '/calendars/events/appointments/:eventId',
		scope: 'calendars/events.write',
		body: updateAppointmentBody,
		answer: (call) => appointmentView(call.state, update(call), call.version),
	},
	{
		method: 'DELETE',
		path: '/calendars/events/:eventId',
		scope: 'calendars/events.write',
		body: deleteEventBody,
		status: 201,
		answer: (call) => {
			call.state.removeAppointment(eventOf(call).id);
			// Spelt right under every version, unlike the flags of contacts.
			return { succeeded: true };
		},
	},
];

type NewAppointment = AppointmentInput & { calendarId: string; contactId: string; startTime: string };

function eventOf(call: Call): Readonly<AppointmentRecord> {
	return appointmentOf(call, call.params['eventId'] ?? '');
}

/** Those that begin within the time, in the order in which they do. A public client reports the refusal of a request
 * that names nobody's events; its text is ours. */
function list(call: Call): Array<Readonly<AppointmentRecord>> {
	const { locationId, calendarId, userId, groupId, startTime, endTime } = call.query as Record<
		string,
		string | undefined
	>;
	if (!calendarId && !userId && !groupId) {
		throw unprocessable(['one of calendarId, userId or groupId should not be empty']);
	}
	if (calendarId) calendarOf(call, calendarId);
	const beginOf = (appointment: Readonly<AppointmentRecord>) => Date.parse(appointment.startTime);
	return [...call.state.appointments.values()]
		.filter(
			(appointment) =>
				appointment.locationId === locationId &&
				(!calendarId || appointment.calendarId === calendarId) &&
				(!userId || appointment.assignedUserId === userId) &&
				(!groupId || appointment.groupId === groupId) &&
				beginOf(appointment) >= Number(startTime) &&
				beginOf(appointment) <= Number(endTime),
		)
		.sort((a, b) => beginOf(a) - beginOf(b));
}

function create(call: Call): Readonly<AppointmentRecord> {
	const { calendarId, contactId, ...input } = call.body as unknown as NewAppointment;
	const calendar = calendarOf(call, calendarId);
	return book(call.state, calendar, contactOf(call, contactId), input);
}

function update(call: Call): Readonly<AppointmentRecord> {
	const before = eventOf(call);
	const { calendarId = before.calendarId, ...input } = call.body as AppointmentInput & {
		calendarId?: string;
	};
	return change(call.state, calendarOf(call, calendarId), before, input);
}
