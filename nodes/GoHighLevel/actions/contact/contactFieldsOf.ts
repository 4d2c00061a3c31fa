import type { IDataObject } from 'n8n-workflow';

import { ownValue } from '../../../core/values/ownValue';
import type { Params } from '../../../core/operation/params';
import { optional } from '../../../core/operation/request';
import { isEmpty, listOf, textOf } from '../../../core/values/texts';
import { countryOf } from '../../../core/values/countries';
import { dayOf } from '../../../core/values/dates';
import { emailOf } from '../../../core/values/emails';
import type { ListMode } from '../../../core/values/listChanges';
import type { HighLevelClient } from '../../api/client';
import { lastReadOf, syncRulesOf } from '../../../core/editor/syncOptions';
import type { WriteOptions, WrittenContact } from '../../api/contacts/contactWrite';
import { withNamesOfWritten } from '../../api/customFields/values';
import { readCustomFields } from '../../api/customFields/fields';
import { locationSettings } from '../../api/locations';
import { contactPhoneOf } from '../../api/phones';
import type { ContactFields } from '../../api/contacts/contact';
import { customFieldValuesOf } from '../../api/customFields/input';
import { identityFields, creatableFields } from './fields';

const LABELS = new Map(
	[...identityFields, ...creatableFields].map(({ name, displayName }) => [name, displayName]),
);

/** What `contactFieldsOf` may request: custom fields by their definitions, and phones by the country of the location. */
export const MADE_FOR_FIELDS = [optional(readCustomFields), optional(locationSettings)];

/**
 * The contact that the editor's parameters describe. Empty values are left out, or `null` where the operator chose
 * to clear the field.
 */
export async function contactFieldsOf(
	api: HighLevelClient,
	params: Params,
	collection: 'additionalFields' | 'updateFields',
): Promise<ContactFields> {
	const further = params.collection(collection);
	const topLevel = collection === 'additionalFields' ? identityOf(params) : {};
	const { tags, externalId: _id, externalIdField: _field, ...given } = { ...topLevel, ...further };
	const clear = listOf(params.collection('options').clearWhenEmpty, 'Clear When Empty');

	const values = new Map<string, unknown>();
	for (const name of new Set([...Object.keys(given), ...clear])) {
		if (name === 'customFields') continue;
		const own = ownValue(given, name);
		const value = isEmpty(own) ? undefined : fieldValue(name, own);
		if (!isEmpty(value)) values.set(name, value);
		else if (clear.includes(name)) values.set(name, null);
	}
	const fields = Object.fromEntries(values) as ContactFields;
	const tagList = listOf(tags, 'Tags');
	if (tagList.length > 0) fields.tags = tagList;
	const customFields = await customFieldValuesOf(api, 'contact', params, clear.includes('customFields'));
	if (customFields.length > 0) fields.customFields = customFields;
	return fields;
}

/**
 * The same for a contact that may be there, with an empty list where tags are mapped and there are none: a source that has
 * none any more has taken away those that were synced.
 */
export async function syncedFieldsOf(
	api: HighLevelClient,
	params: Params,
	collection: 'additionalFields' | 'updateFields',
): Promise<ContactFields> {
	const fields = await contactFieldsOf(api, params, collection);
	const isMapped = params.collection(collection).tags !== undefined;
	return isMapped && !fields.tags ? { ...fields, tags: [] } : fields;
}

/** The options that every write of a contact has. */
export function writeOptionsOf(params: Params): WriteOptions {
	const options = params.collection('options');
	const { tagsMode = 'add', writeOnlyChanges = true } = options;
	return {
		tagsMode: tagsMode as ListMode,
		writeOnlyChanges: writeOnlyChanges !== false,
		sync: { rules: syncRulesOf(options, params.timezone), lastRead: lastReadOf(options) },
	};
}

/**
 * What a write of a contact returns: custom fields by name, and in a dry run the last synced values as they came, since
 * nothing was written.
 */
export async function shownWrite(
	api: HighLevelClient,
	{ sync }: WriteOptions,
	written: WrittenContact,
): Promise<IDataObject> {
	const named = await withNamesOfWritten(api, 'contact', written);
	if (!api.isDryRun) return named;
	return { ...named, synced: (sync.rules.lastSynced ?? null) as unknown as IDataObject };
}

function identityOf(params: Params): IDataObject {
	return Object.fromEntries(identityFields.map(({ name }) => [name, params.text(name)]));
}

function fieldValue(name: string, value: unknown): unknown {
	const label = LABELS.get(name) ?? name;
	switch (name) {
		case 'dnd':
			return value;
		case 'dateOfBirth':
			return dayOf(value, label);
		case 'dndSettings':
			return channelsOf(value as { channels?: IDataObject[] });
		case 'inboundDndSettings':
			return isEmpty((value as IDataObject).all)
				? undefined
				: { all: withoutEmpty((value as IDataObject).all as IDataObject) };
		case 'country':
			return countryOf(value, label);
		case 'email':
			return emailOf(value, label);
		case 'phone':
			return contactPhoneOf(value, label);
		default:
			return textOf(value, label);
	}
}

function channelsOf({ channels = [] }: { channels?: IDataObject[] }): IDataObject | undefined {
	const entries = channels.map(({ channel, ...setting }) => [channel, withoutEmpty(setting)]);
	return entries.length > 0 ? (Object.fromEntries(entries) as IDataObject) : undefined;
}

function withoutEmpty(values: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
}
