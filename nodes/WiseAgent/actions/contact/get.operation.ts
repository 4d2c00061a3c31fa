import { contactOf } from '../../api/reading/records';
import { readContact } from '../../api/contacts/contacts';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { recordOptions, outputOf } from '../output';

export const get = operation({
	name: 'Get',
	action: 'Get a contact',
	description: 'Read one contact',
	requests: [readContact],
	fields: [contactLocator, recordOptions()],
	async execute({ api, params }) {
		return outputOf(params, await readContact(api, params.id('contactId')), contactOf);
	},
});
