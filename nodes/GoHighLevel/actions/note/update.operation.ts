import { collection, options } from '../../../core/editor/fields';
import { notes } from '../../api/records/notes';
import { contactLocator, noteLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { someFields } from '../../../core/operation/requireSomeFields';
import { additionalNoteFields, body, noteFieldsOf } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update a note',
	description: 'Change a note of a contact; fields that are not given stay as they are',
	requests: [notes.change],
	fields: [
		contactLocator,
		noteLocator,
		collection('Update Fields', 'updateFields', [...additionalNoteFields, body]),
		options(),
	],
	async execute({ api, params }) {
		const ids = { contactId: params.id('contactId'), noteId: params.id('noteId') };
		const fields = someFields(noteFieldsOf(params, params.collection('updateFields')));
		return await notes.change(api, { ...fields, ...ids });
	},
});
