import { options } from '../../../core/fields';
import { simplify } from '../../../core/simplify';
import { getContact } from '../../api/contacts/contacts';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { shownContacts } from './shownContacts';

export const get = operation({
	name: 'Get',
	action: 'Get a contact',
	description: 'Read one contact, with its custom fields by name',
	scopes: ['contacts.readonly'],
	fields: [contactLocator, simplify, options()],
	async execute({ api, params }) {
		return await shownContacts(api, params, [await getContact(api, params.id('contactId'))]);
	},
});
