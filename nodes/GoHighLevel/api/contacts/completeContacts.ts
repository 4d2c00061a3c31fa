import pLimit from 'p-limit';

import { failureText } from '../../../core/failure';
import { plainText } from '../../../core/values/texts';
import type { HighLevelClient } from '../client';
import type { Contact } from './contact';
import { findContact } from './contacts';

/** So many contacts are read at once. */
const CONCURRENT_READS = 10;

/**
 * The contacts of a search, each read by its ID: HighLevel's search has names in lower case only, and leaves out fields.
 * One request each. What is gone meanwhile stays out.
 */
export async function completeContacts(api: HighLevelClient, contacts: Contact[]): Promise<Contact[]> {
	const limit = pLimit(CONCURRENT_READS);
	const readings = contacts.map(async (contact) => {
		// What has no id cannot be read, and is no less a part of the list.
		if (plainText(contact.id) === '') return contact;
		return await limit(async () => await findContact(api, contact.id));
	});
	const found = await Promise.all(readings).finally(() => limit.clearQueue());
	return found.filter((contact) => contact !== undefined);
}

/** A contact as it is now. */
export interface CompletedContact {
	/** As the search had it, where it could not be read. */
	contact: Contact;
	/** Why it could not be read. */
	recordError?: string;
}

/**
 * The same for contacts that must not get lost: one that cannot be read, for whatever reason, stays as the search had
 * it. Each is read once; what the search has shown anew is another one.
 */
export class CompletedContacts {
	private readonly limit = pLimit(CONCURRENT_READS);
	private readonly readings = new Map<Contact, Promise<CompletedContact>>();

	/** @param isOver whether there is no time left to read more */
	constructor(
		private readonly api: HighLevelClient,
		private readonly isOver: () => boolean,
	) {}

	async of(contacts: Contact[]): Promise<CompletedContact[]> {
		for (const contact of contacts) {
			if (this.readings.has(contact)) continue;
			const reading = this.limit(async () => await completed(this.api, contact, this.isOver));
			this.readings.set(contact, reading);
		}
		return await Promise.all(
			contacts.map(async (contact) => (await this.readings.get(contact)) ?? { contact }),
		);
	}
}

async function completed(
	api: HighLevelClient,
	contact: Contact,
	isOver: () => boolean,
): Promise<CompletedContact> {
	if (plainText(contact.id) === '') return { contact, recordError: 'HighLevel gave no ID for the contact' };
	if (isOver()) return { contact, recordError: 'There was no time left to read the contact' };
	return await findContact(api, contact.id).then(
		(whole) =>
			whole ? { contact: whole } : { contact, recordError: 'The contact is not in HighLevel any more' },
		(error: unknown) => ({ contact, recordError: failureText(error) }),
	);
}
