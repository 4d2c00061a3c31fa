import { options } from '../../../core/fields';
import { getContact } from '../../api/contacts';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const get = operation({
	name: 'Get',
	action: 'Get a contact',
	description: 'Read one contact with all its fields',
	scopes: ['contacts.readonly'],
	fields: [contactLocator, options()],
	async execute({ api, params }) {
		return await getContact(api, params.id('contactId'));
	},
});
