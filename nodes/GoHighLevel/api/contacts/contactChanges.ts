import type { IDataObject } from 'n8n-workflow';

import { isEmpty } from '../../../core/params';
import { isSamePhone } from '../../../core/values/phones';
import { changedCustomFields, dayOf } from './customFieldChanges';
import { customFieldsOf } from './customFieldValues';
import type { Contact, ContactFields } from '../shapes';
import { additionalOf } from '../shapes';

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
	const fields: IDataObject = {};
	const names: string[] = [];

	for (const [name, value] of Object.entries(plain)) {
		if (value === undefined) continue;
		const current = currentValue(existing, name);
		if (onlyEmpty && !isEmpty(current)) continue;
		if (isSame(name, current, value)) continue;
		fields[name] = value as IDataObject[string];
		names.push(name);
	}

	const changed = changedCustomFields(customFieldsOf(existing), customFields, onlyEmpty);
	if (changed.length > 0) fields.customFields = changed as unknown as IDataObject[];
	names.push(...changed.map(({ id }) => `customFields.${id}`));
	return { fields: fields as ContactFields, names };
}

/** Whether an e-mail is the contact's own, as the first one or as an additional one. */
export function hasEmail(contact: Contact, email: string): boolean {
	return isSameText(contact.email, email) || hasAdditionalEmail(contact, email);
}

export function hasAdditionalEmail(contact: Contact, email: string): boolean {
	return additionalOf(contact, 'additionalEmails').some((other) => isSameText(other, email));
}

/** Whether a phone is the contact's own, as the first one or as an additional one. */
export function hasPhone(contact: Contact, phone: string): boolean {
	return (!!contact.phone && isSamePhone(contact.phone, phone)) || hasAdditionalPhone(contact, phone);
}

export function hasAdditionalPhone(contact: Contact, phone: string): boolean {
	return additionalOf(contact, 'additionalPhones').some((other) => isSamePhone(other, phone));
}

/** Tags are the same whatever their case; HighLevel stores them in lower case. */
export function hasTag(contact: Contact, tag: string): boolean {
	return (contact.tags ?? []).some((other) => isSameText(other, tag));
}

function currentValue(existing: Contact, name: string): unknown {
	if (name === 'name' && isEmpty(existing.name)) {
		return [existing.firstName, existing.lastName].filter((part) => !isEmpty(part)).join(' ');
	}
	return existing[name];
}

function isSame(name: string, current: unknown, value: unknown): boolean {
	if (isEmpty(value)) return isEmpty(current);
	if (typeof value === 'boolean') return value === (current ?? false);
	switch (name) {
		case 'email':
		case 'country':
			return isSameText(current, value);
		case 'phone':
			return typeof current === 'string' && isSamePhone(current, value as string);
		case 'dateOfBirth':
			return dayOf(current) === value;
		case 'dndSettings':
		case 'inboundDndSettings':
			return includes(current, value);
		default:
			return String(current ?? '').trim() === String(value).trim();
	}
}

function isSameText(a: unknown, b: unknown): boolean {
	return (
		String(a ?? '')
			.trim()
			.toLowerCase() ===
		String(b ?? '')
			.trim()
			.toLowerCase()
	);
}

/** Whether everything in `part` is in `whole` with the same value. */
function includes(whole: unknown, part: unknown): boolean {
	if (typeof part !== 'object' || part === null) return (whole ?? '') === part;
	return Object.entries(part).every(([key, value]) =>
		includes((whole as Record<string, unknown> | undefined)?.[key], value ?? ''),
	);
}
