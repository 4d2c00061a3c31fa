import { emailKey } from '../../shared/normalise';
import type { ContactRecord } from './records';

export type Identifier = 'email' | 'phone';

/** Finds contacts by e-mail address and phone number, the additional ones included, without a scan. */
export class IdentifierIndex {
	private readonly ids = new Map<string, string[]>();

	add(contact: Readonly<ContactRecord>): void {
		for (const key of keysOf(contact)) {
			const ids = this.ids.get(key);
			if (!ids) this.ids.set(key, [contact.id]);
			else if (!ids.includes(contact.id)) ids.push(contact.id);
		}
	}

	remove(contact: Readonly<ContactRecord>): void {
		for (const key of keysOf(contact)) {
			const rest = this.ids.get(key)?.filter((id) => id !== contact.id) ?? [];
			if (rest.length > 0) this.ids.set(key, rest);
			else this.ids.delete(key);
		}
	}

	/** The ids of the contacts that have this address or number (E.164), longest known first. */
	find(locationId: string, identifier: Identifier, value: string): readonly string[] {
		return this.ids.get(keyOf(locationId, identifier, value)) ?? [];
	}
}

function keyOf(locationId: string, identifier: Identifier, value: string): string {
	return `${locationId} ${identifier} ${identifier === 'email' ? emailKey(value) : value}`;
}

function* keysOf(contact: Readonly<ContactRecord>): Generator<string> {
	const { locationId } = contact;
	if (contact.email) yield keyOf(locationId, 'email', contact.email);
	for (const email of contact.additionalEmails) yield keyOf(locationId, 'email', email);
	if (contact.phone) yield keyOf(locationId, 'phone', contact.phone);
	for (const phone of contact.additionalPhones) yield keyOf(locationId, 'phone', phone);
}
