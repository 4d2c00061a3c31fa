import { options } from '../../../core/editor/fields';
import { deleteContact } from '../../api/contacts/contacts';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const remove = operation({
	name: 'Delete',
	action: 'Delete a contact',
	description: 'Delete a contact for good',
	requests: [deleteContact],
	fields: [contactLocator, options()],
	async execute({ api, params }) {
		await deleteContact(api, params.id('contactId'));
		return { deleted: true };
	},
});
