import { ownValue } from '../../../core/values/ownValue';
import { isEmpty, plainText } from '../../../core/values/texts';
import { isObject } from '../../../core/values/objects';
import { NewFiles } from './newFiles';
import type { BoxTexts, CustomFieldValue } from './value';

type Value = CustomFieldValue['value'];

/**
 * What has to be written so that a record has the wanted values; none for those that it has already. Texts of boxes
 * and files go beside those that are there, since HighLevel replaces the value of a field as a whole.
 *
 * @param onlyEmpty leave out fields, and boxes, that have a value
 */
export function changedCustomFields(
	current: CustomFieldValue[],
	wanted: CustomFieldValue[],
	onlyEmpty = false,
): CustomFieldValue[] {
	const values = new Map(current.map(({ id, value }) => [id, value as unknown]));
	return wanted.flatMap(({ id, value }) => {
		const changed = changedValue(values.get(id), value, onlyEmpty);
		return changed === undefined ? [] : [{ id, value: changed }];
	});
}

/** Whether a value is a part of what its field holds, so that the rest has to be known to write it. */
export function isPart(value: Value): boolean {
	return value instanceof NewFiles || isTexts(value);
}

/** Whether a value is the texts of boxes. */
export function isTexts(value: unknown): value is BoxTexts {
	return isObject(value) && !(value instanceof NewFiles);
}

function changedValue(current: unknown, wanted: Value, onlyEmpty: boolean): Value | undefined {
	if (isTexts(wanted)) return changedTexts(current, wanted, onlyEmpty);
	if (onlyEmpty && !isBlank(current)) return undefined;
	if (wanted instanceof NewFiles) return wanted.beside(current);
	return isSame(current, wanted) ? undefined : wanted;
}

/** HighLevel may keep a field without files as an empty object. */
export function isBlank(value: unknown): boolean {
	return isEmpty(value) || (typeof value === 'object' && Object.keys(value as object).length === 0);
}

function changedTexts(current: unknown, wanted: BoxTexts, onlyEmpty: boolean): BoxTexts | undefined {
	const there = isTexts(current) ? current : {};
	const changed = Object.entries(wanted).filter(
		([id, text]) => !isSame(ownValue(there, id), text) && !(onlyEmpty && !isEmpty(ownValue(there, id))),
	);
	return changed.length > 0 ? { ...there, ...Object.fromEntries(changed) } : undefined;
}

/** Whether a custom field has a value already, however HighLevel writes it. */
export function isSame(current: unknown, value: unknown): boolean {
	if (isEmpty(value)) return isEmpty(current);
	if (Array.isArray(value)) {
		const list = Array.isArray(current) ? current : isEmpty(current) ? [] : [current];
		return [...value].map(String).sort().join('\n') === [...list].map(plainText).sort().join('\n');
	}
	// Two texts are compared as texts: "02110" is not 2110.
	const numeric = typeof current === 'number' || typeof value === 'number';
	if (numeric && !isEmpty(current) && Number(current) === Number(value)) return true;
	if (/^\d{4}-\d{2}-\d{2}$/.test(String(value))) return dayOf(current) === value;
	return (
		(typeof current === 'boolean' ? String(current) : plainText(current)).trim() === String(value).trim()
	);
}

/** YYYY-MM-DD of a date that may come as text with or without time, or as milliseconds. */
export function dayOf(value: unknown): string {
	if (typeof value === 'number') {
		const date = new Date(value);
		return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
	}
	return plainText(value).slice(0, 10);
}
