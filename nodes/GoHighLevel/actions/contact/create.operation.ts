import { collection, options } from '../../../core/editor/fields';
import { plannedResult } from '../../../core/heldBack';
import { withNamesOfWritten } from '../../api/customFields/values';
import type { Contact } from '../../api/contacts/contact';
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
		const contact = await createContact(api, fields).catch(plannedResult<Contact>);
		return await withNamesOfWritten(api, 'contact', { outcome: 'created', ...contact });
	},
});
