import { categoriesNamed, distinct, sameName } from '../contacts/input';
import { ownerOf } from '../owners';
import type { NoteRecord } from '../records';
import type { Call, RequestType } from '../requestType';
import { noteView } from '../views/note';
import { arizonaDay, readDate } from '../wire/arizona';
import { pageOf } from '../wire/paging';
import { LISTED_SUCCESS, listedFailure, lowerError } from '../wire/refusal';

/** Notes of contacts and vendors. */
export const noteTypes: RequestType[] = [
	{ name: 'getContactNotes', verb: 'GET', scopes: ['contacts'], answer: getContactNotes },
	{ name: 'addContactNote', verb: 'POST', scopes: ['contacts'], answer: addContactNote },
	{
		name: 'updateContactNote',
		verb: 'PUT',
		scopes: ['contacts'],
		answer: (call) => {
			const { parameters } = call;
			return change(call, (note) => ({
				...note,
				...(parameters.has('note') ? { Note: parameters.sent('note') ?? '' } : {}),
				...(parameters.has('subject') ? { Subject: parameters.sent('subject') ?? '' } : {}),
			}));
		},
	},
	{
		name: 'updateContactNoteCategories',
		verb: 'PUT',
		scopes: ['contacts'],
		answer: (call) => {
			const Categories = distinct(categoriesNamed(call.state, call.parameters.list('categories')));
			return change(call, (note) => ({ ...note, Categories }));
		},
	},
	{
		name: 'removeContactNote',
		verb: 'DELETE',
		scopes: ['contacts'],
		answer: (call) => {
			call.state.notes.delete(String(openNote(call).NoteID));
			return LISTED_SUCCESS;
		},
	},
];

function getContactNotes({ state, parameters, settings }: Call): object {
	const notes = notesAskedFor(state, parameters.text('ClientID'), parameters.text('NoteID'));
	const subject = parameters.text('subject');
	const categories = parameters.list('categories');
	const day = parameters.text('date') === '' ? undefined : readDate(parameters.text('date'));
	if (parameters.text('date') !== '' && day === undefined) throw lowerError('Invalid date');
	const found = notes.filter(
		(note) =>
			(subject === '' || sameName(note.Subject, subject)) &&
			(categories.length === 0 ||
				categories.some((name) => note.Categories.some((own) => sameName(own, name)))) &&
			(day === undefined || arizonaDay(note.notedAt) === day),
	);
	found.sort((a, b) => b.NoteID - a.NoteID);
	return pageOf(found, parameters, 100).map((note) => noteView(state, note, settings));
}

/** A note by its own id, with or without its contact's, or all notes of a contact. */
function notesAskedFor(state: Call['state'], clientId: string, noteId: string): Array<Readonly<NoteRecord>> {
	const owner = clientId.toUpperCase();
	if (noteId !== '') {
		const note = state.notes.get(noteId);
		return note && (clientId === '' || note.owner === owner) ? [note] : [];
	}
	if (clientId === '') throw lowerError('Missing ClientID');
	return state.notes.inGroup(owner);
}

/** Ids that are unknown are passed over: the answer has the notes that were made. */
function addContactNote({ state, parameters }: Call): object {
	const Note = parameters.sent('note') ?? '';
	if (Note.trim() === '') throw listedFailure('Missing note');
	const ids = parameters.list('clientids');
	if (ids.length === 0) throw listedFailure('Missing clientids');
	const owners = ids.map((id) => ownerOf(state, id)).filter((owner) => owner !== undefined);
	if (owners.length === 0) throw listedFailure('No contact was found');
	const Categories = distinct(categoriesNamed(state, parameters.list('categories')));
	const data = owners.map((owner) => {
		const { NoteID } = state.addNote({
			owner,
			Note,
			Subject: parameters.sent('subject') ?? '',
			Categories,
			InsideTeamId: parameters.positive('InsideTeamId') ?? 0,
		});
		return { ClientID: owner.startsWith('V') ? owner : Number(owner), NoteID };
	});
	return [{ success: 'true', data }];
}

function change(call: Call, changed: (note: Readonly<NoteRecord>) => NoteRecord): object {
	const note = openNote(call);
	call.state.notes.set(String(note.NoteID), changed(note));
	return LISTED_SUCCESS;
}

/** The note that a change is for. `vendor` tells which of the two kinds of notes the id is of.
 * @throws Refusal where there is none, and for a locked one */
function openNote({ state, parameters }: Call): Readonly<NoteRecord> {
	const id = parameters.text('noteID');
	if (id === '') throw listedFailure('Missing noteID');
	const note = state.notes.get(id);
	if (!note || note.owner.startsWith('V') !== parameters.flag('vendor')) {
		throw listedFailure('Note was not found');
	}
	if (note.lockedAt !== null) throw listedFailure('Note is locked');
	return note;
}
