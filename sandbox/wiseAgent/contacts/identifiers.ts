import { emailKey } from '../../shared/normalise';
import type { ContactRecord } from '../records';

/** The digits of a phone number, without the country code of the United States. */
export function phoneKey(phone: string): string {
	const digits = phone.replace(/\D/g, '');
	return digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
}

export function phonesOf(contact: Readonly<ContactRecord>): string[] {
	const { HomePhone, MobilePhone, WorkPhone, otherPhones } = contact;
	return [HomePhone, MobilePhone, WorkPhone, ...otherPhones].filter((phone) => phone !== '');
}

export function emailsOf({ CEmail, otherEmails }: Readonly<ContactRecord>): string[] {
	return [CEmail, ...otherEmails].filter((email) => email !== '');
}

/** Finds contacts by e-mail address and phone number, those that webcontact added included, without a scan. */
export class ContactIndex {
	private readonly ids = new Map<string, number[]>();

	add(contact: Readonly<ContactRecord>): void {
		for (const key of keysOf(contact)) {
			const ids = this.ids.get(key);
			if (!ids) this.ids.set(key, [contact.ClientID]);
			else if (!ids.includes(contact.ClientID)) ids.push(contact.ClientID);
		}
	}

	remove(contact: Readonly<ContactRecord>): void {
		for (const key of keysOf(contact)) {
			const rest = this.ids.get(key)?.filter((id) => id !== contact.ClientID) ?? [];
			if (rest.length > 0) this.ids.set(key, rest);
			else this.ids.delete(key);
		}
	}

	/** Ids of the contacts with this address, longest known first. */
	byEmail(email: string): readonly number[] {
		return this.ids.get(`email ${emailKey(email)}`) ?? [];
	}

	/** Ids of the contacts with this number, longest known first. */
	byPhone(phone: string): readonly number[] {
		return this.ids.get(`phone ${phoneKey(phone)}`) ?? [];
	}
}

function* keysOf(contact: Readonly<ContactRecord>): Generator<string> {
	for (const email of emailsOf(contact)) yield `email ${emailKey(email)}`;
	for (const phone of phonesOf(contact)) {
		if (phoneKey(phone) !== '') yield `phone ${phoneKey(phone)}`;
	}
}
