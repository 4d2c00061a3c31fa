import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../core/values/objects';
import { Cancelled } from '../../../core/failure';
import type { FieldChanges } from '../../../core/changes';
import { plainText } from '../../../core/values/texts';
import { ownValue } from '../../../core/values/ownValue';
import type { HighLevelClient } from '../client';
import { undefinedWhenRefused } from '../errors';
import type { CustomField, CustomFieldModel } from './fields';
import { knownCustomFields } from './fields';
import type { CustomFieldValue, WithCustomFields } from './value';
import { customFieldsOf } from './value';

/**
 * Adds `customFieldValues` to records: name of the field -> value, since HighLevel gives the values by id alone. The
 * texts of a text box list stand under the labels of their boxes. A value whose field the location does not have (any
 * more) stays out.
 *
 * Without the scope `locations/customFields.readonly` the records stay as they are. Where none has a value, the
 * definitions of the fields are not read.
 */
export async function withNamedValues<T extends WithCustomFields>(
	api: HighLevelClient,
	model: CustomFieldModel,
	records: T[],
): Promise<T[]> {
	const names = await namesFor(api, model, records.flatMap(customFieldsOf)).catch(undefinedWhenRefused);
	return names ? records.map((record) => withValuesByName(record, names)) : records;
}

/** A record after a write. */
type Written = WithCustomFields & { changedFields?: string[]; changes?: FieldChanges };

/**
 * The same for a record that was written, and whose `changedFields` and `changes` name custom fields as `customFields.<id>`: there,
 * the names take their places. Where the names cannot be read, the record stays as it is, for it is written.
 */
export async function withNamesOfWritten<T extends Written>(
	api: HighLevelClient,
	model: CustomFieldModel,
	written: T,
): Promise<T> {
	const changed = (written.changedFields ?? []).flatMap((name) => idOfChanged(name) ?? []);
	const values = [...customFieldsOf(written), ...changed.map((id) => ({ id, value: null }))];
	const names = await namesFor(api, model, values).catch((error: unknown) => {
		if (error instanceof Cancelled) throw error;
		return undefined;
	});
	if (!names) return written;
	const nameOf = new Map([...names].map(([name, { id }]) => [id, name]));
	const named = (name: string) => nameOf.get(idOfChanged(name) ?? '') ?? name;
	const changedFields = written.changedFields?.map(named);
	const changes = Object.entries(written.changes ?? {}).map(([name, change]) => [named(name), change]);
	return {
		...withValuesByName(written, names),
		...(changedFields && { changedFields }),
		...(written.changes && { changes: Object.fromEntries(changes) as FieldChanges }),
	};
}

function idOfChanged(name: string): string | undefined {
	return /^customFields\.(.+)$/.exec(name)?.[1];
}

/** Name -> field, of all fields of the location; none where there are no values to be named. */
async function namesFor(
	api: HighLevelClient,
	model: CustomFieldModel,
	values: CustomFieldValue[],
): Promise<Map<string, CustomField>> {
	const fields = values.length > 0 ? await fieldsOf(api, model, values) : [];
	return distinctNames(fields, ({ fieldKey }) => fieldKey);
}

function withValuesByName<T extends WithCustomFields>(record: T, names: Map<string, CustomField>): T {
	return { ...record, customFieldValues: namedValues(record, names) };
}

/** One box of a text box list. */
export interface TextBox {
	id: string;
	label: string;
}

/** The boxes of a text box list, which has them where others have their choices; `undefined` for any other field. */
export function boxesOf({ dataType, picklistOptions }: CustomField): TextBox[] | undefined {
	if (dataType !== 'TEXTBOX_LIST') return undefined;
	if (!Array.isArray(picklistOptions)) return [];
	return (picklistOptions as unknown[])
		.filter((box): box is Record<string, unknown> => isObject(box) && plainText(box.id) !== '')
		.map(({ id, label }) => ({ id: plainText(id), label: plainText(label) || plainText(id) }));
}

async function fieldsOf(
	api: HighLevelClient,
	model: CustomFieldModel,
	values: CustomFieldValue[],
): Promise<CustomField[]> {
	return await knownCustomFields.having(api, model, (fields) => {
		const byId = new Map(fields.map((field) => [field.id, field]));
		return values.every(({ id, value }) => {
			const field = byId.get(id);
			return field !== undefined && hasBoxesOf(field, value);
		});
	});
}

function namedValues(record: WithCustomFields, names: Map<string, CustomField>): IDataObject {
	const values = new Map(customFieldsOf(record).map(({ id, value }) => [id, value]));
	const entries = [...names].filter(([, { id }]) => values.has(id));
	return Object.fromEntries(entries.map(([name, field]) => [name, shownValue(field, values.get(field.id))]));
}

/** A value as outputs show it: the texts of boxes under the labels of these. */
export function shownValue(field: CustomField, value: unknown): IDataObject[string] {
	const labels = labelsOf(field);
	if (!labels || !isObject(value)) return value as IDataObject[string];
	const filled = [...labels].filter(([, { id }]) => ownValue(value, id) !== undefined);
	return Object.fromEntries(filled.map(([label, { id }]) => [label, ownValue(value, id)]));
}

/** Label -> box, of a field that has boxes. */
function labelsOf(field: CustomField): Map<string, TextBox & { name: string }> | undefined {
	const boxes = boxesOf(field);
	if (!boxes?.length) return undefined;
	return distinctNames(
		boxes.map((box) => ({ ...box, name: box.label })),
		({ id }) => id,
	);
}

/**
 * Values by the names of their fields, as outputs show them, by the IDs of the fields; `undefined` when the token may not
 * read the definitions.
 */
export async function valuesById(
	api: HighLevelClient,
	model: CustomFieldModel,
	named: Record<string, unknown>,
): Promise<CustomFieldValue[] | undefined> {
	const fields = await knownCustomFields.all(api, model).catch(undefinedWhenRefused);
	if (!fields) return undefined;
	const names = [...distinctNames(fields, ({ fieldKey }) => fieldKey)];
	return names
		.filter(([name]) => Object.hasOwn(named, name))
		.map(([name, field]) => ({
			id: field.id,
			value: boxTextsById(field, ownValue(named, name)) as CustomFieldValue['value'],
		}));
}

function boxTextsById(field: CustomField, value: unknown): unknown {
	const labels = labelsOf(field);
	if (!labels || !isObject(value)) return value;
	return Object.fromEntries([...labels].map(([label, { id }]) => [id, ownValue(value, label)]));
}

/** Whether the field has a box for each text of the value; so it is where the value has no boxes, or they are not told. */
function hasBoxesOf(field: CustomField, value: unknown): boolean {
	const boxes = boxesOf(field);
	if (!boxes?.length || !isObject(value)) return true;
	return Object.keys(value).every((id) => boxes.some((box) => box.id === id));
}

/** Name -> what has it. Of several with one name, all but the first get something in brackets that is theirs alone. */
export function distinctNames<T extends { name: string }>(
	named: T[],
	mark: (one: T) => string,
): Map<string, T> {
	const names = new Map<string, T>();
	for (const one of named) {
		names.set(names.has(one.name) ? `${one.name} (${mark(one)})` : one.name, one);
	}
	return names;
}
