import type { ContactRecord, DndChannel } from '../state/records';
import { DND_CHANNELS } from '../state/records';
import type { SandboxState } from '../state/state';
import type { ApiVersion } from '../wire/versions';
import { withoutNulls } from './withoutNulls';

type Contact = Readonly<ContactRecord>;

/** Names of the channels under the dated versions. */
export const DATED_CHANNELS: Record<DndChannel, string> = {
	call: 'Call',
	email: 'Email',
	sms: 'SMS',
	whatsApp: 'WhatsApp',
	gmb: 'GMB',
	fb: 'FB',
};

/** First and last name as one. */
export function fullName(contact: Pick<ContactRecord, 'firstName' | 'lastName'>): string {
	return [contact.firstName, contact.lastName].filter(Boolean).join(' ');
}

/** A contact as GET, PUT and upsert answer it, and POST under v3. Empty values are left out.
 * Source: official specifications, `GetContectByIdSchema`; `additionalEmails`, `additionalPhones` and `followers`
 * as seen in public reports. */
export function fullContact(contact: Contact, version: ApiVersion): Record<string, unknown> {
	return withoutNulls({
		id: contact.id,
		name: fullName(contact) || null,
		locationId: contact.locationId,
		firstName: contact.firstName,
		lastName: contact.lastName,
		email: contact.email,
		emailLowerCase: contact.email?.toLowerCase(),
		timezone: contact.timezone,
		companyName: contact.companyName,
		phone: contact.phone,
		dnd: contact.dnd,
		dndSettings: dndSettings(contact, version),
		type: contact.type,
		source: contact.source,
		assignedTo: contact.assignedTo,
		address1: contact.address1,
		city: contact.city,
		state: contact.state,
		country: contact.country,
		postalCode: contact.postalCode,
		website: contact.website,
		tags: contact.tags,
		dateOfBirth: contact.dateOfBirth,
		dateAdded: contact.dateAdded,
		dateUpdated: contact.dateUpdated,
		firstNameLowerCase: contact.firstName?.toLowerCase(),
		fullNameLowerCase: fullName(contact).toLowerCase() || null,
		lastNameLowerCase: contact.lastName?.toLowerCase(),
		customFields: contact.customFields,
		businessId: contact.businessId,
		attributionSource: contact.attributionSource,
		additionalEmails: contact.additionalEmails.map((email) => ({ email })),
		additionalPhones: contact.additionalPhones.map((phone) => ({ phone })),
		followers: contact.followers,
	});
}

/** A contact as POST /contacts/ answers it. Source: official v2 specification, `CreateContactSchema`; v3 answers the
 * full contact. */
export function createdContact(contact: Contact, version: ApiVersion): Record<string, unknown> {
	const full = fullContact(contact, version);
	if (version === 'v3') return full;
	const { name: _name, timezone: _timezone, ...rest } = full;
	return withoutNulls({
		...rest,
		deleted: false,
		bounceEmail: false,
		unsubscribeEmail: false,
		dateOfBirth: contact.dateOfBirth && `${contact.dateOfBirth}T00:00:00.000Z`,
		birthMonth: contact.dateOfBirth && Number(contact.dateOfBirth.slice(5, 7)),
		birthDay: contact.dateOfBirth && Number(contact.dateOfBirth.slice(8, 10)),
		offers: [],
		products: [],
	});
}

/** A contact as POST /contacts/search answers it: the search's own document, which has lower-case names only, and
 * neither time zone nor dndSettings. Empty values are null. */
export function searchContact(
	state: SandboxState,
	contact: Contact,
	searchAfter: unknown[],
): Record<string, unknown> {
	return {
		id: contact.id,
		locationId: contact.locationId,
		firstNameLowerCase: contact.firstName?.toLowerCase() ?? null,
		lastNameLowerCase: contact.lastName?.toLowerCase() ?? null,
		email: contact.email,
		validEmail: null,
		additionalEmails: contact.additionalEmails,
		phone: contact.phone,
		phoneLabel: null,
		additionalPhones: contact.additionalPhones,
		address: contact.address1,
		city: contact.city,
		state: contact.state,
		country: contact.country,
		postalCode: contact.postalCode,
		companyName: contact.companyName,
		businessId: contact.businessId,
		businessName: businessName(state, contact),
		website: contact.website,
		source: contact.source,
		type: contact.type,
		tags: contact.tags,
		assignedTo: contact.assignedTo,
		followers: contact.followers,
		dnd: contact.dnd,
		dateOfBirth: contact.dateOfBirth,
		customFields: contact.customFields,
		opportunities: [],
		dateAdded: contact.dateAdded,
		dateUpdated: contact.dateUpdated,
		searchAfter,
	};
}

/** A contact as the deprecated list and the list of a business answer it. Source: official specifications,
 * `ContactsSearchSchema`; the names and the phone, which it leaves out, as public clients read them. */
export function listedContact(contact: Contact): Record<string, unknown> {
	return {
		id: contact.id,
		locationId: contact.locationId,
		contactName: fullName(contact) || null,
		firstName: contact.firstName,
		lastName: contact.lastName,
		companyName: contact.companyName,
		email: contact.email,
		phone: contact.phone,
		dnd: contact.dnd,
		type: contact.type,
		source: contact.source,
		assignedTo: contact.assignedTo,
		city: contact.city,
		state: contact.state,
		postalCode: contact.postalCode,
		address1: contact.address1,
		country: contact.country,
		website: contact.website,
		timezone: contact.timezone,
		dateAdded: contact.dateAdded,
		dateUpdated: contact.dateUpdated,
		dateOfBirth: contact.dateOfBirth,
		businessId: contact.businessId,
		tags: contact.tags,
		followers: contact.followers,
		customFields: contact.customFields,
		additionalEmails: contact.additionalEmails,
		attributions: contact.attributionSource ? [contact.attributionSource] : [],
	};
}

/** Name of the business that the contact belongs to, else the company name that was written on it. */
export function businessName(state: SandboxState, contact: Contact): string | null {
	const business = contact.businessId === null ? undefined : state.businesses.get(contact.businessId);
	return business?.name ?? contact.companyName;
}

/** The DND settings as webhooks have them: with the names of the dated versions. Null when there are none. */
export function datedDndSettings(contact: Contact): Record<string, unknown> | null {
	return dndSettings(contact, 'dated');
}

function dndSettings(contact: Contact, version: ApiVersion): Record<string, unknown> | null {
	const entries = DND_CHANNELS.flatMap((channel) => {
		const setting = contact.dndSettings[channel];
		return setting ? [[version === 'v3' ? channel : DATED_CHANNELS[channel], setting] as const] : [];
	});
	return entries.length > 0 ? Object.fromEntries(entries) : null;
}
