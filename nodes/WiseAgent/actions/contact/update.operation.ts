import { collection } from '../../../core/editor/fields';
import { writeOnlyChanges } from '../../../core/editor/writeOptions';
import { someFields } from '../../../core/operation/requireSomeFields';
import { updateContact } from '../../api/contacts/contactWrite';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { recordOptions } from '../output';
import { contactFieldsOf, writeOptionsOf } from './contactFieldsOf';
import { categories, clearWhenEmpty, identityFields, updatableFields } from './fields';
import { categoriesMode, reassign } from './writeOptions';
import { writtenOutput } from './writtenOutput';

export const update = operation({
	name: 'Update',
	action: 'Update a contact',
	description: 'Write to a contact whose ID is known; fields that are not given stay as they are',
	requests: [updateContact],
	fields: [
		contactLocator,
		collection('Update Fields', 'updateFields', [...identityFields, ...updatableFields, categories]),
		recordOptions(
			categoriesMode,
			clearWhenEmpty([...identityFields, ...updatableFields]),
			reassign,
			writeOnlyChanges,
		),
	],
	async execute({ api, params }) {
		const fields = someFields(contactFieldsOf(params, 'updateFields'));
		const written = await updateContact(api, params.id('contactId'), fields, writeOptionsOf(params));
		return writtenOutput(params, written);
	},
});
