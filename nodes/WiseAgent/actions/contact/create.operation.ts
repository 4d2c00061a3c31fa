import { collection } from '../../../core/editor/fields';
import { required } from '../../../core/editor/locator';
import { createNewContact } from '../../api/contacts/contactUpsert';
import { sourceLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { recordOptions } from '../output';
import { contactFieldsOf, lastNameIfEmptyOf } from './contactFieldsOf';
import { categories, creatableFields, identityFields } from './fields';
import { lastNameIfEmpty } from './writeOptions';
import { writtenOutput } from './writtenOutput';

export const create = operation({
	name: 'Create',
	action: 'Create a contact',
	description: 'Add a new contact; one that has this email or phone already is refused and named',
	requests: [createNewContact],
	fields: [
		...identityFields.map((field) => (field.name === 'CFirst' ? required(field) : field)),
		required(sourceLocator),
		collection('Additional Fields', 'additionalFields', [...creatableFields, categories]),
		recordOptions(lastNameIfEmpty),
	],
	async execute({ api, params }) {
		const fields = contactFieldsOf(params, 'additionalFields');
		return writtenOutput(params, await createNewContact(api, fields, lastNameIfEmptyOf(params)));
	},
});
