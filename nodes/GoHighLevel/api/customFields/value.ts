import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../core/values/objects';
import { ownValue } from '../../../core/values/ownValue';
import type { NewFiles, StoredFiles } from './newFiles';

/** A record that has custom fields, as HighLevel answers it. */
export interface WithCustomFields extends IDataObject {
	id: string;
}

/** One custom field value; `null` clears it. */
export interface CustomFieldValue {
	/** The field's id, or its key such as `contact.budget`. */
	id: string;
	value: string | number | boolean | string[] | BoxTexts | NewFiles | StoredFiles | null;
}

/** Texts of a text box list, by the id of the box; `null` clears one. Boxes that are not named keep their texts. */
export type BoxTexts = { [boxId: string]: string | null };

/** Custom field values as a write in v2 has them. */
export function writtenValues(values: CustomFieldValue[]): IDataObject[] {
	return values.map(({ id, value }) => ({ id, field_value: withoutNulls(value) }));
}

/** An empty text clears a custom field, and a box of one. */
function withoutNulls(value: CustomFieldValue['value']): IDataObject[string] {
	if (value === null) return '';
	if (typeof value !== 'object' || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, part ?? '']));
}

/** The custom field values of a record, as HighLevel gives them; what is none of a field that has an id stays out. */
export function customFieldsOf({ customFields }: WithCustomFields): CustomFieldValue[] {
	if (!Array.isArray(customFields)) return [];
	return (customFields as unknown[]).flatMap((field) => {
		if (!isObject(field) || typeof field.id !== 'string') return [];
		return [{ ...field, id: field.id, value: valueIn(field) as CustomFieldValue['value'] }];
	});
}

/**
 * A contact has it as `value`, an opportunity as `fieldValue`; HighLevel is known to add the type of the value to that
 * name: `fieldValueString`.
 */
function valueIn(field: Record<string, unknown>): unknown {
	const names = ['value', ...Object.keys(field).filter((name) => name.startsWith('fieldValue'))];
	const name = names.find((one) => Object.hasOwn(field, one));
	return ownValue(field, name ?? '');
}
