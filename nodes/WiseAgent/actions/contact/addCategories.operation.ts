import { options } from '../../../core/editor/fields';
import { CATEGORY_CHANGES } from '../../api/contacts/categories';
import { findContact } from '../../api/contacts/contacts';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { changeCategories, requiredCategories } from './categoryFields';

export const addCategories = operation({
	name: 'Add Categories',
	action: 'Add categories to a contact',
	description: 'Add categories to those that the contact has; those that it has already change nothing',
	requests: [CATEGORY_CHANGES.add, findContact],
	fields: [contactLocator, requiredCategories, options()],
	async execute(input) {
		return await changeCategories('add', input);
	},
});
