import { collection, options } from '../../../core/editor/fields';
import { putNote } from '../../api/records/notes';
import { contactLocator, noteLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { someFields } from '../../../core/operation/requireSomeFields';
import { additionalNoteFields, body, noteFieldsOf } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update a note',
	description: 'Change a note of a contact; fields that are not given stay as they are',
	scopes: ['contacts.write'],
	fields: [
		contactLocator,
		noteLocator,
		collection('Update Fields', 'updateFields', [...additionalNoteFields, body]),
		options(),
	],
	async execute({ api, params }) {
		const fields = someFields(noteFieldsOf(params, params.collection('updateFields')));
		return await putNote(api, params.id('contactId'), params.id('noteId'), fields);
	},
});
