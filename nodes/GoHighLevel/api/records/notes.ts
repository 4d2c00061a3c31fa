import type { IDataObject } from 'n8n-workflow';

import { kindOf } from './kit';

/** A note as HighLevel answers it; only what this package looks at is named. */
export interface Note extends IDataObject {
	id: string;
	/** Text, or HTML when it was written in HighLevel. */
	body?: string;
	title?: string;
	/** ISO 8601 */
	dateAdded?: string;
	contactId?: string;
}

/** The writable fields of a note, under the API's own names. */
export interface NoteFields {
	body?: string;
	title?: string;
	/** `#RRGGBB` */
	color?: string;
	pinned?: boolean;
	/** Id of the user whose note it is. */
	userId?: string;
}

const note = kindOf<Note, 'noteId', 'contactId'>({
	path: '/contacts/{contactId}/notes',
	id: 'noteId',
	one: 'note',
	many: 'notes',
	read: 'contacts.readonly',
	write: 'contacts.write',
});

const [list, get] = [note.list(), note.get()];

export const notes = {
	list,
	get,
	create: note.create<NoteFields & { body: string }>({
		list,
		isSame: ({ body }, sent) => body === sent.body,
		addedAt: ({ dateAdded }) => dateAdded,
	}),
	change: note.change<NoteFields>(get),
	delete: note.delete(get),
};
