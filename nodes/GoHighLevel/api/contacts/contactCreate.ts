import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import { making, optional } from '../../../core/operation/request';
import type { Age, Looked } from '../../../core/sending/creating';
import { createOnce } from '../../../core/sending/creating';
import { HeldBack } from '../../../core/heldBack';
import type { ReadBack } from '../../../core/sending/retry';
import { changesOf } from '../../../core/changes';
import { ownValue } from '../../../core/values/ownValue';
import { isEmpty } from '../../../core/values/texts';
import { record } from '../answers';
import type { HighLevelClient } from '../client';
import { ageBy } from '../creating';
import { locationSettings } from '../locations';
import { request } from '../request';
import type { Contact, ContactFields } from './contact';
import { contactBody } from './contact';
import { holds, valueNamed } from './contactChanges';
import type { Identifier } from './contacts';
import { findDuplicate, getContact } from './contacts';
import { uploaded, uploadFile } from '../customFields/files';
import type { ExternalId } from './matching/externalId';
import { linkedContacts } from './matching/linkedContacts';
import { personOf, remember } from './matching/recentContacts';

const newContact = request(
	{
		endpoint: 'POST /contacts/',
		scopes: ['contacts.write'],
		// The contact is looked for when a response is lost.
		further: [findDuplicate, getContact, optional(locationSettings), optional(uploadFile)],
	},
	(path) =>
		async (
			api: HighLevelClient,
			body: IDataObject,
			find: (startedAt: number) => Promise<ReadBack>,
		): Promise<Contact> =>
			await api.postCreate(path(), record<Contact>('contact'), body, find),
);

/**
 * Creates a contact, once: when an answer is lost, it looks whether the contact is there before it tries again.
 * Throws a `Failure` with `details.contactId` when HighLevel refuses it as a duplicate. For whoever has the turn of the
 * person already.
 *
 * @param externalId among the fields as well; no contact has it yet
 */
export const createContactInTurn = making(
	newContact,
	[optional(linkedContacts)],
	async (api: HighLevelClient, fields: ContactFields, externalId?: ExternalId): Promise<Contact> => {
		if (api.isDryRun) throw wouldCreate(fields);
		const body = { locationId: api.locationId, ...contactBody(await uploaded(api, fields)) };
		const sent = { fields, identifiers: identifiersOf(fields), externalId };
		const created = await createOnce<Contact>(api.account, {
			// Whoever creates has the turn of the person.
			among: [],
			send: async (find) => await postContact(api, sent, body, find),
			createdIn: (contact) => contact as Contact,
			look: async (startedAt) => await lookForContact(api, sent, startedAt),
			keysOf: ({ id }) => [id],
			unexpected: () => api.unclear(),
			signal: api.signal,
		});
		await remember(api, { ...fields, externalId }, created);
		return created;
	},
);

function wouldCreate({ customFields = [], ...fields }: ContactFields): HeldBack {
	const custom = customFields.map(({ id }) => `customFields.${id}`);
	const names = [...Object.keys(fields).filter((name) => !isEmpty(ownValue(fields, name))), ...custom];
	const changes = changesOf(
		names,
		() => null,
		(name) => valueNamed({ ...fields, customFields }, name),
	);
	return new HeldBack({ effect: 'create', changes, record: { changedFields: names } });
}

/** Creates a contact when nothing else is being written for its email or phone; see `createContactInTurn`. */
export const createContact = making(
	newContact,
	[],
	async (api: HighLevelClient, fields: ContactFields): Promise<Contact> => {
		const leave = await api.account.turnFor(personOf(fields), api.signal);
		try {
			return await createContactInTurn(api, fields);
		} finally {
			leave();
		}
	},
);

function identifiersOf({ email, phone }: ContactFields): Identifier[] {
	return [...(email ? [{ email }] : []), ...(phone ? [{ phone }] : [])];
}

/** What is created, and what it can be found by. */
interface Sent {
	fields: ContactFields;
	identifiers: Identifier[];
	externalId?: ExternalId;
}

async function postContact(
	api: HighLevelClient,
	{ fields, identifiers, externalId }: Sent,
	body: IDataObject,
	find: (startedAt: number) => Promise<ReadBack>,
): Promise<Contact> {
	let lostAt: number | undefined;
	const findLost = async (startedAt: number): Promise<ReadBack> => {
		lostAt = startedAt;
		return identifiers.length > 0 || externalId ? await find(startedAt) : 'unknown';
	};
	return await newContact(api, body, findLost).catch(async (error: unknown) => {
		// The duplicate may be what the first, lost attempt created.
		const contactId = error instanceof Failure ? error.details.contactId : undefined;
		if (lostAt !== undefined && typeof contactId === 'string') {
			const existing = await getContact(api, contactId).catch(() => undefined);
			const age = existing ? ageOf(api, existing, lostAt) : 'unknown';
			if (existing && age === 'new' && holds(existing, fields)) return existing;
			if (age !== 'older') throw api.unclear();
		}
		throw error;
	});
}

function ageOf(api: HighLevelClient, { id, dateAdded }: Contact, startedAt: number): Age {
	return api.account.hasCreated(id) ? 'older' : ageBy(api, dateAdded, startedAt);
}

async function lookForContact(
	api: HighLevelClient,
	{ fields, identifiers, externalId }: Sent,
	startedAt: number,
): Promise<Looked<Contact>> {
	for (const contact of externalId ? await linkedContacts(api, externalId) : []) {
		const isOurs = ageOf(api, contact, startedAt) === 'new' && holds(contact, fields);
		return isOurs ? { created: contact } : 'unknown';
	}
	const refusesDuplicates = (await locationSettings(api))?.allowDuplicateContact === false;
	for (const identifier of identifiers) {
		const existing = await findDuplicate(api, identifier);
		const age = existing && ageOf(api, existing, startedAt);
		if (age === 'unknown') return age;
		if (existing && age === 'new') {
			const contact = await getContact(api, existing.id);
			// Somebody else may have created it at the same moment.
			return holds(contact, fields) ? { created: contact } : 'unknown';
		}
		// An older one may hide ours, which the search does not show then.
		if (existing && !refusesDuplicates) return 'unknown';
	}
	if (refusesDuplicates && identifiers.length > 0) return 'repeatable';
	// HighLevel refuses no second contact with the same ID, and the search may not show the first one yet.
	return externalId ? 'unknown' : 'absent';
}
