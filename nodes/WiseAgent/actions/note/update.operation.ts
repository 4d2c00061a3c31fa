import { collection, options } from '../../../core/editor/fields';
import { someFields } from '../../../core/operation/requireSomeFields';
import { changeNote } from '../../api/records/noteCopies';
import { noteLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { fieldsOf } from '../optionalFields';
import { contactForList, noteText, subject, vendor } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update a note',
	description:
		'Change text or subject of a note; what is not given stays as it is. A locked note is refused.',
	requests: [changeNote],
	fields: [
		contactForList,
		noteLocator,
		vendor,
		collection('Update Fields', 'updateFields', [noteText, subject]),
		options(),
	],
	async execute({ api, params }) {
		const fields = someFields(fieldsOf(params.collection('updateFields'), (name) => params.label(name))) as {
			note?: string;
			subject?: string;
		};
		return await changeNote(api, params.id('noteId'), fields, params.boolean('vendor'));
	},
});
