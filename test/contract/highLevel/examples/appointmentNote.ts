import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO } from '../../../support/highLevel';
import { withAppointment } from './appointment';
import type { ResourceExamples } from './example';
import { prepared } from './example';

const withNote = {
	prepare: (sandbox: HighLevelSandbox) => {
		const { contactId, appointmentId } = withAppointment.prepare(sandbox);
		const noteId = sandbox.state.newId();
		const now = '2027-01-01T00:00:00.000Z';
		sandbox.state.appointmentNotes.set(noteId, {
			id: noteId,
			appointmentId,
			contactId,
			locationId: DEMO.locationId,
			body: 'Wants a garden',
			userId: DEMO.users.ben,
			dateAdded: now,
			dateUpdated: now,
		});
		return { appointmentId, noteId };
	},
};

const ofTheNote = { appointmentId: prepared('appointmentId'), noteId: prepared('noteId'), options: {} };

const further = { userId: byId(DEMO.users.amelia) };

export const appointmentNote: ResourceExamples = {
	create: {
		...withAppointment,
		parameters: {
			appointmentId: prepared('appointmentId'),
			body: 'Wants a garden',
			additionalFields: further,
			options: {},
		},
	},
	getAll: {
		...withNote,
		parameters: { appointmentId: prepared('appointmentId'), returnAll: true, limit: 50, options: {} },
	},
	update: { ...withNote, parameters: { ...ofTheNote, body: 'Wants a garage', updateFields: further } },
	delete: { ...withNote, parameters: ofTheNote },
};
