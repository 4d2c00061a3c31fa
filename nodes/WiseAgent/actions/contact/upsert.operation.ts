import { collection, ifNoIdentifier, SKIPPED } from '../../../core/editor/fields';
import { syncOptions } from '../../../core/editor/syncOptions';
import {
	existingOptionsOf,
	identifierConflict,
	onExisting,
	writeOnlyChanges,
} from '../../../core/editor/writeOptions';
import { upsertContact } from '../../api/contacts/contactUpsert';
import { isNobody } from '../../api/contacts/identity';
import { isNeverShown } from '../../api/contacts/syncing/fieldValues';
import { sourceLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { recordOptions } from '../output';
import { contactFieldsOf, lastNameIfEmptyOf, syncOf, writeOptionsOf } from './contactFieldsOf';
import { categories, clearWhenEmpty, creatableFields, identityFields, updatableFields } from './fields';
import { matchFields, matchOptionsOf } from './matchFields';
import { categoriesMode, lastNameIfEmpty, reassign } from './writeOptions';
import { writtenOutput } from './writtenOutput';

/** Of the others, it cannot be seen whether they are empty. */
const shownFields = updatableFields.filter(({ name }) => !isNeverShown(name));

export const upsert = operation({
	name: 'Create or Update',
	action: 'Create or update a contact',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	requests: [upsertContact],
	fields: [
		...matchFields,
		...identityFields,
		sourceLocator,
		collection('Additional Fields', 'additionalFields', [...creatableFields, categories]),
		recordOptions(
			categoriesMode,
			clearWhenEmpty([
				...identityFields.filter(({ name }) => name === 'CFirst' || name === 'CLast'),
				...creatableFields,
			]),
			identifierConflict,
			ifNoIdentifier,
			lastNameIfEmpty,
			onExisting,
			reassign,
			writeOnlyChanges,
			...syncOptions([...identityFields, ...shownFields, categories]),
		),
	],
	async execute({ api, params }) {
		const fields = contactFieldsOf(params, 'additionalFields');
		const chosen = params.collection('options');
		const match = matchOptionsOf(params);
		const isUnknown = isNobody(fields) && match.clientId === '';
		if (chosen.ifNoIdentifier === 'skip' && isUnknown) return { ...SKIPPED };
		const written = await upsertContact(api, fields, {
			...writeOptionsOf(params),
			lastNameIfEmpty: lastNameIfEmptyOf(params),
			...existingOptionsOf(chosen),
			...match,
			sync: syncOf(params),
		});
		return writtenOutput(params, written);
	},
});
