import { collection, ifNoIdentifier, options, SKIPPED } from '../../../core/editor/fields';
import {
	existingOptionsOf,
	identifierConflict,
	onExisting,
	writeOnlyChanges,
} from '../../../core/editor/writeOptions';
import { plannedResult } from '../../../core/heldBack';
import { emailOf } from '../../../core/values/emails';
import type { WrittenContact } from '../../api/contacts/contactWrite';
import { upsertContact } from '../../api/contacts/contactUpsert';
import { withNamesOfWritten } from '../../api/customFields/values';
import { operation } from '../operation';
import { contactFieldsOf, MADE_FOR_FIELDS, writeOptionsOf } from './contactFieldsOf';
import { clearWhenEmpty, creatableFields, customFields, identityFields, tags, tagsMode } from './fields';

export const upsert = operation({
	name: 'Create or Update',
	action: 'Create or update a contact',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	requests: [upsertContact, ...MADE_FOR_FIELDS],
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
		const how = { ...writeOptionsOf(params), ...existingOptionsOf(chosen) };
		const written = await upsertContact(api, identity, fields, how).catch(plannedResult<WrittenContact>);
		return await withNamesOfWritten(api, 'contact', written);
	},
});
