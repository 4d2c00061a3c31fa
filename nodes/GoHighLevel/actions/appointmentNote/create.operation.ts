import { collection, options } from '../../../core/editor/fields';
import { appointmentNotes } from '../../api/records/appointmentNotes';
import { appointmentLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { author, body, noteOf } from './fields';

export const create = operation({
	name: 'Create',
	action: 'Create an appointment note',
	description: 'Add a note to an appointment; it is not among the notes of the contact',
	requests: [appointmentNotes.create],
	fields: [
		appointmentLocator,
		body,
		collection('Additional Fields', 'additionalFields', [author]),
		options(),
	],
	async execute({ api, params }) {
		const note = noteOf(params, params.collection('additionalFields'));
		return await appointmentNotes.create(api, { ...note, appointmentId: params.id('appointmentId') });
	},
});
