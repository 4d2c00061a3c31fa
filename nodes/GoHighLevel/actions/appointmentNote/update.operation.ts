import { collection, options } from '../../../core/editor/fields';
import { appointmentNotes } from '../../api/records/appointmentNotes';
import { appointmentLocator, appointmentNoteLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { author, body, noteOf } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update an appointment note',
	description: 'Change a note of an appointment. HighLevel wants its text with every change.',
	requests: [appointmentNotes.change],
	fields: [
		appointmentLocator,
		appointmentNoteLocator,
		body,
		collection('Update Fields', 'updateFields', [author]),
		options(),
	],
	async execute({ api, params }) {
		const note = noteOf(params, params.collection('updateFields'));
		const ids = { appointmentId: params.id('appointmentId'), noteId: params.id('noteId') };
		return await appointmentNotes.change(api, { ...note, ...ids });
	},
});
