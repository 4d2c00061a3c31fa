import type { IDataObject } from 'n8n-workflow';

import { kindOf } from './kit';

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

const note = kindOf<AppointmentNote, 'noteId', 'appointmentId'>({
	path: '/calendars/appointments/{appointmentId}/notes',
	id: 'noteId',
	one: 'note',
	many: 'notes',
	read: 'calendars/events.readonly',
	write: 'calendars/events.write',
});

const { list } = note.pages({ size: 20, skipped: 'offset' });

export const appointmentNotes = {
	list,
	create: note.create<AppointmentNoteFields>({
		// In which order they come is not documented.
		list,
		isSame: ({ body }, sent) => body === sent.body,
		addedAt: ({ dateAdded }) => dateAdded,
	}),
	change: note.change<AppointmentNoteFields>(),
	delete: note.delete(),
};
