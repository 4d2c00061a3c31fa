import { isEmail } from '../../../core/values/emails';
import { isSameText } from '../../../core/values/sameText';
import { formsOf, isPhone, isSamePhone, toE164 } from '../../../core/values/phones';
import type { Contact } from '../reading/records';
import { contactOf } from '../reading/records';
import type { WiseAgentClient } from '../client';
import type { ContactFields } from './contactFields';
import { searchContacts } from './contacts';
import { making } from '../../../core/operation/request';

export const PHONE_FIELDS = ['MobilePhone', 'HomePhone', 'WorkPhone'] as const;
export type PhoneField = (typeof PHONE_FIELDS)[number];

/** Whether nothing was given by which a person could be found. */
export function isNobody({ CEmail, ...wanted }: ContactFields): boolean {
	return !CEmail && !PHONE_FIELDS.some((field) => wanted[field]);
}

/** By what a contact is looked for; nothing of both where there is none that can be one. */
export interface Identity {
	email?: string;
	/** The first of the phones: mobile, at home, at work. */
	phone?: string;
}

export type IdentifierName = keyof Identity;

export function identityOf({ CEmail, ...wanted }: ContactFields): Identity {
	const phone = PHONE_FIELDS.map((field) => wanted[field] ?? '').find(isPhone);
	return { ...(CEmail && isEmail(CEmail) ? { email: CEmail } : {}), ...(phone ? { phone } : {}) };
}

/** The contacts that have an e-mail address, as the one that is shown or as a further one. */
export const ownersOfEmail = making(
	searchContacts,
	[],
	async (api: WiseAgentClient, email: string): Promise<Contact[]> => {
		if (!isEmail(email)) return [];
		const found = (await searchContacts(api, { email })).map(contactOf);
		return found.filter(
			(contact) => hasEmail(contact, email) || hasAsFurther(found, email, [contact.CEmail]),
		);
	},
);

/** The contacts that have a phone number, as one of those that are shown or as a further one. */
export const ownersOfPhone = making(
	searchContacts,
	[],
	async (api: WiseAgentClient, phone: string): Promise<Contact[]> => {
		if (!isPhone(phone)) return [];
		const owners = new Map<unknown, Contact>();
		for (const digits of searchedDigits(phone)) {
			const found = (await searchContacts(api, { phone: digits })).map(contactOf);
			for (const contact of found) {
				const shown = phonesOf(contact).map((own) => own.replace(/\D/g, ''));
				const hasIt = hasPhone(contact, phone) || hasAsFurther(found, digits, shown);
				if (hasIt) owners.set(contact.ClientID, contact);
			}
		}
		return [...owners.values()];
	},
);

export function hasEmail({ CEmail }: Contact, email: string): boolean {
	return isSameText(CEmail, email);
}

export function hasPhone(contact: Contact, phone: string): boolean {
	return phonesOf(contact).some((own) => isSamePhone(own, phone));
}

export function phonesOf(contact: Contact): string[] {
	return PHONE_FIELDS.map((field) => contact[field] as unknown).flatMap((phone) =>
		(typeof phone === 'string' && phone !== '') || typeof phone === 'number' ? [String(phone)] : [],
	);
}

/** So many people do not share an e-mail or a phone: the filter was passed over. */
const MOST_OWNERS = 20;

/**
 * Wise Agent keeps further e-mails and phones of a contact, finds it by them, and does not show them. But what is found
 * because a part of another address fits is another person.
 */
function hasAsFurther(found: Contact[], wanted: string, shown: unknown[]): boolean {
	if (found.length > MOST_OWNERS) return false;
	return !shown.some((own) =>
		String(own ?? '')
			.toLowerCase()
			.includes(wanted.toLowerCase()),
	);
}

/**
 * The digits by which Wise Agent finds a number, in each form in which it may be stored: for one of North America,
 * without the country code.
 */
export function searchedDigits(phone: string): string[] {
	const number = toE164(phone, 'US');
	return (number ? formsOf(number) : [phone]).map((form) => {
		const digits = form.replace(/\D/g, '');
		return digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
	});
}

/** Whether it is written to the same person, as far as the name tells. */
export function hasName(
	{ CFirst, CLast }: Contact,
	{ first, last }: { first: string; last: string },
): boolean {
	return isSameText(CFirst, first) && isSameText(CLast, last);
}
