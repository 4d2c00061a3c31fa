import { collection, options } from '../../../core/editor/fields';
import { createNote } from '../../api/records/notes';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { additionalNoteFields, body, noteFieldsOf } from './fields';

export const create = operation({
	name: 'Create',
	action: 'Create a note',
	description: 'Add a note to a contact',
	scopes: ['contacts.write', 'contacts.readonly'],
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
		return await createNote(api, contactId, { ...fields, body: text });
	},
});
