import { Failure } from '../../../core/failure';
import type { HighLevelClient } from '../client';
import { undefinedWhenRefused } from '../errors';
import type { CustomField, CustomFieldModel } from './fields';
import { knownCustomFields, readCustomFields } from './fields';
import type { TextBox } from './values';
import { boxesOf } from './values';

/** Stands behind the name of a field for files, where a person would look for a button to choose one. */
export const FILE_HINT = ' (Binary Property)';

/** A key of a field that says whose it is. */
const OF_MODEL = /^(?:contact|opportunity)\./;

/** How a box is named in the mapper and in conditions: the field's id, a point, its own id. */
export function boxKey({ id }: CustomField, box: TextBox): string {
	return `${id}.${box.id}`;
}

export function boxLabel({ name }: CustomField, { label }: TextBox): string {
	return `${name}: ${label}`;
}

/** What names a field, and what names a box of it: `id`, `id.box`, `contact.key` or `contact.key.box`; of an
 * opportunity, `opportunity` in place of `contact`. */
export function partsOf(text: string): { key: string; box?: string } {
	const parts = text.split('.');
	const length = OF_MODEL.test(text) ? 2 : 1;
	return { key: parts.slice(0, length).join('.'), box: parts.slice(length).join('.') || undefined };
}

/** The box with this id or label. */
export function boxNamed(field: CustomField, name: string): TextBox | undefined {
	const boxes = boxesOf(field) ?? [];
	return boxes.find(({ id }) => id === name) ?? boxes.find(({ label }) => label === name);
}

/**
 * The custom field with this id or key, or `undefined` when the token may not read the definitions: an id is good
 * without. Throws a `Failure` when the location has no such field, or when a key cannot be looked up.
 */
export async function customFieldNamed(
	api: HighLevelClient,
	model: CustomFieldModel,
	key: string,
): Promise<CustomField | undefined> {
	const definitions = await definitionsOf(api, model, [key]);
	const field = definitions?.find((one) => isNamed(one, key));
	if (!field && definitions) throw unknownField(key, definitions);
	if (!field && OF_MODEL.test(key)) throw unreadable(key);
	return field;
}

/**
 * The fields of the location, read again when one of the keys (or its box) is not among those that were read earlier;
 * `undefined` when the token may not read them.
 */
export async function definitionsOf(
	api: HighLevelClient,
	model: CustomFieldModel,
	keys: string[],
): Promise<CustomField[] | undefined> {
	const isKnown = (fields: CustomField[], text: string) => {
		const { key, box } = partsOf(text);
		const field = fields.find((one) => isNamed(one, key));
		return field !== undefined && (box === undefined || boxNamed(field, box) !== undefined);
	};
	const reading = knownCustomFields.having(api, model, (fields) => keys.every((key) => isKnown(fields, key)));
	return await reading.catch(undefinedWhenRefused);
}

export function isNamed({ id, fieldKey }: CustomField, key: string): boolean {
	return [id, fieldKey].includes(key) || fieldKey.replace(OF_MODEL, '') === key;
}

export function unreadable(key: string): Failure {
	return new Failure(
		`The token may not read the custom fields of this location, so "${key}" cannot be looked up`,
		`Add the scope ${readCustomFields.scopes.join(', ')} to the private integration, or choose the field in the node.`,
		{ field: key, scopes: [...readCustomFields.scopes] },
	);
}

export function unknownField(key: string, definitions: CustomField[]): Failure {
	const known = definitions.map(({ fieldKey }) => fieldKey).join(', ');
	return new Failure(
		`This location has no custom field "${key}"`,
		`Open the node and choose the field again. Known fields: ${known || 'none'}.`,
		{ field: key },
	);
}
