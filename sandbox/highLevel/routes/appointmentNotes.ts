import type { ApiRoute, Call } from '../wire/apiRoute';
import type { AppointmentNoteRecord } from '../calendar/records';
import { notFound } from '../wire/errors';
import type { AppointmentRecord } from '../state/records';
import { appointmentNoteBody, appointmentNotesQuery } from '../schemas/calendar';
import { appointmentNoteView } from '../views/appointment';
import { appointmentOf } from './lookups';

/** Notes of an appointment; they are not among its contact's notes. */
export const appointmentNoteRoutes: ApiRoute[] = [
	{
		method: 'GET',
		path: '/calendars/appointments/:appointmentId/notes',
		scope: 'calendars/events.readonly',
		query: appointmentNotesQuery,
		answer: list,
	},
	{
		method: 'POST',
		path: '/calendars/appointments/:appointmentId/notes',
		scope: 'calendars/events.write',
		body: appointmentNoteBody,
		status: 201,
		answer: (call) => {
			const { id: appointmentId, contactId, locationId } = ownerOf(call);
			const now = call.state.clock.nextIso();
			const note = {
				id: call.state.newId(),
				appointmentId,
				contactId,
				locationId,
				userId: null,
				...call.body,
				dateAdded: now,
				dateUpdated: now,
			} as unknown as AppointmentNoteRecord;
			return store(call, note);
		},
	},
	{
		method: 'PUT',
		path: '/calendars/appointments/:appointmentId/notes/:noteId',
		scope: 'calendars/events.write',
		body: appointmentNoteBody,
		answer: (call) => store(call, { ...noteOf(call), ...call.body, dateUpdated: call.state.clock.nextIso() }),
	},
	{
		method: 'DELETE',
		path: '/calendars/appointments/:appointmentId/notes/:noteId',
		scope: 'calendars/events.write',
		answer: (call) => {
			call.state.appointmentNotes.delete(noteOf(call).id);
			return { success: true };
		},
	},
];

function ownerOf(call: Call): Readonly<AppointmentRecord> {
	return appointmentOf(call, call.params['appointmentId'] ?? '');
}

function noteOf(call: Call): Readonly<AppointmentNoteRecord> {
	const id = call.params['noteId'] ?? '';
	const note = call.state.appointmentNotes.get(id);
	if (note?.appointmentId !== ownerOf(call).id) throw notFound('Note', id);
	return note;
}

function store(call: Call, note: AppointmentNoteRecord): object {
	call.state.appointmentNotes.set(note.id, note);
	return { note: appointmentNoteView(call.state, note) };
}

/** Newest first; the order is not documented. */
function list(call: Call): object {
	const { limit, offset } = call.query as { limit: number; offset: number };
	const notes = call.state.appointmentNotes.inGroup(ownerOf(call).id).reverse();
	return {
		notes: notes.slice(offset, offset + limit).map((note) => appointmentNoteView(call.state, note)),
		hasMore: offset + limit < notes.length,
	};
}
