import { byId } from '../../../../support/highLevel';
import { UNKNOWN } from '../operations';
import type { InvalidValues } from './invalidValues';

export const appointment: InvalidValues = {
	create: [{ startTime: 'soon' }, '"Start Time" is not a date: soon', 'Start Time'],
	get: [{ appointmentId: byId(UNKNOWN) }, `Appointment with id ${UNKNOWN} not found`],
	update: [{ updateFields: { appointmentStatus: 'maybe' } }, '"Status" has no option "maybe"', 'Status'],
	delete: [{ appointmentId: byId('a/../b?x') }, 'Appointment with id a/../b?x not found'],
	getFreeSlots: [{ options: { timezone: 'Home' } }, '"Time Zone" is not a time zone: Home', 'timezone'],
	getAll: [{ endTime: '2000-01-01' }, '"To" is before "From"', 'endTime'],
};
