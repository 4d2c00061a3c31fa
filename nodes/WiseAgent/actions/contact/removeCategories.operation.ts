import { options } from '../../../core/editor/fields';
import { CATEGORY_CHANGES } from '../../api/contacts/categories';
import { findContact } from '../../api/contacts/contacts';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { changeCategories, requiredCategories } from './categoryFields';

export const removeCategories = operation({
	name: 'Remove Categories',
	action: 'Remove categories from a contact',
	description: 'Take a contact out of categories; its others stay',
	requests: [CATEGORY_CHANGES.remove, findContact],
	fields: [contactLocator, requiredCategories, options()],
	async execute(input) {
		return await changeCategories('remove', input);
	},
});
