import { options } from '../../../core/editor/fields';
import { getNote } from '../../api/records/notes';
import { contactLocator, noteLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const get = operation({
	name: 'Get',
	action: 'Get a note',
	description: 'Read one note of a contact',
	scopes: ['contacts.readonly'],
	fields: [contactLocator, noteLocator, options()],
	async execute({ api, params }) {
		return await getNote(api, params.id('contactId'), params.id('noteId'));
	},
});
