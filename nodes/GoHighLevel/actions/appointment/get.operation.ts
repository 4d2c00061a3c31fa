import { options } from '../../../core/editor/fields';
import { simplified, simplify } from '../../../core/operation/simplify';
import { getAppointment } from '../../api/records/appointments';
import { appointmentLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { APPOINTMENT_SUMMARY } from './fields';

export const get = operation({
	name: 'Get',
	action: 'Get an appointment',
	description: 'Read one appointment',
	scopes: ['calendars/events.readonly'],
	fields: [appointmentLocator, simplify, options()],
	async execute({ api, params }) {
		return simplified(params, await getAppointment(api, params.id('appointmentId')), APPOINTMENT_SUMMARY);
	},
});
