import { Failure } from '../../../../core/failure';
import { isSameText } from '../../../../core/values/sameText';
import { plainText } from '../../../../core/values/texts';
import type { HighLevelClient } from '../../client';
import { undefinedWhenRefused } from '../../errors';
import type { CustomField } from '../../customFields/fields';
import { knownCustomFields } from '../../customFields/fields';
import { isNamed, unknownField, unreadable } from '../../customFields/names';
import type { CustomFieldValue } from '../../customFields/value';
import { customFieldsOf } from '../../customFields/value';
import type { Contact, ContactFields } from '../contact';

/** An external ID as an operator gives it. */
export interface GivenId {
	/** The custom field by its name, its key or its ID. */
	field: string;
	value: string;
}

/** The ID of a contact in another system, and the custom field of the location that holds it. */
export interface ExternalId {
	field: CustomField;
	value: string;
}

/** Data types in which an ID stays as it is, and that HighLevel's search compares as a whole. */
const KEPT_TYPES = ['TEXT', 'LARGE_TEXT', 'NUMERICAL'];

/** Whether a custom field can hold external IDs. */
export function canHoldIds({ dataType }: CustomField): boolean {
	return KEPT_TYPES.includes(dataType);
}

/**
 * The external ID in the location's own terms: the field with one name has another ID in each location. Throws a
 * `Failure` where the location has no such field, or several, or where the field cannot hold the ID.
 */
export async function externalIdOf(api: HighLevelClient, { field, value }: GivenId): Promise<ExternalId> {
	const reading = knownCustomFields.having(api, 'contact', (all) => calledBy(all, field).length > 0);
	const definitions = await reading.catch(undefinedWhenRefused);
	if (!definitions) throw unreadable(field);
	const [found, ...others] = calledBy(definitions, field);
	if (!found) throw unknownField(field, definitions);
	if (others.length > 0) {
		const keys = [found, ...others].map(({ fieldKey }) => fieldKey).join(', ');
		throw new Failure(
			`The location has several custom fields with the name "${field}"`,
			`Enter the key of the one that you mean under "External ID Field": ${keys}.`,
			{ field: 'externalIdField' },
		);
	}
	if (!canHoldIds(found)) {
		throw new Failure(
			`"${found.name}" is a custom field of the type ${found.dataType}, which cannot hold external IDs`,
			'Choose a text field under "External ID Field".',
			{ field: 'externalIdField' },
		);
	}
	if (found.dataType === 'NUMERICAL' && String(Number(value)) !== value) {
		throw new Failure(
			`"${found.name}" holds numbers, and the external ID ${value} would not stay as it is`,
			'Choose a text field under "External ID Field".',
			{ field: 'externalId' },
		);
	}
	return { field: found, value };
}

/** By its ID or key; where none has that, by name. */
function calledBy(fields: CustomField[], text: string): CustomField[] {
	const byKey = fields.filter((field) => isNamed(field, text));
	return byKey.length > 0 ? byKey : fields.filter(({ name }) => isSameText(name, text));
}

/** The external ID as the value of a custom field. */
export function valueOfId({ field, value }: ExternalId): CustomFieldValue & { value: string | number } {
	return { id: field.id, value: field.dataType === 'NUMERICAL' ? Number(value) : value };
}

/** The fields of a contact with the external ID among them, whatever else was given for its field. */
export function withExternalId(fields: ContactFields, externalId: ExternalId): ContactFields {
	const others = (fields.customFields ?? []).filter(({ id }) => id !== externalId.field.id);
	return { ...fields, customFields: [...others, valueOfId(externalId)] };
}

/** What a contact has in the field of the external ID; empty where it has nothing there. */
export function idIn(contact: Contact, { field }: ExternalId): string {
	return plainText(customFieldsOf(contact).find(({ id }) => id === field.id)?.value).trim();
}

/** Whether a contact has the external ID. IDs that differ in upper and lower case are two. */
export function carries(contact: Contact, externalId: ExternalId): boolean {
	return idIn(contact, externalId) === externalId.value;
}
