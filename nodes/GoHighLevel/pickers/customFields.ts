import type { FieldType, IDataObject, ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { dayOf } from '../../core/dates';
import { Failure } from '../../core/failure';
import { isEmpty, listOf, textOf } from '../../core/params';
import type { HighLevelClient } from '../api/client';
import type { CustomField } from '../api/locations';
import {
	contactCustomFields as readCustomFields,
	customFieldsWith,
	JUST_MADE_MS,
	undefinedWhenRefused,
} from '../api/locations';
import type { CustomFieldValue } from '../api/shapes';
import { openForEditor } from './openForEditor';

/**
 * HighLevel's data type -> the widget that n8n shows; text for all others. Money is text, since it comes as people
 * write it ("$450,000"); types of several values take comma-separated text or a list.
 */
const WIDGETS: Record<string, FieldType> = {
	NUMERICAL: 'number',
	DATE: 'dateTime',
	SINGLE_OPTIONS: 'options',
	RADIO: 'options',
};

/** Data types that hold several values. */
const SEVERAL = new Set(['CHECKBOX', 'MULTIPLE_OPTIONS']);

const NUMBERS = new Set(['NUMERICAL', 'MONETORY']);

/** Data types that the mapper does not offer: their values are not plain text. */
const NOT_OFFERED = new Set(['FILE_UPLOAD', 'SIGNATURE', 'TEXTBOX_LIST']);

/** The custom fields of contacts for the resource mapper. */
export async function contactCustomFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	return await openForEditor(this, ['locations/customFields.readonly'], async (api) => ({
		fields: (await readCustomFields(api, JUST_MADE_MS))
			.filter(({ dataType }) => !NOT_OFFERED.has(dataType))
			.map((field) => ({
				id: field.id,
				displayName: field.name,
				type: WIDGETS[field.dataType] ?? 'string',
				options: field.picklistOptions?.map(String).map((option) => ({ name: option, value: option })),
				required: false,
				defaultMatch: false,
				canBeUsedToMatch: false,
				display: true,
				removed: true,
			})),
	}));
}

/**
 * The custom field values of a resource mapper, by field id. A key such as `contact.budget` may stand for the id,
 * so that expressions and AI agents need not know ids.
 *
 * @param clearEmpty put `null` for empty values instead of leaving them out
 */
export async function customFieldValuesOf(
	api: HighLevelClient,
	mapper: unknown,
	clearEmpty: boolean,
): Promise<CustomFieldValue[]> {
	const { value, schema = [] } = (mapper ?? {}) as {
		value?: IDataObject | null;
		schema?: Array<{ id: string }>;
	};
	const entries = Object.entries(value ?? {}).filter(([, given]) => clearEmpty || !isEmpty(given));
	if (entries.length === 0) return [];
	// Without the scope to read the definitions, the fields that were chosen in the editor are taken as they are.
	const definitions = await definitionsOf(
		api,
		entries.map(([key]) => key),
	).catch(undefinedWhenRefused);
	return entries.map(([key, given]) => {
		const field = definitions?.find((one) => isNamed(one, key));
		if (!field && (definitions || !schema.some(({ id }) => id === key))) {
			throw definitions ? unknownField(key, definitions) : unreadable(key);
		}
		return { id: field?.id ?? key, value: isEmpty(given) ? null : wireValue(given, field) };
	});
}

/**
 * The custom field with this id or key, or `undefined` when the token may not read the definitions: an id is good
 * without. Throws a `Failure` when the location has no such field, or when a key cannot be looked up.
 */
export async function customFieldNamed(api: HighLevelClient, key: string): Promise<CustomField | undefined> {
	const definitions = await definitionsOf(api, [key]).catch(undefinedWhenRefused);
	const field = definitions?.find((one) => isNamed(one, key));
	if (!field && definitions) throw unknownField(key, definitions);
	if (!field && key.startsWith('contact.')) throw unreadable(key);
	return field;
}

/** The fields of the location; read again when one of the keys is not among those that were read earlier. */
async function definitionsOf(api: HighLevelClient, keys: string[]): Promise<CustomField[]> {
	return await customFieldsWith(api, (fields) =>
		keys.every((key) => fields.some((field) => isNamed(field, key))),
	);
}

function isNamed({ id, fieldKey }: CustomField, key: string): boolean {
	return [id, fieldKey].includes(key) || fieldKey === `contact.${key}`;
}

function wireValue(given: unknown, field: CustomField | undefined): CustomFieldValue['value'] {
	const label = field?.name ?? 'Custom field';
	const type = field?.dataType ?? '';
	if (SEVERAL.has(type) || Array.isArray(given)) return listOf(given, label);
	if (type === 'DATE') return dayOf(given, label);
	if (NUMBERS.has(type)) return numberOf(given, label);
	return textOf(given, label);
}

/** A number, also of an amount as people write it; anything else is refused. */
export function numberOf(given: unknown, label: string): number {
	// Amounts come as people write them: "$450,000", "1,200.50". A comma that does not part thousands is refused.
	const text = textOf(given, label).replace(/[\s$€£]/g, '');
	const number = /^-?\d{1,3}(,\d{3})+(\.\d*)?$/.test(text) ? Number(text.replace(/,/g, '')) : Number(text);
	if (text === '' || !Number.isFinite(number)) {
		throw new Failure(
			`"${label}" is not a number: ${String(given).slice(0, 40)}`,
			'Write digits with a point: 1200.50.',
			{
				field: label,
			},
		);
	}
	return number;
}

function unreadable(key: string): Failure {
	return new Failure(
		`The token may not read the custom fields of this location, so "${key}" cannot be looked up`,
		'Add the scope locations/customFields.readonly to the private integration, or choose the field in the node.',
		{ field: key, scopes: ['locations/customFields.readonly'] },
	);
}

function unknownField(key: string, definitions: CustomField[]): Failure {
	const known = definitions.map(({ fieldKey }) => fieldKey).join(', ');
	return new Failure(
		`This location has no custom field "${key}"`,
		`Open the node and choose the field again. Known fields: ${known || 'none'}.`,
		{ field: key },
	);
}
