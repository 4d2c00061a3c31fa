import { collection, options } from '../../../core/editor/fields';
import { someFields } from '../../../core/operation/requireSomeFields';
import { searchProfileOf } from '../../api/reading/records';
import { readContact } from '../../api/contacts/contacts';
import { addSearchProfile as add } from '../../api/records/properties';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { fieldsOf } from '../optionalFields';
import { addedFields, wishes } from './searchProfileFields';

export const addSearchProfile = operation({
	name: 'Add Search Profile',
	action: 'Add a search profile to a contact',
	description: 'Say what property a contact looks for, beside what it looks for already',
	requests: [add, readContact],
	fields: [contactLocator, collection('Additional Fields', 'additionalFields', wishes), options()],
	async execute({ api, params }) {
		const contactId = params.id('contactId');
		const fields = someFields(
			fieldsOf(params.collection('additionalFields'), (name) => params.label(name)),
			{
				name: 'additionalFields',
				displayName: 'Additional Fields',
			},
		);
		await readContact(api, contactId);
		const { SearchID } = await add(api, contactId, fields, addedFields(fields));
		return searchProfileOf({ contactId, SearchID, ...fields });
	},
});
