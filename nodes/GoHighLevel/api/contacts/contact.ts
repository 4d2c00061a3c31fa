import type { IDataObject } from 'n8n-workflow';

import type { CustomFieldValue } from '../customFields/value';
import { writtenValues } from '../customFields/value';

/** A contact as HighLevel answers it; only what this package looks at is named. */
export interface Contact extends IDataObject {
	id: string;
	email?: string | null;
	phone?: string | null;
	tags?: string[];
	dateAdded?: string;
}

/**
 * The writable fields of a contact under the API's own names, in the shape that the node uses in itself, whatever
 * version is spoken. `null` clears a field.
 */
export interface ContactFields {
	firstName?: string | null;
	lastName?: string | null;
	name?: string | null;
	email?: string | null;
	phone?: string | null;
	address1?: string | null;
	city?: string | null;
	state?: string | null;
	postalCode?: string | null;
	country?: string | null;
	website?: string | null;
	timezone?: string | null;
	source?: string | null;
	/** YYYY-MM-DD */
	dateOfBirth?: string | null;
	assignedTo?: string | null;
	/** Not accepted when a contact is updated. */
	companyName?: string | null;
	/** Not accepted when a contact is updated. */
	gender?: string | null;
	dnd?: boolean;
	/** Channel (`Call`, `Email`, `SMS`, `WhatsApp`, `GMB`, `FB`) -> setting; `active` means: do not disturb. */
	dndSettings?: Record<string, { status: string; message?: string; code?: string }>;
	inboundDndSettings?: { all: { status: string; message?: string } };
	tags?: string[];
	customFields?: CustomFieldValue[];
}

/** Cleared with an empty text, since the specification does not call them nullable. */
const CLEARED_WITH_TEXT = new Set(['postalCode', 'country', 'gender']);

/** The body of a contact write in v2: cleared fields as the API wants them, custom field values as `field_value`. */
export function contactBody({ customFields, ...fields }: ContactFields): IDataObject {
	const given = Object.entries(fields).filter(([, value]) => value !== undefined);
	const body = Object.fromEntries(
		given.map(([name, value]) => [name, value === null && CLEARED_WITH_TEXT.has(name) ? '' : value]),
	) as IDataObject;
	if (customFields?.length) body.customFields = writtenValues(customFields);
	return body;
}

/** The additional e-mails or phones of a contact, which come as texts or as objects that hold one. */
export function additionalOf(contact: Contact, name: 'additionalEmails' | 'additionalPhones'): string[] {
	const entries = contact[name];
	if (!Array.isArray(entries)) return [];
	return (entries as unknown[]).flatMap((entry) => {
		if (typeof entry === 'string') return [entry];
		const { email, phone, phoneNumber } = (entry ?? {}) as Record<string, unknown>;
		return [email, phone, phoneNumber].filter((text): text is string => typeof text === 'string');
	});
}
