import type { IDataObject } from 'n8n-workflow';

import { path } from '../../../core/sending/path';
import { record, records } from '../answers';
import type { HighLevelClient } from '../client';
import { createOnce } from '../creating';
import { undefinedWhenGone } from '../errors';

/** An appointment as HighLevel answers it; only what this package looks at is named. */
export interface Appointment extends IDataObject {
	id: string;
	calendarId?: string;
	contactId?: string;
	/** ISO 8601 with an offset. */
	startTime?: string;
	/** Such as `confirmed` or `showed`. */
	appointmentStatus?: string;
	/** ISO 8601; not in the answer to a write. */
	dateAdded?: string;
}

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

/** The appointments within a time; HighLevel answers them at once. */
export async function listAppointments(
	api: HighLevelClient,
	whose: AppointmentsOf,
	{ fromMs, toMs }: Span,
): Promise<Appointment[]> {
	return await api.get(path`/calendars/events`, records<Appointment>('events'), {
		locationId: api.locationId,
		...whose,
		startTime: String(fromMs),
		endTime: String(toMs),
	});
}

export async function getAppointment(api: HighLevelClient, appointmentId: string): Promise<Appointment> {
	return await api.get(
		path`/calendars/events/appointments/${appointmentId}`,
		record<Appointment>('event', appointmentId),
	);
}

/** The appointment, or `undefined` when it is not there (any more). */
export async function findAppointment(
	api: HighLevelClient,
	appointmentId: string,
): Promise<Appointment | undefined> {
	return await getAppointment(api, appointmentId).catch(undefinedWhenGone);
}

/** How far around its start an appointment is looked for; whether the ends of a time are in it is not documented. */
const AROUND_MS = 60_000;

/** Books an appointment, once: messages may be sent for it. */
export async function createAppointment(
	api: HighLevelClient,
	fields: AppointmentFields & BookingOptions & { calendarId: string; contactId: string; startTime: string },
): Promise<Appointment> {
	const { calendarId, contactId } = fields;
	const startMs = Date.parse(fields.startTime);
	const around = { fromMs: startMs - AROUND_MS, toMs: startMs + AROUND_MS };
	const isAsked = (appointment: Appointment) =>
		appointment.calendarId === calendarId &&
		appointment.contactId === contactId &&
		Date.parse(String(appointment.startTime)) === startMs;
	return await createOnce<Appointment>(api, {
		path: path`/calendars/events/appointments`,
		// Who comes first gets the slot.
		among: `${calendarId} ${startMs}`,
		body: { locationId: api.locationId, ...fields },
		recordIn: record<Appointment>(),
		list: async () => await listAppointments(api, { calendarId }, around),
		// A slot has one appointment, and neither contact nor time are stored otherwise than they were sent.
		isSame: isAsked,
		isOther: (appointment) => !isAsked(appointment),
		addedAt: ({ dateAdded }) => dateAdded,
	});
}

/**
 * Writes the given fields and leaves all others as they are. HighLevel is reported to set the status back to
 * `confirmed` when a write does not name it, so it goes with every write.
 */
export async function putAppointment(
	api: HighLevelClient,
	appointmentId: string,
	fields: AppointmentFields & BookingOptions,
): Promise<Appointment> {
	const appointmentStatus = fields.appointmentStatus ?? (await statusOf(api, appointmentId));
	return await api.put(
		path`/calendars/events/appointments/${appointmentId}`,
		record<Appointment>(undefined, appointmentId),
		{
			...fields,
			...(appointmentStatus === undefined ? {} : { appointmentStatus }),
		},
	);
}

/** What HighLevel takes as a status; what it answers may be another, such as `completed`. */
const WRITABLE_STATUSES = ['new', 'confirmed', 'cancelled', 'showed', 'noshow', 'invalid'];

async function statusOf(api: HighLevelClient, appointmentId: string): Promise<string | undefined> {
	const appointment = await getAppointment(api, appointmentId);
	return WRITABLE_STATUSES.find((status) => status === appointment.appointmentStatus);
}

export async function deleteAppointment(api: HighLevelClient, appointmentId: string): Promise<void> {
	// HighLevel wants a body, and nothing in it.
	await api.delete(path`/calendars/events/${appointmentId}`, {});
}
