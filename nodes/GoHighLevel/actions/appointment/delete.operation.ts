import { options } from '../../../core/editor/fields';
import { deleteAppointment } from '../../api/records/appointments';
import { appointmentLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const remove = operation({
	name: 'Delete',
	action: 'Delete an appointment',
	description: 'Delete an appointment for good; to cancel it, update its status',
	scopes: ['calendars/events.write'],
	fields: [appointmentLocator, options()],
	async execute({ api, params }) {
		await deleteAppointment(api, params.id('appointmentId'));
		return { deleted: true };
	},
});
