import type { WiseAgentSandbox } from '../../../sandbox/wiseAgent';
import { byId, DEMO } from '../../support/wiseAgent';
import { addPerson, withContact } from '../../support/wiseAgentPerson';
import { prepared } from '../prepared';
import type { WiseAgentCase } from '../case';
import { notADate, nothingToUpdate, wrongTimeout } from '../wrongValues';

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

export const cases: Record<string, WiseAgentCase> = {
	create: {
		example: {
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
		wrong: {
			parameters: { additionalFields: { categories: ['Ski, Golf'] } },
			message: '"Categories" cannot hold "Ski, Golf": Wise Agent takes the comma for the end of a name',
			field: 'Categories',
		},
	},
	delete: {
		example: { ...withNote, parameters: { ...ofTheNote, vendor: false } },
		wrong: {
			parameters: { vendor: true },
			message: 'Wise Agent does not know this record: Note was not found',
		},
	},
	get: { example: { ...withLockedNote, parameters: ofTheNote }, wrong: wrongTimeout(0) },
	getAll: {
		example: {
			...withLockedNote,
			parameters: {
				contactId: prepared('contactId'),
				returnAll: true,
				limit: 50,
				filters: { categories: ['Buyer'], subject: 'Viewing', date: '2026-03-31' },
				options: {},
			},
		},
		wrong: { parameters: { filters: { date: 'soon' } }, message: notADate('Date'), field: 'Date' },
	},
	setCategories: {
		example: {
			...withNote,
			parameters: { ...ofTheNote, vendor: false, categories: ['Seller', 'Buyer'] },
		},
		wrong: {
			parameters: { categories: ['Ski, Golf'] },
			message: '"Categories" cannot hold "Ski, Golf": Wise Agent takes the comma for the end of a name',
			field: 'Categories',
		},
	},
	upsertByReference: {
		example: {
			...withContact,
			parameters: {
				contactId: prepared('contactId'),
				reference: 'HighLevel note otg8dTqqGl2rLGFVKHIn',
				note: 'Wants a garden',
				additionalFields: {
					subject: 'Viewing',
					categories: ['Buyer'],
					InsideTeamId: byId(String(DEMO.team.miguel)),
				},
				options: {},
			},
		},
		wrong: {
			parameters: { reference: '<p>' },
			message: '"Reference" is not a reference: <p>',
			field: 'Reference',
		},
	},
	update: {
		example: {
			...withNote,
			parameters: {
				...ofTheNote,
				vendor: false,
				updateFields: { note: 'Wants a garage', subject: 'Second viewing' },
			},
		},
		wrong: nothingToUpdate,
	},
};
