import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { byId, DEMO, UNKNOWN } from '../../support/highLevel';
import { prepared } from '../prepared';
import type { Difference } from '../case';
import { highLevelCases } from '../case';
import { wrongLimit } from '../wrongValues';

const sent = { userId: DEMO.users.amelia, color: '#00AAFF', pinned: true, title: 'Wishes' };

const withContact = {
	prepare: ({ state }: HighLevelSandbox) => ({
		contactId: state.addContact({ locationId: DEMO.locationId, firstName: 'Ada' }).id,
	}),
};

const withNote = {
	prepare: (sandbox: HighLevelSandbox) => {
		const { contactId } = withContact.prepare(sandbox);
		const noteId = sandbox.state.newId();
		const now = '2027-01-01T00:00:00.000Z';
		sandbox.state.notes.set(noteId, {
			id: noteId,
			contactId,
			locationId: DEMO.locationId,
			body: 'Wants a garden',
			userId: DEMO.users.ben,
			title: 'Wishes',
			color: '#FFAA00',
			pinned: false,
			dateAdded: now,
			dateUpdated: now,
		});
		return { contactId, noteId };
	},
};

const ofTheNote = { contactId: prepared('contactId'), noteId: prepared('noteId'), options: {} };

const further = { userId: byId(DEMO.users.amelia), color: '#00AAFF', pinned: true, title: 'Wishes' };

const notAColor = '"Color" is not a color: blue';

export const cases = highLevelCases({
	create: {
		example: {
			...withContact,
			parameters: {
				contactId: prepared('contactId'),
				body: 'Wants a garden',
				additionalFields: further,
				options: {},
			},
		},
		sdk: async (sdk, { contactId }) =>
			await sdk.contacts.createNote({ contactId }, { body: 'Wants a garden', ...sent }),
		wrong: { parameters: { additionalFields: { color: 'blue' } }, message: notAColor, field: 'color' },
	},
	upsertByReference: {
		example: {
			...withContact,
			parameters: {
				contactId: prepared('contactId'),
				reference: 'Wise Agent note 8812345',
				body: 'Wants a garden',
				additionalFields: further,
				options: {},
			},
		},
		sdk: async (sdk, { contactId }) =>
			await sdk.contacts.createNote(
				{ contactId },
				{ body: 'Wants a garden\nWise Agent note 8812345', ...sent },
			),
		wrong: {
			parameters: { reference: 'Airtable <rec123>' },
			message: '"Reference" is not a reference: Airtable <rec123>',
			field: 'Reference',
		},
	},
	get: {
		example: { ...withNote, parameters: { ...ofTheNote, simplify: true } },
		sdk: async (sdk, { contactId, noteId }) => await sdk.contacts.getNote({ contactId, id: noteId }),
		wrong: { parameters: { noteId: byId(UNKNOWN) }, message: `Note with id ${UNKNOWN} not found` },
	},
	getAll: {
		example: {
			...withNote,
			parameters: {
				contactId: prepared('contactId'),
				returnAll: true,
				limit: 50,
				simplify: true,
				options: {},
			},
		},
		sdk: async (sdk, { contactId }) => await sdk.contacts.getAllNotes({ contactId }),
		wrong: wrongLimit(1.5),
	},
	update: {
		example: {
			...withNote,
			parameters: {
				...ofTheNote,
				updateFields: { ...further, title: 'Further wishes', body: 'Wants a garage' },
			},
		},
		sdk: async (sdk, { contactId, noteId }) =>
			await sdk.contacts.updateNote(
				{ contactId, id: noteId },
				{ body: 'Wants a garage', ...sent, title: 'Further wishes' },
			),
		wrong: { parameters: { updateFields: { color: 'blue' } }, message: notAColor, field: 'color' },
	},
	delete: {
		example: { ...withNote, parameters: ofTheNote },
		sdk: async (sdk, { contactId, noteId }) => await sdk.contacts.deleteNote({ contactId, id: noteId }),
		wrong: { parameters: { noteId: byId('a/../b?x') }, message: 'Note with id a/../b?x not found' },
	},
});

export const differences: Difference[] = [
	{
		pattern: /^update: only the node sends GET \/contacts\/\{contactId\}\/notes\/\{\w+\}$/,
		reason: 'the note is read before, so that the output tells what has changed and its reference is kept',
	},
	{
		pattern: /^upsertByReference: only the node sends GET \/contacts\/\{contactId\}\/notes$/,
		reason: 'the copy is looked for among the notes of the contact',
	},
];
