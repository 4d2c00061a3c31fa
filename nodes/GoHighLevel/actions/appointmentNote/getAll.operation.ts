import { options, returnAllOrLimit } from '../../../core/editor/fields';
import { appointmentNotes } from '../../api/records/appointmentNotes';
import { appointmentLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many appointment notes',
	description: 'Read the notes of an appointment',
	requests: [appointmentNotes.list],
	fields: [appointmentLocator, ...returnAllOrLimit, options()],
	async execute({ api, params }) {
		const limit = params.limit();
		return await appointmentNotes.list(api, { appointmentId: params.id('appointmentId'), limit });
	},
});
