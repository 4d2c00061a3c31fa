import { options } from '../../../core/editor/fields';
import { appointmentNotes } from '../../api/records/appointmentNotes';
import { appointmentLocator, appointmentNoteLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const remove = operation({
	name: 'Delete',
	action: 'Delete an appointment note',
	description: 'Delete a note of an appointment for good',
	requests: [appointmentNotes.delete],
	fields: [appointmentLocator, appointmentNoteLocator, options()],
	async execute({ api, params }) {
		const ids = { appointmentId: params.id('appointmentId'), noteId: params.id('noteId') };
		await appointmentNotes.delete(api, ids);
		return { deleted: true };
	},
});
