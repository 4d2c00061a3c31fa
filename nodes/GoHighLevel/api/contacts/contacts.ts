import { Failure } from '../../../core/failure';
import { keyOf, PageWatch } from '../../../core/pageWatch';
import { path } from '../../../core/path';
import { toE164 } from '../../../core/phone';
import type { ReadBack } from '../../../core/retry';
import { orCancelled, systemClock } from '../../../core/wait';
import type { HighLevelClient } from '../client';
import { isAddedSince } from '../creating';
import { uploaded } from './customFieldFiles';
import { undefinedWhenGone } from '../errors';
import { locationSettings } from '../locations';
import { HIGHLEVEL, readNumbered } from '../pages';
import type { Contact, ContactFields } from '../shapes';
import { contactBody } from '../shapes';

export async function getContact(api: HighLevelClient, contactId: string): Promise<Contact> {
	const { contact } = await api.get<{ contact?: Contact }>(path`/contacts/${contactId}`);
	if (!contact) throw api.notHighLevel();
	return contact;
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
): Promise<Partial<Contact>> {
	const body = contactBody(await uploaded(api, fields));
	const { contact } = await api.put<{ contact?: Contact }>(path`/contacts/${contactId}`, body);
	return contact ?? {};
}

/** Adds tags to those that are there; answers all tags of the contact. */
export async function addTags(api: HighLevelClient, contactId: string, tags: string[]): Promise<string[]> {
	const answer = await api.postRepeatable<{ tags?: string[] } | null>(path`/contacts/${contactId}/tags`, {
		tags,
	});
	if (!answer?.tags) throw api.notHighLevel();
	return answer.tags;
}

/** Removes tags; answers those that remain: none where the contact is gone. */
export async function removeTags(api: HighLevelClient, contactId: string, tags: string[]): Promise<string[]> {
	const answer = await api.delete<{ tags?: string[] } | null>(path`/contacts/${contactId}/tags`, { tags });
	return answer?.tags ?? [];
}

/** What HighLevel finds a person by. */
export type Identifier = { email: string } | { phone: string };

/**
 * The contact that has this e-mail or phone, or `undefined`. One identifier a call: with both, HighLevel looks for
 * the second only when the first finds nothing, and would not tell that they belong to two contacts.
 */
export async function findDuplicate(
	api: HighLevelClient,
	identifier: Identifier,
): Promise<Contact | undefined> {
	const by =
		'email' in identifier ? { email: identifier.email } : { number: await e164(api, identifier.phone) };
	const answer = await api.get<{ contact?: Contact | null }>(path`/contacts/search/duplicate`, {
		locationId: api.locationId,
		...by,
	});
	return answer.contact ?? undefined;
}

/** A phone as E.164, which the duplicate search wants; what cannot be brought into it stays as it was written. */
export async function e164(api: HighLevelClient, phone: string): Promise<string> {
	const international = toE164(phone);
	if (international) return international;
	return toE164(phone, (await locationSettings(api))?.country) ?? phone;
}

/** HighLevel's search may take some seconds to know a new contact. */
const LOOKS_MS = [0, 2_000, 5_000];

/**
 * Creates a contact, once: when an answer is lost, it looks whether the contact is there before it tries again.
 * Throws a `Failure` with `details.contactId` when HighLevel refuses it as a duplicate.
 *
 * @param isOther whether a contact that is there is known to be another one, however new it is
 */
export async function createContact(
	api: HighLevelClient,
	fields: ContactFields,
	isOther: (contactId: string) => boolean,
): Promise<Contact> {
	const body = { locationId: api.locationId, ...contactBody(await uploaded(api, fields)) };
	let lostAt: number | undefined;
	const isOurs = (contact: Contact, startedAt: number) =>
		isAddedSince(api, contact.dateAdded, startedAt) && !isOther(contact.id);
	const find = async (startedAt: number): Promise<ReadBack> => {
		lostAt = startedAt;
		return await readBack(api, fields, (contact) => isOurs(contact, startedAt));
	};
	const create = api.postCreate<{ contact?: Contact } | null>(path`/contacts/`, body, find);
	const answer = await create.catch(async (error: unknown) => {
		// The duplicate may be what the first, lost attempt created.
		const contactId = error instanceof Failure ? error.details.contactId : undefined;
		if (lostAt !== undefined && typeof contactId === 'string') {
			const existing = await getContact(api, contactId);
			if (isOurs(existing, lostAt)) return { contact: existing };
		}
		throw error;
	});
	if (!answer?.contact) throw api.notHighLevel();
	return answer.contact;
}

async function readBack(
	api: HighLevelClient,
	fields: ContactFields,
	isOurs: (contact: Contact) => boolean,
): Promise<ReadBack> {
	const identifiers = [
		...(fields.email ? [{ email: fields.email }] : []),
		...(fields.phone ? [{ phone: fields.phone }] : []),
	];
	if (identifiers.length === 0) return 'unknown';
	const refusesDuplicates = (await locationSettings(api))?.allowDuplicateContact === false;
	for (const wait of LOOKS_MS) {
		if (wait > 0) await orCancelled(systemClock.sleep(wait), api.signal);
		for (const identifier of identifiers) {
			const existing = await findDuplicate(api, identifier);
			if (existing && isOurs(existing)) {
				return { found: { contact: await getContact(api, existing.id) } };
			}
			// An older one may hide ours, which the search does not show then.
			if (existing && !refusesDuplicates) return 'unknown';
		}
		// HighLevel itself would refuse a second one, so trying again is safe without a further look.
		if (refusesDuplicates) return 'absent';
	}
	return 'absent';
}

/** The most that HighLevel gives at once. */
const PAGE_SIZE = 100;

interface ListAnswer {
	contacts?: Contact[];
	meta?: { startAfter?: number; startAfterId?: string };
}

/** Reads contacts by the deprecated `GET /contacts/`, which knows no filter but the free text. */
export async function listContacts(
	api: HighLevelClient,
	{ query, limit = Infinity }: { query?: string; limit?: number },
): Promise<Contact[]> {
	const found = new Map<string, Contact>();
	const watch = new PageWatch(HIGHLEVEL);
	let cursor: { startAfter?: number; startAfterId?: string } = {};
	while (found.size < limit) {
		const pageSize = Math.min(PAGE_SIZE, limit - found.size);
		const { contacts, meta } = await api.get<ListAnswer>(path`/contacts/`, {
			locationId: api.locationId,
			limit: pageSize,
			...(query ? { query } : {}),
			...cursor,
		});
		if (!contacts) throw api.notHighLevel();
		for (const contact of contacts) found.set(contact.id, contact);
		const last = contacts[contacts.length - 1];
		cursor = {
			startAfter: meta?.startAfter ?? Date.parse(String(last?.dateAdded)),
			startAfterId: meta?.startAfterId ?? last?.id,
		};
		if (found.size < limit && !watch.goesOn(contacts.map(keyOf), pageSize, cursor)) break;
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
		const { contacts } = await api.get<{ contacts?: Contact[] }>(path`/contacts/business/${businessId}`, {
			locationId: api.locationId,
			limit: String(pageSize),
			skip: String(skip),
			...(query ? { query } : {}),
		});
		if (!contacts) throw api.notHighLevel();
		return contacts;
	});
}
