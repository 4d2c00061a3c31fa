import { options } from '../../../core/editor/fields';
import { deleteNote } from '../../api/records/notes';
import { contactLocator, noteLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const remove = operation({
	name: 'Delete',
	action: 'Delete a note',
	description: 'Delete a note of a contact for good',
	scopes: ['contacts.write'],
	fields: [contactLocator, noteLocator, options()],
	async execute({ api, params }) {
		await deleteNote(api, params.id('contactId'), params.id('noteId'));
		return { deleted: true };
	},
});
