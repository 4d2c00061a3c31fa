import { collection, options } from '../../../core/editor/fields';
import { writeOnlyChanges } from '../../../core/editor/writeOptions';
import { updateContact } from '../../api/contacts/contactWrite';
import { externalIdOf, withExternalId } from '../../api/contacts/matching/externalId';
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
import { linkFields, linkOf } from './matchFields';

export const update = operation({
	name: 'Update',
	action: 'Update a contact',
	description: 'Write to a contact whose ID is known; fields that are not given stay as they are',
	requests: [updateContact, ...MADE_FOR_FIELDS],
	fields: [
		contactLocator,
		collection('Update Fields', 'updateFields', [...identityFields, ...updatableFields, ...linkFields, tags]),
		customFields,
		options(
			clearWhenEmpty([...identityFields, ...updatableFields]),
			tagsMode,
			...syncFields([...identityFields, ...updatableFields, tags]),
			writeOnlyChanges,
		),
	],
	async execute({ api, params }) {
		const link = linkOf(params);
		const externalId = link && (await externalIdOf(api, link));
		const fields = async () => {
			const given = await syncedFieldsOf(api, params, 'updateFields');
			return externalId ? withExternalId(given, externalId) : given;
		};
		const { sync, ...options } = writeOptionsOf(params);
		const how = { ...options, sync: { ...sync, linkField: externalId?.field.id } };
		return await shownWrite(api, how, await updateContact(api, params.id('contactId'), fields, how));
	},
});
