import { isSameText } from '../../../core/sameText';
import { isSamePhone, toE164 } from '../../../core/phone';
import type { Contact } from '../clean/records';
import { contactOf } from '../clean/records';
import type { WiseAgentClient } from '../client';
import { searchContacts } from './contacts';

export const PHONE_FIELDS = ['MobilePhone', 'HomePhone', 'WorkPhone'] as const;
export type PhoneField = (typeof PHONE_FIELDS)[number];

/** The contacts that have an e-mail address, as the one that is shown or as a further one. */
export async function ownersOfEmail(api: WiseAgentClient, email: string): Promise<Contact[]> {
	const found = (await searchContacts(api, { email })).map(contactOf);
	return found.filter((contact) => hasEmail(contact, email) || hasAsFurther(email, [contact.CEmail]));
}

/** The contacts that have a phone number, as one of those that are shown or as a further one. */
export async function ownersOfPhone(api: WiseAgentClient, phone: string): Promise<Contact[]> {
	const found = (await searchContacts(api, { phone: digitsOf(phone) })).map(contactOf);
	return found.filter(
		(contact) =>
			hasPhone(contact, phone) ||
			hasAsFurther(
				digitsOf(phone),
				phonesOf(contact).map((own) => own.replace(/\D/g, '')),
			),
	);
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

/**
 * Wise Agent keeps further e-mails and phones of a contact, finds it by them, and does not show them. But what is found
 * because a part of another address fits is another person.
 */
function hasAsFurther(wanted: string, shown: Array<string | null | undefined>): boolean {
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
