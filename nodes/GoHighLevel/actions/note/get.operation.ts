import { options } from '../../../core/editor/fields';
import { notes } from '../../api/records/notes';
import { contactLocator, noteLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const get = operation({
	name: 'Get',
	action: 'Get a note',
	description: 'Read one note of a contact',
	requests: [notes.get],
	fields: [contactLocator, noteLocator, options()],
	async execute({ api, params }) {
		return await notes.get(api, { contactId: params.id('contactId'), noteId: params.id('noteId') });
	},
});
