import type { JsonSchema } from '../../shared/jsonSchema';
import { closedObject, filledText, flag, text } from '../../shared/jsonSchema';
import type { Change, Resource } from '../kit/resource';
import { contactOf } from '../routes/lookups';
import { succeeded } from '../views/success';

/** A note of a contact. */
export interface NoteRecord {
	id: string;
	contactId: string;
	locationId: string;
	body: string;
	userId: string | null;
	title: string | null;
	color: string | null;
	pinned: boolean;
	dateAdded: string;
	dateUpdated: string;
}

const color: JsonSchema = {
	type: 'string',
	pattern: '^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$',
	refusal: 'must be a hexadecimal color',
};
const fields = { body: filledText, userId: text, title: text, color, pinned: flag };

/** Source: official specifications, contacts. */
export const notes: Resource<NoteRecord> = {
	called: 'Note',
	path: '/contacts/:contactId/notes',
	scope: 'contacts',
	under: 'contactId',
	parent: (call) => {
		const { id, locationId } = contactOf(call);
		return { contactId: id, locationId };
	},
	ofContact: true,
	stamps: ['dateAdded', 'dateUpdated'],
	empty: { userId: null, title: null, color: null, pinned: false },
	view,
	answers: {
		one: (note) => ({ note }),
		many: (notes) => ({ notes }),
		deleted: ({ version }) => succeeded(version),
	},
	list: {},
	get: {},
	create: { body: closedObject(fields, ['body']) },
	update: { body: closedObject(fields) },
	delete: {},
	events,
};

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

/** Title, color and user of a note are left out, as in the real events. Source: official webhook pages. */
function events({ before, after }: Change<NoteRecord>) {
	const type = !before ? 'NoteCreate' : after ? 'NoteUpdate' : 'NoteDelete';
	const { locationId, id, body, contactId, dateAdded } = (after ?? before) as NoteRecord;
	return [{ type, payload: { locationId, id, body, contactId, dateAdded } } as const];
}
