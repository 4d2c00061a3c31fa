import { keysOf, PageWatch } from '../../../core/sending/pageWatch';
import { path } from '../../../core/sending/path';
import { formsOf } from '../../../core/values/phones';
import { isEmpty } from '../../../core/operation/params';
import type { Reading } from '../answers';
import { isObject } from '../../../core/values/objects';
import { record, records, texts } from '../answers';
import type { HighLevelClient } from '../client';
import { uploaded } from './customFields/files';
import { undefinedWhenGone } from '../errors';
import { HIGHLEVEL, readNumbered } from '../pages';
import { e164 } from '../phones';
import type { Contact, ContactFields } from './contact';
import { contactBody } from './contact';

export async function getContact(api: HighLevelClient, contactId: string): Promise<Contact> {
	return await api.get(path`/contacts/${contactId}`, record<Contact>('contact', contactId));
}

/** The contact, or `undefined` when it is not there (any more). */
export async function findContact(api: HighLevelClient, contactId: string): Promise<Contact | undefined> {
	return await getContact(api, contactId).catch(undefinedWhenGone);
}

export async function deleteContact(api: HighLevelClient, contactId: string): Promise<void> {
	await api.delete(path`/contacts/${contactId}`);
}

/** Writes the given fields and leaves all others as they are; `tags` would replace all tags. */
export async function putContact(
	api: HighLevelClient,
	contactId: string,
	fields: ContactFields,
): Promise<Contact> {
	const body = contactBody(await uploaded(api, fields));
	return await api.put(path`/contacts/${contactId}`, record<Contact>('contact', contactId), body);
}

/** Adds tags to those that are there; answers all tags of the contact. */
export async function addTags(api: HighLevelClient, contactId: string, tags: string[]): Promise<string[]> {
	return await api.postRepeatable(path`/contacts/${contactId}/tags`, texts('tags'), { tags });
}

/** Removes tags; answers those that remain: none where the contact is gone. */
export async function removeTags(api: HighLevelClient, contactId: string, tags: string[]): Promise<string[]> {
	return await api.deletePart(path`/contacts/${contactId}/tags`, texts('tags'), [], { tags });
}

/** What HighLevel finds a person by. */
export type Identifier = { email: string } | { phone: string };

/**
 * The contact that has this e-mail or phone, or `undefined`. A phone that may be stored in several forms is looked for
 * in each. One identifier a call: with both, HighLevel looks for
 * the second only when the first finds nothing, and would not tell that they belong to two contacts.
 */
export async function findDuplicate(
	api: HighLevelClient,
	identifier: Identifier,
): Promise<Contact | undefined> {
	const all =
		'email' in identifier
			? [{ email: identifier.email }]
			: formsOf(await e164(api, identifier.phone)).map((number) => ({ number }));
	for (const by of all) {
		const { contact } = await api.get(path`/contacts/search/duplicate`, duplicate, {
			locationId: api.locationId,
			...by,
		});
		if (contact) return contact;
	}
	return undefined;
}

/** Without a duplicate, the contact is `null`, or not there. */
const duplicate: Reading<{ contact?: Contact | null }> = (answer) =>
	isObject(answer) && (isEmpty(answer.contact) || record('contact')(answer)) ? answer : undefined;

/** The most that HighLevel gives at once. */
const PAGE_SIZE = 100;

interface ContactList {
	contacts: Contact[];
	meta?: { startAfter?: number; startAfterId?: string } | null;
}

const contactList: Reading<ContactList> = (answer) =>
	records('contacts')(answer) ? (answer as ContactList) : undefined;

/** Reads contacts by the deprecated `GET /contacts/`, which knows no filter but the free text. */
export async function listContacts(
	api: HighLevelClient,
	{ query, limit = Infinity }: { query?: string; limit?: number },
): Promise<Contact[]> {
	const found = new Map<unknown, Contact>();
	const watch = new PageWatch(HIGHLEVEL);
	let cursor: { startAfter?: number; startAfterId?: string } = {};
	while (found.size < limit) {
		const pageSize = Math.min(PAGE_SIZE, limit - found.size);
		const { contacts, meta } = await api.get(path`/contacts/`, contactList, {
			locationId: api.locationId,
			limit: pageSize,
			...(query ? { query } : {}),
			...cursor,
		});
		for (const contact of contacts) found.set(contact.id ?? contact, contact);
		const last = contacts[contacts.length - 1];
		cursor = {
			startAfter: meta?.startAfter ?? Date.parse(String(last?.dateAdded)),
			startAfterId: meta?.startAfterId ?? last?.id,
		};
		if (found.size < limit && !watch.goesOn(keysOf(contacts), pageSize, cursor)) break;
	}
	return [...found.values()];
}

/** Reads the contacts of a business. */
export async function listContactsOfBusiness(
	api: HighLevelClient,
	businessId: string,
	{ query, limit = Infinity }: { query?: string; limit?: number },
): Promise<Contact[]> {
	return await readNumbered(limit, PAGE_SIZE, async (skip, pageSize) => {
		return await api.get(path`/contacts/business/${businessId}`, records<Contact>('contacts'), {
			locationId: api.locationId,
			limit: String(pageSize),
			skip: String(skip),
			...(query ? { query } : {}),
		});
	});
}
