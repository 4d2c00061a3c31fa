import { collection, options } from '../../../core/editor/fields';
import { writeOnlyChanges } from '../../../core/editor/writeOptions';
import { updateContact } from '../../api/contacts/contactWrite';
import { withNamesOfWritten } from '../../api/customFields/values';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { contactFieldsOf, MADE_FOR_FIELDS, writeOptionsOf } from './contactFieldsOf';
import { clearWhenEmpty, customFields, identityFields, tags, tagsMode, updatableFields } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update a contact',
	description: 'Write to a contact whose ID is known; fields that are not given stay as they are',
	requests: [updateContact, ...MADE_FOR_FIELDS],
	fields: [
		contactLocator,
		collection('Update Fields', 'updateFields', [...identityFields, ...updatableFields, tags]),
		customFields,
		options(clearWhenEmpty([...identityFields, ...updatableFields]), tagsMode, writeOnlyChanges),
	],
	async execute({ api, params }) {
		const fields = async () => await contactFieldsOf(api, params, 'updateFields');
		const written = await updateContact(api, params.id('contactId'), fields, writeOptionsOf(params));
		return await withNamesOfWritten(api, 'contact', written);
	},
});
