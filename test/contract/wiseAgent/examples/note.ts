import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { byId, DEMO } from '../../../support/wiseAgent';
import type { ResourceExamples } from './example';
import { addPerson, prepared, withContact } from './example';

const withNote = {
	prepare: (sandbox: WiseAgentSandbox) => {
		const contactId = addPerson(sandbox);
		const note = sandbox.state.addNote({
			owner: contactId,
			Subject: 'Viewing',
			Note: 'Wants a garden.\r\nAnd a garage.',
			Categories: ['Buyer'],
			notedAt: '2026-03-31T17:30:00.000Z',
		});
		return { contactId, noteId: String(note.NoteID) };
	},
};

const withLockedNote = {
	prepare: (sandbox: WiseAgentSandbox) => {
		const ids = withNote.prepare(sandbox);
		const note = sandbox.state.notes.get(ids.noteId);
		if (!note) throw new Error('The note is not there');
		sandbox.state.notes.set(ids.noteId, { ...note, lockedAt: '2026-04-01T17:30:00.000Z' });
		return ids;
	},
};

const ofTheNote = { contactId: prepared('contactId'), noteId: prepared('noteId'), options: {} };

export const note: ResourceExamples = {
	create: {
		...withContact,
		parameters: {
			contactId: prepared('contactId'),
			note: 'Wants a garden',
			additionalFields: {
				subject: 'Viewing',
				categories: ['Buyer'],
				clientids: '={{ $json.furtherIds }}',
				InsideTeamId: byId(String(DEMO.team.miguel)),
			},
			options: {},
		},
	},
	delete: { ...withNote, parameters: { ...ofTheNote, vendor: false } },
	get: { ...withLockedNote, parameters: ofTheNote },
	getAll: {
		...withLockedNote,
		parameters: {
			contactId: prepared('contactId'),
			returnAll: true,
			limit: 50,
			filters: { categories: ['Buyer'], subject: 'Viewing', date: '2026-03-31' },
			options: {},
		},
	},
	setCategories: {
		...withNote,
		parameters: { ...ofTheNote, vendor: false, categories: ['Seller', 'Buyer'] },
	},
	update: {
		...withNote,
		parameters: {
			...ofTheNote,
			vendor: false,
			updateFields: { note: 'Wants a garage', subject: 'Second viewing' },
		},
	},
};
