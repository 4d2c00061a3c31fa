import { DEMO } from '../../../../sandbox/highLevel';
import type { SdkComparison } from './comparison';

const userId = DEMO.users.amelia;

const calls: SdkComparison['calls'] = {
	create: async (sdk, { appointmentId }) =>
		await sdk.calendars.createAppointmentNote({ appointmentId }, { body: 'Wants a garden', userId }),
	getAll: async (sdk, { appointmentId }) =>
		await sdk.calendars.getAppointmentNotes({ appointmentId, limit: 20, offset: 0 }),
	update: async (sdk, { appointmentId, noteId }) =>
		await sdk.calendars.updateAppointmentNote({ appointmentId, noteId }, { body: 'Wants a garage', userId }),
	delete: async (sdk, { appointmentId, noteId }) =>
		await sdk.calendars.deleteAppointmentNote({ appointmentId, noteId }),
};

export const appointmentNote: SdkComparison = { calls };
