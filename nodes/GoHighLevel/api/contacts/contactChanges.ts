import type { IDataObject } from 'n8n-workflow';

import { isSameJson } from '../../../core/values/objects';
import { ownValue } from '../../../core/values/ownValue';
import { isEmpty, plainText } from '../../../core/values/texts';
import { hasName } from '../../../core/values/listChanges';
import { isSamePhone } from '../../../core/values/phones';
import { comparedText, isSameText } from '../../../core/values/sameText';
import { changedCustomFields, dayOf, isPart, isSame as isSameCustom } from '../customFields/changes';
import type { CustomFieldValue } from '../customFields/value';
import { customFieldsOf } from '../customFields/value';
import type { Contact, ContactFields } from './contact';
import { additionalOf } from './contact';

/** The fields of `wanted` that differ from what the contact has, and their names for the operator. */
export interface Changes {
	/** Without `tags`, which have a rule of their own. */
	fields: ContactFields;
	/** API field names; a custom field as `customFields.<id>`. */
	names: string[];
}

/**
 * Compares what is wanted with what is there.
 *
 * @param onlyEmpty leave out fields that have a value
 */
export function changesBetween(existing: Contact, wanted: ContactFields, onlyEmpty = false): Changes {
	const { tags: _tags, customFields = [], ...plain } = wanted;
	const differing = Object.entries(plain).filter(([name, value]) => {
		if (value === undefined) return false;
		const current = currentValue(existing, name);
		return !(onlyEmpty && !isEmpty(current)) && !isSame(name, current, value);
	});
	const fields = Object.fromEntries(differing) as IDataObject;
	const names = differing.map(([name]) => name);

	const changed = changedCustomFields(customFieldsOf(existing), customFields, onlyEmpty);
	if (changed.length > 0) fields.customFields = changed as unknown as IDataObject[];
	names.push(...changed.map(({ id }) => `customFields.${id}`));
	return { fields: fields as ContactFields, names };
}

/** What became of changes that HighLevel has accepted. */
export interface Stored {
	/** Names of the fields that are other than before. */
	changed: string[];
	/** Names of the fields that HighLevel did not take over: it answers 200, and keeps the value that was there. */
	ignored: string[];
	/** Names of the fields that HighLevel has accepted, and never shows. */
	unconfirmed: string[];
}

/** A field that has a value is in every answer that holds a contact. Source: official specification of contacts. */
const SHOWN = [
	'firstName',
	'lastName',
	'email',
	'phone',
	'address1',
	'city',
	'state',
	'postalCode',
	'country',
	'website',
	'timezone',
	'source',
	'dateOfBirth',
	'assignedTo',
	'companyName',
] as const;

/** No answer of HighLevel holds these, and an existing contact may keep its value. Source: the same. */
const NEVER_SHOWN = ['gender'];

/** Whether HighLevel does not show a field of this contact: what the contact has there is not known. */
export function isNeverShown(contact: Contact, name: string): boolean {
	return [...NEVER_SHOWN, 'inboundDndSettings'].includes(name) && !Object.hasOwn(contact, name);
}

/** Whether an answer should show more of what was written: then the contact has to be read to know. */
export function isPartlyShown(written: ContactFields, answer: Contact): boolean {
	return SHOWN.some((name) => !isEmpty(written[name]) && !(name in answer));
}

/**
 * Compares what was written with the contact as HighLevel answers it after.
 *
 * @param before the contact as it was; `undefined` where it was not read
 */
export function storedOf(before: Contact | undefined, { fields, names }: Changes, after: Contact): Stored {
	const { customFields = [], ...plain } = fields as ContactFields & IDataObject;
	const [had, has] = [before && customFieldsOf(before), customFieldsOf(after)];
	const isIgnored = (name: string): boolean => {
		const custom = customFields.find(({ id }) => name === `customFields.${id}`);
		if (!custom) return isOther(name, before, after, ownValue(plain as IDataObject, name));
		// Files are renamed, and boxes are told apart by their ids.
		if (!Array.isArray(after.customFields) || isPart(custom.value)) return false;
		const isChanged = changedCustomFields(has, [custom]).length > 0;
		return isChanged && (!had || isSameJson(valueOf(had, custom.id), valueOf(has, custom.id)));
	};
	const isUnconfirmed = (name: string) => NEVER_SHOWN.includes(name) && !Object.hasOwn(after, name);
	const known = names.filter((name) => !isUnconfirmed(name));
	return {
		changed: known.filter((name) => !isIgnored(name)),
		ignored: known.filter(isIgnored),
		unconfirmed: names.filter(isUnconfirmed),
	};
}

/** Whether a field holds neither what was written nor anything else that is new. */
function isOther(name: string, before: Contact | undefined, after: Contact, wanted: unknown): boolean {
	// Names come in lower case too.
	const isTold = Object.hasOwn(after, name) || SHOWN.some((shown) => shown === name);
	if (!isTold || name === 'name' || isSame(name, ownValue(after, name), wanted)) return false;
	if (isSameText(ownValue(after, name), wanted)) return false;
	return !before || isSameJson(ownValue(before, name), ownValue(after, name));
}

function valueOf(values: CustomFieldValue[], id: string): unknown {
	return values.find((one) => one.id === id)?.value;
}

/** Whether a contact has everything that was sent to create it. */
export function holds(contact: Contact, { tags = [], ...fields }: ContactFields): boolean {
	// Files are there under names of HighLevel's own.
	const customFields = fields.customFields?.filter(({ value }) => !isPart(value));
	const { names } = changesBetween(contact, { ...fields, customFields });
	const missing = names.filter(
		(name) => !isSameText(ownValue(contact, name), ownValue(fields as IDataObject, name)),
	);
	return missing.length === 0 && tags.every((tag) => hasTag(contact, tag));
}

/** Whether an e-mail is the contact's own, as the first one or as an additional one. */
export function hasEmail(contact: Contact, email: string): boolean {
	return isSameText(plainText(contact.email), email) || hasAdditionalEmail(contact, email);
}

export function hasAdditionalEmail(contact: Contact, email: string): boolean {
	return additionalOf(contact, 'additionalEmails').some((other) => isSameText(other, email));
}

/** Whether a phone is the contact's own, as the first one or as an additional one. */
export function hasPhone(contact: Contact, phone: string): boolean {
	return isPhone(contact.phone, phone) || hasAdditionalPhone(contact, phone);
}

export function hasAdditionalPhone(contact: Contact, phone: string): boolean {
	return additionalOf(contact, 'additionalPhones').some((other) => isSamePhone(other, phone));
}

/** Whether a response has a phone, which may be stored as a number, that is this one. */
function isPhone(current: unknown, phone: string): boolean {
	const text = plainText(current);
	return text !== '' && isSamePhone(text, phone);
}

/** The tags of a contact; none where HighLevel gives no list. */
export function tagsOf({ tags }: Contact): string[] {
	return Array.isArray(tags) ? tags.map(plainText).filter((tag) => tag !== '') : [];
}

/** Tags are the same whatever their case; HighLevel stores them in lower case. */
export function hasTag(contact: Contact, tag: string): boolean {
	return hasName(tagsOf(contact), tag);
}

/**
 * A field of a contact, or of what it is given.
 *
 * @param name as in `changedFields`
 */
export function valueNamed(contact: Contact | ContactFields, name: string): unknown {
	const [, customId] = /^customFields\.(.+)$/.exec(name) ?? [];
	if (customId !== undefined) return valueOf(customFieldsOf(contact as Contact), customId);
	return name === 'tags' ? tagsOf(contact as Contact) : currentValue(contact as Contact, name);
}

function currentValue(existing: Contact, name: string): unknown {
	if (name === 'name' && isEmpty(existing.name)) {
		return [existing.firstName, existing.lastName].map(plainText).filter(Boolean).join(' ');
	}
	return ownValue(existing, name);
}

/**
 * Whether a field has a value already, however HighLevel writes it.
 *
 * @param name as in `changedFields`
 */
export function isSameValue(name: string, current: unknown, value: unknown): boolean {
	return name.startsWith('customFields.') ? isSameCustom(current, value) : isSame(name, current, value);
}

function isSame(name: string, current: unknown, value: unknown): boolean {
	if (isEmpty(value)) return isEmpty(current);
	if (typeof value === 'boolean') return value === (current ?? false);
	switch (name) {
		case 'email':
		case 'country':
			return isSameText(current, value);
		case 'phone':
			return isPhone(current, String(value));
		case 'dateOfBirth':
			return dayOf(current) === dayOf(value);
		case 'dndSettings':
		case 'inboundDndSettings':
			return includes(current, value);
		default:
			return comparedText(current).trim() === String(value).trim();
	}
}

/** Whether everything in `part` is in `whole` with the same value. */
function includes(whole: unknown, part: unknown): boolean {
	if (typeof part !== 'object' || part === null) return (whole ?? '') === part;
	return Object.entries(part).every(([key, value]) =>
		includes(ownValue(whole as Record<string, unknown> | undefined, key), value ?? ''),
	);
}
