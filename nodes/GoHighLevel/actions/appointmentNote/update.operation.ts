import { collection, options } from '../../../core/editor/fields';
import { putAppointmentNote } from '../../api/records/appointmentNotes';
import { appointmentLocator, appointmentNoteLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { author, body, noteOf } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update an appointment note',
	description: 'Change a note of an appointment. HighLevel wants its text with every change.',
	scopes: ['calendars/events.write'],
	fields: [
		appointmentLocator,
		appointmentNoteLocator,
		body,
		collection('Update Fields', 'updateFields', [author]),
		options(),
	],
	async execute({ api, params }) {
		const note = noteOf(params, params.collection('updateFields'));
		return await putAppointmentNote(api, params.id('appointmentId'), params.id('noteId'), note);
	},
});
