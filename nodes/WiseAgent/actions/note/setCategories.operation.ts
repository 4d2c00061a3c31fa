import { options } from '../../../core/editor/fields';
import { changeNoteCategories } from '../../api/records/noteCopies';
import { noteLocator } from '../../pickers/locators';
import { commaFreeNames } from '../commaLists';
import { operation } from '../operation';
import { contactForList, noteCategories, vendor } from './fields';

export const setCategories = operation({
	name: 'Set Categories',
	action: 'Set the categories of a note',
	description:
		'Give a note these categories, in place of those that it has; with none, all are taken away. A locked note is refused.',
	requests: [changeNoteCategories],
	fields: [contactForList, noteLocator, vendor, noteCategories, options()],
	async execute({ api, params }) {
		const noteId = params.id('noteId');
		const categories = commaFreeNames(params.value('categories'), 'Categories');
		return await changeNoteCategories(api, noteId, categories, params.boolean('vendor'));
	},
});
