import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO } from '../../../support/highLevel';
import type { ResourceExamples } from './example';
import { prepared } from './example';

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

export const note: ResourceExamples = {
	create: {
		...withContact,
		parameters: {
			contactId: prepared('contactId'),
			body: 'Wants a garden',
			additionalFields: further,
			options: {},
		},
	},
	get: { ...withNote, parameters: ofTheNote },
	getAll: {
		...withNote,
		parameters: { contactId: prepared('contactId'), returnAll: true, limit: 50, options: {} },
	},
	update: {
		...withNote,
		parameters: { ...ofTheNote, updateFields: { ...further, body: 'Wants a garage' } },
	},
	delete: { ...withNote, parameters: ofTheNote },
};
