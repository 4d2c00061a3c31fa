import { options } from '../../../core/editor/fields';
import { countCategory } from '../../api/records/lists';
import { categoryLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const count = operation({
	name: 'Count Contacts',
	action: 'Count the contacts of a category',
	description: 'Count how many contacts are in a category',
	requests: [countCategory],
	fields: [categoryLocator, options()],
	async execute({ api, params }) {
		const category = params.id('category');
		return { category, count: await countCategory(api, category) };
	},
});
