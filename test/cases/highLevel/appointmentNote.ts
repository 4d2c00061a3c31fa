import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { byId, DEMO } from '../../support/highLevel';
import { withAppointment } from './appointment';
import { prepared } from '../prepared';
import { highLevelCases } from '../case';
import { wrongLimit } from '../wrongValues';

const userId = DEMO.users.amelia;

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

export const cases = highLevelCases({
	create: {
		example: {
			...withAppointment,
			parameters: {
				appointmentId: prepared('appointmentId'),
				body: 'Wants a garden',
				additionalFields: further,
				options: {},
			},
		},
		sdk: async (sdk, { appointmentId }) =>
			await sdk.calendars.createAppointmentNote({ appointmentId }, { body: 'Wants a garden', userId }),
		wrong: { parameters: { body: '={{ $json.nothing }}' }, message: '"Body" is empty', field: 'body' },
	},
	getAll: {
		example: {
			...withNote,
			parameters: { appointmentId: prepared('appointmentId'), returnAll: true, limit: 50, options: {} },
		},
		sdk: async (sdk, { appointmentId }) =>
			await sdk.calendars.getAppointmentNotes({ appointmentId, limit: 20, offset: 0 }),
		wrong: wrongLimit(1.5),
	},
	update: {
		example: { ...withNote, parameters: { ...ofTheNote, body: 'Wants a garage', updateFields: further } },
		sdk: async (sdk, { appointmentId, noteId }) =>
			await sdk.calendars.updateAppointmentNote(
				{ appointmentId, noteId },
				{ body: 'Wants a garage', userId },
			),
		wrong: {
			parameters: { body: 'x'.repeat(5001) },
			message: `HighLevel refused the data: "Body" must be shorter than or equal to 5000 characters, but it is ${'x'.repeat(60)}…`,
			field: 'body',
		},
	},
	delete: {
		example: { ...withNote, parameters: ofTheNote },
		sdk: async (sdk, { appointmentId, noteId }) =>
			await sdk.calendars.deleteAppointmentNote({ appointmentId, noteId }),
		wrong: { parameters: { noteId: byId('a/../b?x') }, message: 'Note with id a/../b?x not found' },
	},
});
