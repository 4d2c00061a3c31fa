import type { IDataObject } from 'n8n-workflow';

import { path } from '../../../core/sending/path';
import { record, records } from '../answers';
import type { HighLevelClient } from '../client';
import { createOnce } from '../creating';
import { readNumbered } from '../pages';

/** A note of an appointment as HighLevel answers it; only what this package looks at is named. */
export interface AppointmentNote extends IDataObject {
	id: string;
	body?: string;
	/** ISO 8601 */
	dateAdded?: string;
}

/** The writable fields of such a note, under the API's own names; HighLevel wants the text with every change. */
export interface AppointmentNoteFields {
	/** At most 5000 characters. */
	body: string;
	/** Id of the user whose note it is. */
	userId?: string;
}

/** The most that HighLevel gives at once. */
const PAGE_SIZE = 20;

/** @param limit `Infinity` for all */
export async function listAppointmentNotes(
	api: HighLevelClient,
	appointmentId: string,
	limit: number,
): Promise<AppointmentNote[]> {
	return await readNumbered(limit, PAGE_SIZE, async (offset, pageSize) => {
		return await api.get(
			path`/calendars/appointments/${appointmentId}/notes`,
			records<AppointmentNote>('notes'),
			{ limit: pageSize, offset },
		);
	});
}

/** Creates a note, once. */
export async function createAppointmentNote(
	api: HighLevelClient,
	appointmentId: string,
	fields: AppointmentNoteFields,
): Promise<AppointmentNote> {
	return await createOnce<AppointmentNote>(api, {
		path: path`/calendars/appointments/${appointmentId}/notes`,
		body: { ...fields },
		recordIn: record<AppointmentNote>('note'),
		// In which order they come is not documented.
		list: async () => await listAppointmentNotes(api, appointmentId, Infinity),
		isSame: (note) => note.body === fields.body,
		addedAt: (note) => note.dateAdded,
	});
}

export async function putAppointmentNote(
	api: HighLevelClient,
	appointmentId: string,
	noteId: string,
	fields: AppointmentNoteFields,
): Promise<AppointmentNote> {
	return await api.put(
		path`/calendars/appointments/${appointmentId}/notes/${noteId}`,
		record<AppointmentNote>('note', noteId),
		{ ...fields },
	);
}

export async function deleteAppointmentNote(
	api: HighLevelClient,
	appointmentId: string,
	noteId: string,
): Promise<void> {
	await api.delete(path`/calendars/appointments/${appointmentId}/notes/${noteId}`);
}
