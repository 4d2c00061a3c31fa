import { options } from '../../../core/editor/fields';
import { notes } from '../../api/records/notes';
import { contactLocator, noteLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const remove = operation({
	name: 'Delete',
	action: 'Delete a note',
	description: 'Delete a note of a contact for good',
	requests: [notes.delete],
	fields: [contactLocator, noteLocator, options()],
	async execute({ api, params }) {
		await notes.delete(api, { contactId: params.id('contactId'), noteId: params.id('noteId') });
		return { deleted: true };
	},
});
