import type { IDataObject } from 'n8n-workflow';

import { afterDone } from '../../../core/sending/done';
import type { OnExisting } from '../../../core/editor/writeOptions';
import { Failure } from '../../../core/failure';
import { contactOf } from '../reading/records';
import type { WiseAgentClient } from '../client';
import { complete, createContact } from './contactCreate';
import type { ContactFields } from './contactFields';
import type { Match } from './contactMatch';
import { ownOf } from './contactMatch';
import type { WriteOptions, WrittenContact } from './contactWrite';
import { MADE_TO_WRITE, write } from './contactWrite';
import { findContact, searchContacts } from './contacts';
import type { Identity } from './identity';
import { identityOf, ownersOfEmail, ownersOfPhone, PHONE_FIELDS } from './identity';
import type { IdMatchOptions } from './linking/idMatch';
import { existsWithoutId, findUnmerged, findWithoutId, matchOfId, settled } from './linking/idMatch';
import { checkLink } from './linking/link';
import { planOf } from './syncing/plan';
import { making } from '../../../core/operation/request';

export interface UpsertOptions extends WriteOptions, IdMatchOptions {
	onExisting: OnExisting;
	/** Of a contact that is created without one. */
	lastNameIfEmpty: string;
}

/**
 * Creates the contact, or writes to the one that has this ID, e-mail or phone, without guessing when they belong to two
 * contacts, or to several that the name does not tell apart. Where Wise Agent itself finds that the contact exists, by
 * a rule that it does not tell, it is written to that one, unless an ID alone may tell.
 */
export const upsertContact = making(
	searchContacts,
	[findContact, createContact, ...MADE_TO_WRITE],
	async (api: WiseAgentClient, wanted: ContactFields, options: UpsertOptions): Promise<WrittenContact> => {
		const identity = identityOf(wanted);
		return await forIdentity(api, wanted, options, async () => {
			const work = async (match: Match | undefined) =>
				match && (await writeToMatch(api, match, wanted, identity, options));
			const written =
				(await work(matchOfId(options))) ?? (await work(await findWithoutId(api, wanted, identity, options)));
			if (written) return written;

			// Also when the match was deleted a moment ago.
			const named = withLastName(wanted, options.lastNameIfEmpty);
			const creatable = options.categoriesMode === 'remove' ? { ...named, Categories: [] } : named;
			const { id, isNew } = await createContact(api, creatable, identity, options);
			if (isNew) return await complete(api, id, creatable, options);
			if (options.matchBy === 'clientId') throw existsWithoutId(id, GIVEN);
			const known: Match = { id, further: ['email', 'phone'] };
			const done = {
				what: `Wise Agent took this person for contact ${id}, and gave it the email and the phones`,
				missing: 'but the other fields were not written',
				details: { contactId: id, updated: true },
			};
			return await afterDone(done, async () => {
				return (await writeToMatch(api, known, wanted, identity, options)) ?? gone(id);
			});
		});
	},
);

const GIVEN = 'Wise Agent gave it the email and the phones, and changed nothing else.';

/** Creates the contact; one that exists already is refused and named. */
export const createNewContact = making(
	createContact,
	MADE_TO_WRITE,
	async (api: WiseAgentClient, given: ContactFields, lastNameIfEmpty: string): Promise<WrittenContact> => {
		const wanted = withLastName(given, lastNameIfEmpty);
		return await forIdentity(api, wanted, {}, async () => {
			const identity = identityOf(wanted);
			const { email, phone } = identity;
			const existing = [
				...(email ? await ownersOfEmail(api, email) : []),
				...(phone ? await ownersOfPhone(api, phone) : []),
			];
			if (existing[0]) throw exists(String(existing[0].ClientID), 'Nothing was written. ');
			const { id, isNew } = await createContact(api, wanted, identity);
			if (!isNew) throw exists(id, `${GIVEN} `);
			return await complete(api, id, wanted);
		});
	},
);

function withLastName(wanted: ContactFields, lastName: string): ContactFields {
	return wanted.CLast || lastName === '' ? wanted : { ...wanted, CLast: lastName };
}

function exists(id: string, whatHappened: string): Failure {
	return new Failure(
		`This contact already exists: ${id}`,
		`${whatHappened}Use "Create or Update" to write to the existing contact, or "Update" with its id.`,
		{ contactId: id },
	);
}

function gone(id: string): never {
	throw new Failure(
		`Wise Agent says that this contact exists as ${id}, and does not find it`,
		'Run the item again. If it stays like this, look for the contact in Wise Agent.',
		{ contactId: id },
	);
}

/** Items for the same person are worked on one after the other. */
async function forIdentity(
	api: WiseAgentClient,
	wanted: ContactFields,
	{ clientId, link }: Partial<IdMatchOptions>,
	work: () => Promise<WrittenContact>,
): Promise<WrittenContact> {
	const phones = PHONE_FIELDS.map((field) => wanted[field]).filter((phone): phone is string => !!phone);
	const ids = [clientId && `contact/${clientId}`, link && `${link.name}/${link.id}`].filter((id) => !!id);
	const identity = { emails: wanted.CEmail ? [wanted.CEmail] : [], phones, ids: ids as string[] };
	return await api.account.forPerson(identity, work, api.signal);
}

/** Writes to the contact that matched; `undefined` when it is gone. */
async function writeToMatch(
	api: WiseAgentClient,
	match: Match,
	wanted: ContactFields,
	identity: Identity,
	options: UpsertOptions,
): Promise<WrittenContact | undefined> {
	const { id } = match;
	return await api.alone(`contact/${id}`, async () => {
		const raw = await findUnmerged(api, id, options);
		if (!raw) return undefined;
		const existing = contactOf(raw);
		checkLink(existing, options.link);
		if (options.onExisting === 'doNothing') return unchanged(raw, options);
		const known = match.owners
			? await settled(api, match, existing, planOf(existing, wanted, options).fields, {
					identity,
					...options,
				})
			: match;
		return await write(api, id, raw, ownOf(existing, wanted, identity, known), options);
	});
}

function unchanged(contact: IDataObject, { sync }: UpsertOptions): WrittenContact {
	const synced = sync?.lastSynced ?? null;
	return { outcome: 'unchanged', changedFields: [], changes: {}, contact, synced };
}
