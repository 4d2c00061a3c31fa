import { collection, options } from '../../../core/editor/fields';
import { writtenOrPlanned } from '../../../core/heldBack';
import { withNamesOfWritten } from '../../api/customFields/values';
import { createContact } from '../../api/contacts/contactCreate';
import { operation } from '../operation';
import { contactFieldsOf, MADE_FOR_FIELDS } from './contactFieldsOf';
import { creatableFields, customFields, identityFields, tags } from './fields';

export const create = operation({
	name: 'Create',
	action: 'Create a contact',
	description: 'Add a new contact; one that exists already is refused and named',
	requests: [createContact, ...MADE_FOR_FIELDS],
	fields: [
		...identityFields,
		collection('Additional Fields', 'additionalFields', [...creatableFields, tags]),
		customFields,
		options(),
	],
	async execute({ api, params }) {
		const fields = await contactFieldsOf(api, params, 'additionalFields');
		const contact = await writtenOrPlanned(createContact(api, fields));
		return await withNamesOfWritten(api, 'contact', { outcome: 'created', ...contact });
	},
});
