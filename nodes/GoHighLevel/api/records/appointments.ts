import type { IDataObject } from 'n8n-workflow';

import { making } from '../../../core/operation/request';
import { records, recordsOf } from '../answers';
import type { HighLevelClient } from '../client';
import { ifThere, request } from '../request';
import { kindOf } from './kit';

/** An appointment as HighLevel answers it; only what this package looks at is named. */
export interface Appointment extends IDataObject {
	id: string;
	calendarId?: string;
	contactId?: string;
	/** ISO 8601 with an offset. */
	startTime?: string;
	/** Such as `confirmed` or `showed`. */
	appointmentStatus?: string;
	/** ISO 8601; neither is in the answer to a write. */
	dateAdded?: string;
	dateUpdated?: string;
}

/** What is most used of an appointment, which has some twenty fields. */
export const APPOINTMENT_SUMMARY = [
	'id',
	'title',
	'appointmentStatus',
	'startTime',
	'endTime',
	'calendarId',
	'contactId',
	'assignedUserId',
	'address',
	'description',
	'notes',
	'dateUpdated',
] as const;

/** The writable fields of an appointment, under the API's own names. */
export interface AppointmentFields {
	calendarId?: string;
	/** ISO 8601 with an offset. */
	startTime?: string;
	/** ISO 8601 with an offset; without one, it is as long as the calendar's slots. */
	endTime?: string;
	title?: string;
	appointmentStatus?: string;
	/** Id of a user. */
	assignedUserId?: string;
	address?: string;
	description?: string;
	meetingLocationType?: string;
	meetingLocationId?: string;
	overrideLocationConfig?: boolean;
	/** RFC 5545; HighLevel takes it only with `ignoreFreeSlotValidation`. */
	rrule?: string;
}

/** How HighLevel is to go about a booking; nothing of it is stored. */
export interface BookingOptions {
	ignoreDateRange?: boolean;
	ignoreFreeSlotValidation?: boolean;
	/** Whether automations run, such as messages to the contact. */
	toNotify?: boolean;
}

/** Whose appointments are meant. */
export type AppointmentsOf = { calendarId: string } | { groupId: string } | { userId: string };

/** A stretch of time in ms since 1970. */
export interface Span {
	fromMs: number;
	toMs: number;
}

const appointment = kindOf<Appointment, 'appointmentId'>({
	path: '/calendars/events/appointments',
	id: 'appointmentId',
	one: 'event',
	written: null,
	read: 'calendars/events.readonly',
	write: 'calendars/events.write',
});

/** The appointments within a time; HighLevel answers them at once. */
const list = request(
	{ endpoint: 'GET /calendars/events', scopes: ['calendars/events.readonly'] },
	(path) =>
		async (api: HighLevelClient, { fromMs, toMs, ...whose }: AppointmentsOf & Span): Promise<Appointment[]> =>
			await api.get(path(), records<Appointment>('events'), {
				locationId: api.locationId,
				...whose,
				startTime: String(fromMs),
				endTime: String(toMs),
			}),
);

/** All appointments of a contact, past and to come. */
const listOfContact = request(
	{ endpoint: 'GET /contacts/{contactId}/appointments', scopes: ['contacts.readonly'] },
	(path) =>
		async (api: HighLevelClient, contactId: string): Promise<Appointment[]> =>
			await api.get(path({ contactId }), recordsOf<Appointment>('events', contactId)),
);

type NewAppointment = AppointmentFields &
	BookingOptions & { calendarId: string; contactId: string; startTime: string };

/** How far around its start an appointment is looked for; whether the ends of a time are in it is not documented. */
const AROUND_MS = 60_000;

function around({ startTime }: NewAppointment): Span {
	const startMs = Date.parse(startTime);
	return { fromMs: startMs - AROUND_MS, toMs: startMs + AROUND_MS };
}

/** A slot has one appointment, and neither contact nor time are stored otherwise than they were sent. */
function isAsked(found: Appointment, { calendarId, contactId, startTime }: NewAppointment): boolean {
	return (
		found.calendarId === calendarId &&
		found.contactId === contactId &&
		Date.parse(String(found.startTime)) === Date.parse(startTime)
	);
}

const get = appointment.get();

const write = appointment.change<AppointmentFields & BookingOptions>(get);

export const appointments = {
	list,
	listOfContact,
	get,
	find: ifThere(get),
	/** Messages may be sent for a booking, so it is made once. */
	create: appointment.create<NewAppointment>({
		list,
		listed: (sent) => ({ calendarId: sent.calendarId, ...around(sent) }),
		// Who comes first gets the slot.
		among: ({ calendarId, startTime }) => `${calendarId} ${Date.parse(startTime)}`,
		isSame: isAsked,
		isOther: (found, sent) => !isAsked(found, sent),
		addedAt: ({ dateAdded }) => dateAdded,
	}),
	/**
	 * Writes the given fields and leaves all others as they are. HighLevel is reported to set the status back to
	 * `confirmed` when a write does not name it, so it goes with every write.
	 */
	change: making(write, [get], async (...[api, given]: Parameters<typeof write>): Promise<Appointment> => {
		const appointmentStatus = given.appointmentStatus ?? (await statusOf(api, given.appointmentId));
		return await write(api, { ...given, ...(appointmentStatus === undefined ? {} : { appointmentStatus }) });
	}),
	delete: request(
		{ endpoint: 'DELETE /calendars/events/{appointmentId}', scopes: ['calendars/events.write'] },
		(path) =>
			async (api: HighLevelClient, ids: { appointmentId: string }): Promise<void> => {
				// HighLevel wants a body, and nothing in it.
				await api.delete(path(ids), {});
			},
	),
};

/** What HighLevel takes as a status; what it answers may be another, such as `completed`. */
const WRITABLE_STATUSES = ['new', 'confirmed', 'cancelled', 'showed', 'noshow', 'invalid'];

async function statusOf(api: HighLevelClient, appointmentId: string): Promise<string | undefined> {
	const found = await get(api, { appointmentId });
	return WRITABLE_STATUSES.find((status) => status === found.appointmentStatus);
}
