import { options, returnAllOrLimit } from '../../../core/editor/fields';
import { listAppointmentNotes } from '../../api/records/appointmentNotes';
import { appointmentLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many appointment notes',
	description: 'Read the notes of an appointment',
	scopes: ['calendars/events.readonly'],
	fields: [appointmentLocator, ...returnAllOrLimit, options()],
	async execute({ api, params }) {
		const limit = params.limit();
		return await listAppointmentNotes(api, params.id('appointmentId'), limit);
	},
});
