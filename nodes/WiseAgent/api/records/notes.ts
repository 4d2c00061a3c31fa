import type { IDataObject } from 'n8n-workflow';

import type { Reference } from '../../../core/references/references';
import { isSameReference } from '../../../core/references/references';
import type { Age, Seen } from '../../../core/sending/creating';
import { createdAmong, createOnce } from '../../../core/sending/creating';
import { afterDone } from '../../../core/sending/done';
import { Failure } from '../../../core/failure';
import { fieldOf, isId, isOtherId, listIn, namesIn, recordIn } from '../reading/answers';
import { noteOf } from '../reading/records';
import type { WiseAgentClient } from '../client';
import { notFound, otherRecord } from '../errors';
import { readPages } from '../pages';
import { shownNote } from '../references';
import { isSameWording } from '../sameWording';
import { ageOf } from '../createdAfter';
import { making } from '../../../core/operation/request';
import { creating, reading, writing } from '../request';

const getContactNotes = reading('getContactNotes', 'contacts');
const addContactNote = creating('addContactNote', 'contacts');
const updateContactNote = writing('PUT', 'updateContactNote', 'contacts');
const updateCategories = writing('PUT', 'updateContactNoteCategories', 'contacts');
const removeContactNote = writing('DELETE', 'removeContactNote', 'contacts');

/** What the notes of a contact are narrowed by; all of it must apply. */
export interface NoteQuery {
	/** Names; one of them suffices. */
	categories?: string[];
	subject?: string;
	/** `YYYY-MM-DD` */
	date?: string;
}

/** Notes of a contact or a vendor. */
export const listNotes = making(
	getContactNotes,
	[],
	async (
		api: WiseAgentClient,
		clientId: string,
		{ categories, ...query }: NoteQuery,
		limit: number,
	): Promise<IDataObject[]> => {
		const names = categories ?? [];
		const isSent = !names.some((name) => name.includes(','));
		return await readPages({
			limit,
			id: 'NoteID',
			readPage: async (page) =>
				api.recordsOf(
					clientId,
					'ClientID',
					notesIn(
						api,
						await getContactNotes(api, {
							ClientID: clientId,
							...query,
							categories: isSent && names.length > 0 ? names.join(',') : undefined,
							...page,
						}),
					),
				),
			isWanted: isSent ? undefined : (note) => isInOneOf(note, names),
		});
	},
);

/** Commas part the names that are sent, so a name that holds one is looked for here. */
function isInOneOf(note: IDataObject, names: string[]): boolean {
	const own = namesIn(noteOf(note).Categories);
	return own.some((name) => names.some((wanted) => wanted.toLowerCase() === name.toLowerCase()));
}

/** One note, by its id alone. Throws a `Failure` when it is not there. */
export const readNote = making(
	getContactNotes,
	[],
	async (api: WiseAgentClient, noteId: string): Promise<IDataObject> => {
		const notes = notesIn(api, await getContactNotes(api, { NoteID: noteId }));
		const note = notes.find(({ NoteID }) => !isOtherId(NoteID, noteId));
		if (note) return note;
		throw notes[0] ? otherRecord('Note', noteId, notes[0].NoteID) : notFound('Note', noteId);
	},
);

function notesIn(api: WiseAgentClient, answer: unknown): IDataObject[] {
	return api.recordsIn(answer, 'NoteID', 'data');
}

export interface NoteFields {
	note: string;
	subject?: string;
	/** Names. */
	categories?: string[];
	InsideTeamId?: string;
}

/** The ids of a new note. */
export interface NewNote extends IDataObject {
	NoteID: number | string;
	ClientID: number | string;
}

/**
 * Adds a note to each of several contacts, once: when the answer is lost, it looks which of them have it, and sends it
 * again for the others only.
 *
 * @param reference of a copy: a note that has it is the one that was created
 */
export const createNotes = making(
	addContactNote,
	[listNotes],
	async (
		api: WiseAgentClient,
		clientIds: string[],
		fields: NoteFields,
		reference?: Reference,
	): Promise<NewNote[]> => {
		const created: NewNote[] = [];
		let missing = clientIds;
		for (;;) {
			const { notes, wasLooked } = await afterNotes(created, async () => {
				return await createFor(api, missing, fields, reference);
			});
			created.push(...notes);
			missing = missing.filter((id) => !notes.some(({ ClientID }) => String(ClientID) === id));
			if (missing.length === 0) return created;
			if (!wasLooked) throw incomplete(missing, created);
		}
	},
);

/** A failure says to which contacts the note was added before. */
async function afterNotes<T>(created: NewNote[], work: () => Promise<T>): Promise<T> {
	if (created.length === 0) return await work();
	const contactIds = created.map(({ ClientID }) => String(ClientID));
	const done = {
		what: `The note was added to ${contactIds.join(', ')}`,
		missing: 'but not to the others',
		details: { created: true, createdFor: contactIds },
	};
	return await afterDone(done, work);
}

interface Batch {
	notes: NewNote[];
	/** The answer was lost, and these were found: the others have not got it. */
	wasLooked: boolean;
}

async function createFor(
	api: WiseAgentClient,
	clientIds: string[],
	fields: NoteFields,
	reference?: Reference,
): Promise<Batch> {
	const { note, subject, categories, InsideTeamId } = fields;
	const form = {
		note,
		subject,
		categories: categories?.length ? categories.join(',') : undefined,
		clientids: clientIds.join(','),
		InsideTeamId,
	};
	return await createOnce<Batch>(api.account, {
		among: clientIds.map((id) => `notes/${id}`),
		send: async (find) => await addContactNote(api, form, find),
		createdIn: (answer) => {
			const data = listIn(fieldOf(recordIn(answer) ?? {}, 'data')) ?? [];
			const notes = data.filter((one): one is NewNote => isId(one.NoteID) && isId(one.ClientID));
			const isClear = notes.length > 0 && notes.length === data.length;
			return isClear ? { notes, wasLooked: false } : undefined;
		},
		look: async (startedAt) => {
			const notes: NewNote[] = [];
			for (const id of clientIds) {
				const found = await listNotes(api, id, {}, Infinity);
				const looked = reference
					? amongReferred(found, reference)
					: createdAmong(
							found,
							(raw) => ageOfNote(api, raw, startedAt),
							(raw) => isSame(raw, fields),
						);
				if (looked === 'unknown') return looked;
				if (looked !== 'absent') notes.push({ NoteID: looked.created.NoteID as number, ClientID: id });
			}
			return notes.length > 0 ? { created: { notes, wasLooked: true } } : 'absent';
		},
		keysOf: ({ notes }) => notes.map(({ NoteID }) => keyOf(NoteID)),
		unexpected: () => api.unclear('addContactNote'),
		signal: api.signal,
	});
}

/** A note with the reference is the wanted one, whoever added it. */
function amongReferred(notes: IDataObject[], reference: Reference): Seen<IDataObject> {
	const created = notes.find((raw) => isSameReference(shownNote(raw).reference ?? null, reference));
	return created ? { created } : 'absent';
}

function ageOfNote(api: WiseAgentClient, raw: IDataObject, startedAt: number): Age {
	const { NoteID, NoteDate } = noteOf(raw);
	return api.account.hasCreated(keyOf(NoteID)) ? 'older' : ageOf(api, NoteDate, startedAt);
}

function isSame(raw: IDataObject, fields: NoteFields): boolean {
	const { Note, Subject } = noteOf(raw);
	return isSameWording(Note, fields.note) && isSameWording(Subject, fields.subject);
}

function keyOf(noteId: unknown): string {
	return `note/${String(noteId)}`;
}

function incomplete(missing: string[], created: NewNote[]): Failure {
	const others =
		created.length > 0
			? `The note was added to ${created.map(({ ClientID }) => String(ClientID)).join(', ')}, and must not be added there again.`
			: 'Nothing was added.';
	return new Failure(
		`Wise Agent added no note to ${missing.join(', ')}`,
		`Check the id: it may be deleted or belong to another account. ${others}`,
		{ field: 'contactId', contactIds: missing },
	);
}

/** Changes text or subject; a locked note cannot be changed. */
export const updateNote = making(
	updateContactNote,
	[],
	async (
		api: WiseAgentClient,
		noteId: string,
		fields: { note?: string; subject?: string },
		isOfVendor: boolean,
	): Promise<void> => {
		await updateContactNote(api, {
			form: { noteID: noteId, ...fields, vendor: isOfVendor || undefined },
			record: `note/${noteId}`,
		});
	},
);

/** Gives a note these categories, in place of those that it has. */
export const setNoteCategories = making(
	updateCategories,
	[],
	async (api: WiseAgentClient, noteId: string, categories: string[], isOfVendor: boolean): Promise<void> => {
		await updateCategories(api, {
			form: { noteID: noteId, categories: categories.join(','), vendor: isOfVendor || undefined },
			record: `note/${noteId}`,
		});
	},
);

export const deleteNote = making(
	removeContactNote,
	[],
	async (api: WiseAgentClient, noteId: string, isOfVendor: boolean): Promise<void> => {
		await removeContactNote(api, {
			query: { noteID: noteId, vendor: isOfVendor || undefined },
			record: `note/${noteId}`,
		});
	},
);
