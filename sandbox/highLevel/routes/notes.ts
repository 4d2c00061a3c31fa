import type { ApiRoute, Call } from '../wire/apiRoute';
import { notFound } from '../wire/errors';
import type { NoteRecord } from '../state/records';
import { createNoteBody, updateNoteBody } from '../schemas/activities';
import { succeeded } from '../views/success';
import { contactOf } from './lookups';

/** Notes of a contact. */
export const noteRoutes: ApiRoute[] = [
	{
		method: 'GET',
		path: '/contacts/:contactId/notes',
		scope: 'contacts.readonly',
		answer: (call) => ({ notes: call.state.notes.inGroup(contactOf(call).id).map(view) }),
	},
	{
		method: 'POST',
		path: '/contacts/:contactId/notes',
		scope: 'contacts.write',
		body: createNoteBody,
		status: 201,
		answer: (call) => {
			const contact = contactOf(call);
			const now = call.state.clock.nextIso();
			const note = {
				id: call.state.newId(),
				contactId: contact.id,
				locationId: contact.locationId,
				userId: null,
				title: null,
				color: null,
				pinned: false,
				...call.body,
				dateAdded: now,
				dateUpdated: now,
			} as unknown as NoteRecord;
			call.state.notes.set(note.id, note);
			return { note: view(note) };
		},
	},
	{
		method: 'GET',
		path: '/contacts/:contactId/notes/:id',
		scope: 'contacts.readonly',
		answer: (call) => ({ note: view(noteOf(call)) }),
	},
	{
		method: 'PUT',
		path: '/contacts/:contactId/notes/:id',
		scope: 'contacts.write',
		body: updateNoteBody,
		answer: (call) => {
			const note: NoteRecord = { ...noteOf(call), ...call.body, dateUpdated: call.state.clock.nextIso() };
			call.state.notes.set(note.id, note);
			return { note: view(note) };
		},
	},
	{
		method: 'DELETE',
		path: '/contacts/:contactId/notes/:id',
		scope: 'contacts.write',
		answer: (call) => {
			call.state.notes.delete(noteOf(call).id);
			return succeeded(call.version);
		},
	},
];

function noteOf(call: Call): Readonly<NoteRecord> {
	const contact = contactOf(call);
	const id = call.params['id'] ?? '';
	const note = call.state.notes.get(id);
	if (note?.contactId !== contact.id) throw notFound('Note', id);
	return note;
}

/** Source: official specifications, `GetNoteSchema`. Empty values are left out. */
function view(note: Readonly<NoteRecord>): object {
	return {
		id: note.id,
		body: note.body,
		userId: note.userId ?? undefined,
		dateAdded: note.dateAdded,
		contactId: note.contactId,
		title: note.title ?? undefined,
		color: note.color ?? undefined,
		pinned: note.pinned,
	};
}
