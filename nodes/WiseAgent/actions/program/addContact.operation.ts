import { options } from '../../../core/editor/fields';
import { readContact } from '../../api/contacts/contacts';
import { addToProgram } from '../../api/records/lists';
import { contactLocator, programLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const addContact = operation({
	name: 'Add Contact',
	action: 'Add a contact to a program',
	description: 'Enrol a contact in a marketing program, which may send messages to it',
	requests: [addToProgram, readContact],
	fields: [contactLocator, programLocator, options()],
	async execute({ api, params }) {
		const [contactId, programID] = [params.id('contactId'), params.id('programID')];
		// Wise Agent passes over ids that it does not know, and says that all is well.
		await readContact(api, contactId);
		await addToProgram(api, programID, [contactId]);
		return { contactId, programID, added: true };
	},
});
