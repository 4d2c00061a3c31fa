import type { HighLevelClient } from '../../client';
import { isBlank, isTexts } from '../../customFields/changes';
import { NewFiles } from '../../customFields/newFiles';
import type { BoxTexts, CustomFieldValue } from '../../customFields/value';
import { customFieldsOf } from '../../customFields/value';
import { valuesById } from '../../customFields/values';
import { isObject } from '../../../../core/values/objects';
import { ownValue } from '../../../../core/values/ownValue';
import type { Contact, ContactFields } from '../contact';
import { valueNamed } from '../contactChanges';

/** A value of a contact that changes by itself: a field, or a box of a text box list. */
export interface Part {
	/** As `changedFields` names it: `city`, `customFields.<id>`. */
	field: string;
	/** The ID of the box. */
	box?: string;
	/** As the options of the editor name it: `city`, `customFields`. */
	option: string;
	wanted: unknown;
	/** Reads it from a contact. */
	of: (contact: Contact) => unknown;
}

/** Name -> part: that of the field, with the ID of the box behind it where it has boxes. */
export type Parts = ReadonlyMap<string, Part>;

/**
 * What is wanted, part by part, without tags, and without files, which are only ever added.
 *
 * @param linkField ID of the custom field that links the contact to the other record: it is no value of that record
 */
export function partsOf(
	{ tags: _tags, customFields = [], ...plain }: ContactFields,
	linkField: string | undefined,
): Parts {
	const fields = Object.entries(plain)
		.filter(([, wanted]) => wanted !== undefined)
		.map(([name, wanted]): [string, Part] => [
			name,
			{ field: name, option: name, wanted, of: (contact) => valueNamed(contact, name) },
		]);
	const values = customFields.filter(({ id }) => id !== linkField);
	return new Map([...fields, ...values.flatMap(customParts)]);
}

function customParts({ id, value }: CustomFieldValue): Array<[string, Part]> {
	if (value instanceof NewFiles) return [];
	const field = `customFields.${id}`;
	const of = (contact: Contact) => customFieldsOf(contact).find((one) => one.id === id)?.value;
	if (!isTexts(value)) return [[field, { field, option: 'customFields', wanted: value, of }]];
	return Object.entries(value as BoxTexts).map(([box, wanted]) => {
		const inBox = (contact: Contact) => {
			const texts: unknown = of(contact);
			return isObject(texts) ? ownValue(texts, box) : undefined;
		};
		return [`${field}.${box}`, { field, box, option: 'customFields', wanted, of: inBox }];
	});
}

/** What is wanted of these parts, with the link and all files, and without tags. */
export function only(
	{ tags: _tags, customFields = [], ...plain }: ContactFields,
	names: string[],
	linkField: string | undefined,
): ContactFields {
	const has = (name: string) => names.includes(name);
	const fields = Object.entries(plain).filter(([name]) => has(name));
	const custom = customFields.flatMap(({ id, value }): CustomFieldValue[] => {
		const field = `customFields.${id}`;
		const isWhole = value instanceof NewFiles || id === linkField || (!isTexts(value) && has(field));
		if (isWhole) return [{ id, value }];
		if (!isTexts(value)) return [];
		const texts = Object.entries(value as BoxTexts).filter(([box]) => has(`${field}.${box}`));
		return texts.length > 0 ? [{ id, value: Object.fromEntries(texts) }] : [];
	});
	return { ...Object.fromEntries(fields), ...(custom.length > 0 ? { customFields: custom } : {}) };
}

/** What is wanted, without the files of fields in which the contact has something. */
export function withoutFilesBeside(existing: Contact, wanted: ContactFields): ContactFields {
	const filled = customFieldsOf(existing)
		.filter(({ value }) => !isBlank(value))
		.map(({ id }) => id);
	const isKept = ({ id, value }: CustomFieldValue) => !(value instanceof NewFiles && filled.includes(id));
	return wanted.customFields ? { ...wanted, customFields: wanted.customFields.filter(isKept) } : wanted;
}

/**
 * Reads parts of a contact as Get returned it, simplified or not: `undefined` where it does not tell, `null` where it
 * had no value.
 */
export async function readerOf(
	api: HighLevelClient,
	read: Contact,
): Promise<(part: Part | undefined) => unknown> {
	const { customFields, customFieldValues: named } = read;
	const isById = Array.isArray(customFields);
	const byId = isById || !isObject(named) ? undefined : await valuesById(api, 'contact', named);
	const contact = byId ? ({ ...read, customFields: byId } as unknown as Contact) : read;
	// HighLevel leaves fields without a value out; a simplified contact leaves out others as well.
	const isWhole = Object.hasOwn(read, 'locationId');
	return (part) => {
		const isTold = part?.option === 'customFields' ? isById || byId !== undefined : isWhole;
		return part?.of(contact) ?? (isTold || Object.hasOwn(read, part?.field ?? '') ? null : undefined);
	};
}
