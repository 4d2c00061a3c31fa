import { options } from '../../../core/editor/fields';
import { deleteAppointmentNote } from '../../api/records/appointmentNotes';
import { appointmentLocator, appointmentNoteLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const remove = operation({
	name: 'Delete',
	action: 'Delete an appointment note',
	description: 'Delete a note of an appointment for good',
	scopes: ['calendars/events.write'],
	fields: [appointmentLocator, appointmentNoteLocator, options()],
	async execute({ api, params }) {
		await deleteAppointmentNote(api, params.id('appointmentId'), params.id('noteId'));
		return { deleted: true };
	},
});
