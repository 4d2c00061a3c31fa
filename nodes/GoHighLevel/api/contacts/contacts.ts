import { optional } from '../../../core/operation/request';
import { keysOf, PageWatch } from '../../../core/sending/pageWatch';
import { formsOf } from '../../../core/values/phones';
import { isEmpty } from '../../../core/values/texts';
import type { Reading } from '../answers';
import { isObject } from '../../../core/values/objects';
import { record, records, texts } from '../answers';
import type { HighLevelClient } from '../client';
import { locationSettings } from '../locations';
import { HIGHLEVEL, readNumbered } from '../pages';
import { e164 } from '../phones';
import { ifThere, request } from '../request';
import type { Contact, ContactFields } from './contact';
import { contactBody } from './contact';
import { uploaded, uploadFile } from '../customFields/files';

export const getContact = request(
	{ endpoint: 'GET /contacts/{contactId}', scopes: ['contacts.readonly'] },
	(path) =>
		async (api: HighLevelClient, contactId: string): Promise<Contact> =>
			await api.get(path({ contactId }), record<Contact>('contact', contactId)),
);

/** The contact, or `undefined` when it is not there (any more). */
export const findContact = ifThere(getContact);

export const deleteContact = request(
	{ endpoint: 'DELETE /contacts/{contactId}', scopes: ['contacts.write'] },
	(path) =>
		async (api: HighLevelClient, contactId: string): Promise<void> =>
			await api.delete(path({ contactId })),
);

/** Writes the given fields and leaves all others as they are; `tags` would replace all tags. */
export const putContact = request(
	{ endpoint: 'PUT /contacts/{contactId}', scopes: ['contacts.write'], further: [optional(uploadFile)] },
	(path) =>
		async (api: HighLevelClient, contactId: string, fields: ContactFields): Promise<Contact> => {
			const body = contactBody(await uploaded(api, fields));
			return await api.put(path({ contactId }), record<Contact>('contact', contactId), body);
		},
);

/** Adds tags to those that are there; answers all tags of the contact. */
export const addTags = request(
	{ endpoint: 'POST /contacts/{contactId}/tags', scopes: ['contacts.write'] },
	(path) =>
		async (api: HighLevelClient, contactId: string, tags: string[]): Promise<string[]> =>
			await api.postRepeatable(path({ contactId }), texts('tags'), { tags }),
);

/** Removes tags; answers those that remain: none where the contact is gone. */
export const removeTags = request(
	{ endpoint: 'DELETE /contacts/{contactId}/tags', scopes: ['contacts.write'] },
	(path) =>
		async (api: HighLevelClient, contactId: string, tags: string[]): Promise<string[]> =>
			await api.deletePart(path({ contactId }), texts('tags'), [], { tags }),
);

/** What HighLevel finds a person by. */
export type Identifier = { email: string } | { phone: string };

/**
 * The contact that has this e-mail or phone, or `undefined`. A phone that may be stored in several forms is looked for
 * in each. One identifier a call: with both, HighLevel looks for
 * the second only when the first finds nothing, and would not tell that they belong to two contacts.
 */
export const findDuplicate = request(
	{
		endpoint: 'GET /contacts/search/duplicate',
		scopes: ['contacts.readonly'],
		further: [optional(locationSettings)],
	},
	(path) =>
		async (api: HighLevelClient, identifier: Identifier): Promise<Contact | undefined> => {
			const all =
				'email' in identifier
					? [{ email: identifier.email }]
					: formsOf(await e164(api, identifier.phone)).map((number) => ({ number }));
			for (const by of all) {
				const { contact } = await api.get(path(), duplicate, { locationId: api.locationId, ...by });
				if (contact) return contact;
			}
			return undefined;
		},
);

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
export const listContacts = request(
	{ endpoint: 'GET /contacts/', scopes: ['contacts.readonly'] },
	(path) =>
		async (
			api: HighLevelClient,
			{ query, limit = Infinity }: { query?: string; limit?: number },
		): Promise<Contact[]> => {
			const found = new Map<unknown, Contact>();
			const watch = new PageWatch(HIGHLEVEL);
			let cursor: { startAfter?: number; startAfterId?: string } = {};
			while (found.size < limit) {
				const pageSize = Math.min(PAGE_SIZE, limit - found.size);
				const { contacts, meta } = await api.get(path(), contactList, {
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
		},
);

/** Reads the contacts of a business. */
export const listContactsOfBusiness = request(
	{ endpoint: 'GET /contacts/business/{businessId}', scopes: ['contacts.readonly'] },
	(path) =>
		async (
			api: HighLevelClient,
			businessId: string,
			{ query, limit = Infinity }: { query?: string; limit?: number },
		): Promise<Contact[]> =>
			await readNumbered(limit, PAGE_SIZE, async (skip, pageSize) => {
				return await api.get(path({ businessId }), records<Contact>('contacts'), {
					locationId: api.locationId,
					limit: String(pageSize),
					skip: String(skip),
					...(query ? { query } : {}),
				});
			}),
);
