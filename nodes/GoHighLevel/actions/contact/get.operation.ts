import { options } from '../../../core/editor/fields';
import { simplify } from '../../../core/operation/simplify';
import { getContact } from '../../api/contacts/contacts';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { MADE_TO_SHOW, shownContacts } from './output';

export const get = operation({
	name: 'Get',
	action: 'Get a contact',
	description: 'Read one contact, with its custom fields by name',
	requests: [getContact, ...MADE_TO_SHOW],
	fields: [contactLocator, simplify, options()],
	async execute({ api, params }) {
		return await shownContacts(api, params, [await getContact(api, params.id('contactId'))]);
	},
});
