import { options } from '../../../core/editor/fields';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { changeCategories, requiredCategories } from './categoryFields';

export const addCategories = operation({
	name: 'Add Categories',
	action: 'Add categories to a contact',
	description: 'Add categories to those that the contact has; those that it has already change nothing',
	scopes: ['contacts'],
	fields: [contactLocator, requiredCategories, options()],
	async execute(input) {
		return await changeCategories('add', input);
	},
});
