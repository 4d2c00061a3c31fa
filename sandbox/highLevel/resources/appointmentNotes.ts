import { closedObject, count, filledText, text } from '../../shared/jsonSchema';
import type { Resource } from '../kit/resource';
import { appointmentOf } from '../routes/lookups';
import { nameOf } from '../views/user';
import type { Call } from '../wire/apiRoute';

/** A note of an appointment; it is not among its contact's notes. */
export interface AppointmentNoteRecord {
	id: string;
	appointmentId: string;
	contactId: string;
	locationId: string;
	body: string;
	userId: string | null;
	dateAdded: string;
	dateUpdated: string;
}

const body = closedObject({ userId: text, body: { ...filledText, maxLength: 5000 } }, ['body']);

/** Source: official specifications, calendars. The order of the list is not documented. */
export const appointmentNotes: Resource<AppointmentNoteRecord> = {
	called: 'Note',
	path: '/calendars/appointments/:appointmentId/notes',
	parameter: 'noteId',
	scope: 'calendars/events',
	under: 'appointmentId',
	parent: (call) => {
		const { id, contactId, locationId } = appointmentOf(call, call.params['appointmentId'] ?? '');
		return { appointmentId: id, contactId, locationId };
	},
	stamps: ['dateAdded', 'dateUpdated'],
	empty: { userId: null },
	view,
	answers: {
		many: (notes, { more }) => ({ notes, hasMore: more }),
		written: (note) => ({ note }),
		deleted: () => ({ success: true }),
	},
	list: {
		query: closedObject({ limit: count(1, 20), offset: count(0) }, ['limit', 'offset']),
		arranged: (notes) => notes.reverse(),
	},
	create: { body },
	update: { body },
	delete: {},
};

/** Source: official specifications, `GetNoteSchema` of calendars. */
function view(note: Readonly<AppointmentNoteRecord>, { state }: Call): object {
	const author = note.userId === null ? undefined : state.users.get(note.userId);
	return {
		id: note.id,
		body: note.body,
		userId: note.userId ?? undefined,
		dateAdded: note.dateAdded,
		contactId: note.contactId,
		createdBy: author && { id: author.id, name: nameOf(author) },
	};
}
