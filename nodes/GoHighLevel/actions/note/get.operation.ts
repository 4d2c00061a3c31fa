import { options } from '../../../core/editor/fields';
import { simplify } from '../../../core/operation/simplify';
import { notes } from '../../api/records/notes';
import { contactLocator, noteLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { shownWithReference } from '../shownWithReference';

export const get = operation({
	name: 'Get',
	action: 'Get a note',
	description: 'Read one note of a contact',
	requests: [notes.get],
	fields: [contactLocator, noteLocator, simplify, options()],
	async execute({ api, params }) {
		return shownWithReference(
			params,
			await notes.get(api, { contactId: params.id('contactId'), noteId: params.id('noteId') }),
		);
	},
});
