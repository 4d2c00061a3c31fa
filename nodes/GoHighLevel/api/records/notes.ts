import type { IDataObject } from 'n8n-workflow';

import { path } from '../../../core/sending/path';
import { record, recordsOf } from '../answers';
import type { HighLevelClient } from '../client';
import { createOnce } from '../creating';

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

/** All notes of a contact. */
export async function listNotes(api: HighLevelClient, contactId: string): Promise<Note[]> {
	return await api.get(path`/contacts/${contactId}/notes`, recordsOf<Note>('notes', contactId));
}

export async function getNote(api: HighLevelClient, contactId: string, noteId: string): Promise<Note> {
	return await api.get(path`/contacts/${contactId}/notes/${noteId}`, record<Note>('note', noteId));
}

/** Creates a note, once. */
export async function createNote(
	api: HighLevelClient,
	contactId: string,
	fields: NoteFields & { body: string },
): Promise<Note> {
	return await createOnce<Note>(api, {
		path: path`/contacts/${contactId}/notes`,
		body: { ...fields },
		recordIn: record<Note>('note'),
		list: async () => await listNotes(api, contactId),
		isSame: (note) => note.body === fields.body,
		addedAt: (note) => note.dateAdded,
	});
}

/** Writes the given fields and leaves all others as they are. */
export async function putNote(
	api: HighLevelClient,
	contactId: string,
	noteId: string,
	fields: NoteFields,
): Promise<Note> {
	return await api.put(path`/contacts/${contactId}/notes/${noteId}`, record<Note>('note', noteId), {
		...fields,
	});
}

export async function deleteNote(api: HighLevelClient, contactId: string, noteId: string): Promise<void> {
	await api.delete(path`/contacts/${contactId}/notes/${noteId}`);
}
