import { collection, options } from '../../../core/editor/fields';
import { notes } from '../../api/records/notes';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { additionalNoteFields, body, noteFieldsOf } from './fields';

export const create = operation({
	name: 'Create',
	action: 'Create a note',
	description: 'Add a note to a contact',
	requests: [notes.create],
	fields: [
		contactLocator,
		{ ...body, required: true },
		collection('Additional Fields', 'additionalFields', additionalNoteFields),
		options(),
	],
	async execute({ api, params }) {
		const contactId = params.id('contactId');
		const text = params.filled('body');
		const fields = noteFieldsOf(params, params.collection('additionalFields'));
		return await notes.create(api, { ...fields, contactId, body: text });
	},
});
