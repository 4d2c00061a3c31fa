import { isSameText } from '../../../core/sameText';
import { isSamePhone, toE164 } from '../../../core/phone';
import type { Contact } from '../clean/records';
import { contactOf } from '../clean/records';
import type { WiseAgentClient } from '../client';
import type { ContactFields } from './contactFields';
import { searchContacts } from './contacts';

export const PHONE_FIELDS = ['MobilePhone', 'HomePhone', 'WorkPhone'] as const;
export type PhoneField = (typeof PHONE_FIELDS)[number];

/** Whether a person can be found by it: "n/a" stands in many lists. */
export function isEmail(text: string): boolean {
	return /^\S+@\S+$/.test(text.trim());
}

/** The same for a phone. */
export function isPhone(text: string): boolean {
	return digitsOf(text).length >= FEWEST_DIGITS;
}

/** Whether nothing was given by which a person could be found. */
export function isNobody({ CEmail, ...wanted }: ContactFields): boolean {
	return !CEmail && !PHONE_FIELDS.some((field) => wanted[field]);
}

const FEWEST_DIGITS = 7;

/** The contacts that have an e-mail address, as the one that is shown or as a further one. */
export async function ownersOfEmail(api: WiseAgentClient, email: string): Promise<Contact[]> {
	if (!isEmail(email)) return [];
	const found = (await searchContacts(api, { email })).map(contactOf);
	return found.filter((contact) => hasEmail(contact, email) || hasAsFurther(found, email, [contact.CEmail]));
}

/** The contacts that have a phone number, as one of those that are shown or as a further one. */
export async function ownersOfPhone(api: WiseAgentClient, phone: string): Promise<Contact[]> {
	if (!isPhone(phone)) return [];
	const digits = digitsOf(phone);
	const found = (await searchContacts(api, { phone: digits })).map(contactOf);
	return found.filter((contact) => {
		const shown = phonesOf(contact).map((own) => own.replace(/\D/g, ''));
		return hasPhone(contact, phone) || hasAsFurther(found, digits, shown);
	});
}

export function hasEmail({ CEmail }: Contact, email: string): boolean {
	return isSameText(CEmail, email);
}

export function hasPhone(contact: Contact, phone: string): boolean {
	return phonesOf(contact).some((own) => isSamePhone(own, phone));
}

export function phonesOf(contact: Contact): string[] {
	return PHONE_FIELDS.map((field) => contact[field]).filter((phone): phone is string => !!phone);
}

/** So many people do not share an e-mail or a phone: the filter was passed over. */
const MOST_OWNERS = 20;

/**
 * Wise Agent keeps further e-mails and phones of a contact, finds it by them, and does not show them. But what is found
 * because a part of another address fits is another person.
 */
function hasAsFurther(found: Contact[], wanted: string, shown: Array<string | null | undefined>): boolean {
	if (found.length > MOST_OWNERS) return false;
	return !shown.some((own) => (own ?? '').toLowerCase().includes(wanted.toLowerCase()));
}

/** The digits by which Wise Agent finds a number: for one of North America, without the country code. */
function digitsOf(phone: string): string {
	const digits = (toE164(phone, 'US') ?? phone).replace(/\D/g, '');
	return digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
}

/** Whether it is written to the same person, as far as the name tells. */
export function hasName(
	{ CFirst, CLast }: Contact,
	{ first, last }: { first: string; last: string },
): boolean {
	return isSameText(CFirst, first) && isSameText(CLast, last);
}
