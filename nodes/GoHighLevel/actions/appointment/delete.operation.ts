import { options } from '../../../core/editor/fields';
import { appointments } from '../../api/records/appointments';
import { appointmentLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const remove = operation({
	name: 'Delete',
	action: 'Delete an appointment',
	description: 'Delete an appointment for good; to cancel it, update its status',
	requests: [appointments.delete],
	fields: [appointmentLocator, options()],
	async execute({ api, params }) {
		await appointments.delete(api, { appointmentId: params.id('appointmentId') });
		return { deleted: true };
	},
});
