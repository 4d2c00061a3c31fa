import { options } from '../../../core/editor/fields';
import { deleteNote } from '../../api/records/notes';
import { noteLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { contactForList, vendor } from './fields';

export const remove = operation({
	name: 'Delete',
	action: 'Delete a note',
	description: 'Delete a note for good; a locked one is refused',
	requests: [deleteNote],
	fields: [contactForList, noteLocator, vendor, options()],
	async execute({ api, params }) {
		await deleteNote(api, params.id('noteId'), params.boolean('vendor'));
		return { deleted: true };
	},
});
