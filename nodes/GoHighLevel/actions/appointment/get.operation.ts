import { options } from '../../../core/editor/fields';
import { simplified, simplify } from '../../../core/operation/simplify';
import { APPOINTMENT_SUMMARY, appointments } from '../../api/records/appointments';
import { appointmentLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const get = operation({
	name: 'Get',
	action: 'Get an appointment',
	description: 'Read one appointment',
	requests: [appointments.get],
	fields: [appointmentLocator, simplify, options()],
	async execute({ api, params }) {
		const appointment = await appointments.get(api, { appointmentId: params.id('appointmentId') });
		return simplified(params, appointment, APPOINTMENT_SUMMARY);
	},
});
