import type { IDataObject } from 'n8n-workflow';

import { making } from '../../../core/operation/request';
import { isSameReference } from '../../../core/references/references';
import type { HighLevelClient } from '../client';
import { referenceOf } from './references';
import { kindOf } from './kit';
import { referenced } from './referenced';

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

const { created, change, upsertByReference } = referenced<Note, 'noteId', NoteFields>({
	one: 'note',
	id: 'noteId',
	list: list as never,
	get,
	create: note.create<NoteFields>({
		list,
		isSame: (found, sent) => isSameReference(referenceOf(found), referenceOf({ ...sent })),
		isUnique: true,
	}),
	put: note.change<NoteFields>(),
	isSame: (name, current, wanted) =>
		name === 'color'
			? String(current ?? '').toLowerCase() === String(wanted).toLowerCase()
			: (current ?? (name === 'pinned' ? false : '')) === wanted,
	content: ['body'],
});

const post = note.create<NoteFields & { body: string }>({
	list,
	isSame: ({ body }, sent) => body === sent.body,
	addedAt: ({ dateAdded }) => dateAdded,
});

export const notes = {
	list,
	get,
	create: making(
		post,
		[],
		async (
			api: HighLevelClient,
			{ contactId, ...fields }: NoteFields & { body: string; contactId: string },
		) => created(await post(api, { contactId, ...fields }), fields),
	),
	change,
	upsertByReference,
	delete: note.delete(get),
};
