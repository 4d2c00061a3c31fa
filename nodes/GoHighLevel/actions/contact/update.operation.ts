import { collection, options } from '../../../core/editor/fields';
import { writeOnlyChanges } from '../../../core/editor/writeOptions';
import { updateContact } from '../../api/contacts/contactWrite';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { MADE_FOR_FIELDS, shownWrite, syncedFieldsOf, writeOptionsOf } from './contactFieldsOf';
import {
	clearWhenEmpty,
	customFields,
	identityFields,
	syncFields,
	tags,
	tagsMode,
	updatableFields,
} from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update a contact',
	description: 'Write to a contact whose ID is known; fields that are not given stay as they are',
	requests: [updateContact, ...MADE_FOR_FIELDS],
	fields: [
		contactLocator,
		collection('Update Fields', 'updateFields', [...identityFields, ...updatableFields, tags]),
		customFields,
		options(
			clearWhenEmpty([...identityFields, ...updatableFields]),
			tagsMode,
			...syncFields([...identityFields, ...updatableFields, tags]),
			writeOnlyChanges,
		),
	],
	async execute({ api, params }) {
		const fields = async () => await syncedFieldsOf(api, params, 'updateFields');
		const how = writeOptionsOf(params);
		return await shownWrite(api, how, await updateContact(api, params.id('contactId'), fields, how));
	},
});
