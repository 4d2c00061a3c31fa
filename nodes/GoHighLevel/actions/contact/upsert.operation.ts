import { collection, ifNoIdentifier, options, SKIPPED } from '../../../core/editor/fields';
import { emailOf } from '../../../core/values/emails';
import type { IdentifierConflict } from '../../api/contacts/contactUpsert';
import { upsertContact } from '../../api/contacts/contactUpsert';
import type { OnExisting } from '../../api/contacts/contactWrite';
import { withNamesOfWritten } from '../../api/contacts/customFieldValues';
import { operation } from '../operation';
import { contactFieldsOf, writeOptionsOf } from './contactFieldsOf';
import {
	clearWhenEmpty,
	creatableFields,
	customFields,
	identifierConflict,
	identityFields,
	onExisting,
	tags,
	tagsMode,
	writeOnlyChanges,
} from './fields';

export const upsert = operation({
	name: 'Create or Update',
	action: 'Create or update a contact',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	scopes: ['contacts.write', 'contacts.readonly'],
	fields: [
		...identityFields,
		collection('Additional Fields', 'additionalFields', [...creatableFields, tags]),
		customFields,
		options(
			clearWhenEmpty([
				...identityFields.filter(({ name }) => name !== 'email' && name !== 'phone'),
				...creatableFields,
			]),
			identifierConflict,
			ifNoIdentifier,
			onExisting,
			tagsMode,
			writeOnlyChanges,
		),
	],
	async execute({ api, params }) {
		const given = params.text('email');
		const email = given ? emailOf(given, params.label('email')) : '';
		const identity = { email, phone: params.text('phone') };
		const fields = async () => await contactFieldsOf(api, params, 'additionalFields');
		const chosen = params.collection('options');
		if (chosen.ifNoIdentifier === 'skip' && !identity.email && !identity.phone) return { ...SKIPPED };
		const written = await upsertContact(api, identity, fields, {
			...writeOptionsOf(params),
			onExisting: (chosen.onExisting ?? 'update') as OnExisting,
			identifierConflict: (chosen.identifierConflict ?? 'error') as IdentifierConflict,
		});
		return await withNamesOfWritten(api, written);
	},
});
