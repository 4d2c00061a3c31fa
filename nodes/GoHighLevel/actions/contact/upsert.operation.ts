import { collection, options } from '../../../core/editor/fields';
import { existingOptionsOf, onExisting, writeOnlyChanges } from '../../../core/editor/writeOptions';
import { plannedResult } from '../../../core/heldBack';
import type { WrittenContact } from '../../api/contacts/contactWrite';
import { isIdentified, upsertContact } from '../../api/contacts/contactUpsert';
import { operation } from '../operation';
import { MADE_FOR_FIELDS, shownWrite, syncedFieldsOf, writeOptionsOf } from './contactFieldsOf';
import {
	clearWhenEmpty,
	creatableFields,
	customFields,
	identityFields,
	syncFields,
	tags,
	tagsMode,
} from './fields';
import { identityOf, matchFields, matchOptions, skipped } from './matchFields';

export const upsert = operation({
	name: 'Create or Update',
	action: 'Create or update a contact',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	requests: [upsertContact, ...MADE_FOR_FIELDS],
	fields: [
		...matchFields,
		...identityFields,
		collection('Additional Fields', 'additionalFields', [...creatableFields, tags]),
		customFields,
		options(
			clearWhenEmpty([
				...identityFields.filter(({ name }) => name !== 'email' && name !== 'phone'),
				...creatableFields,
			]),
			...matchOptions,
			onExisting,
			tagsMode,
			...syncFields([...identityFields, ...creatableFields, tags]),
			writeOnlyChanges,
		),
	],
	async execute({ api, params }) {
		const { matchBy, ...identity } = identityOf(params);
		const fields = async () => await syncedFieldsOf(api, params, 'additionalFields');
		const chosen = params.collection('options');
		if (chosen.ifNoIdentifier === 'skip' && !isIdentified(identity, matchBy)) return skipped(matchBy);
		const how = { ...writeOptionsOf(params), ...existingOptionsOf(chosen), matchBy };
		const written = await upsertContact(api, identity, fields, how).catch(plannedResult<WrittenContact>);
		return await shownWrite(api, how, written);
	},
});
