import type { OnExisting } from '../../../core/editor/writeOptions';
import { Failure } from '../../../core/failure';
import { making } from '../../../core/operation/request';
import { changesOf } from '../../../core/changes';
import { formsOf } from '../../../core/values/phones';
import type { HighLevelClient } from '../client';
import { storedOf, valueNamed } from './contactChanges';
import { changedCustomFields } from '../customFields/changes';
import { hasFiles } from '../customFields/files';
import type { WriteOptions, WrittenContact } from './contactWrite';
import { everything, MADE_TO_WRITE, shownAfter, untaken, write } from './contactWrite';
import { findContact, getContact } from './contacts';
import { locationSettings } from '../locations';
import { personOf, remember } from './matching/recentContacts';
import { createContactInTurn } from './contactCreate';
import { e164 } from '../phones';
import type { Contact, ContactFields } from './contact';
import { syncedNow } from './syncing/contactSync';
import type { GivenId } from './matching/externalId';
import { carries, externalIdOf, withExternalId } from './matching/externalId';
import { findLinked } from './matching/linkedContacts';
import type { IdentifierName, Match, MatchOptions } from './matching/matches';
import {
	findByIdentifiers,
	otherOwners,
	preferredIn,
	refuseOtherId,
	takenBy,
	withoutForeign,
} from './matching/matches';

export interface UpsertOptions extends WriteOptions, Omit<MatchOptions, 'externalId'> {
	onExisting: OnExisting;
}

/** The options, and the external ID in the location's own terms. */
type Upsert = UpsertOptions & MatchOptions;

/** What the item says of who is meant. */
export interface Identity {
	email: string;
	phone: string;
	/** Where contacts are matched by it, and the item has one. */
	externalId?: GivenId;
}

/**
 * Creates the contact, or writes to the one that has this external ID, email or phone, without ever replacing a first
 * email or phone because an additional one matched, and without guessing when they belong to two contacts.
 * HighLevel's own upsert does both, and replaces all tags.
 *
 * @param wantedOf called when it is this item's turn: what it reads must not let a later item overtake it
 */
export const upsertContact = making(
	createContactInTurn,
	[...MADE_TO_WRITE, findLinked],
	async (
		api: HighLevelClient,
		identity: Identity,
		wantedOf: () => Promise<ContactFields>,
		options: UpsertOptions,
	): Promise<WrittenContact> => {
		if (!isIdentified(identity, options.matchBy)) throw nothingToFindBy(options);
		return await api.account.forPerson(
			personOf(identity),
			async () => {
				const wanted = await wantedOf();
				if (!identity.externalId) return await writeOrCreate(api, wanted, options);
				const externalId = await externalIdOf(api, identity.externalId);
				const linked = withExternalId(wanted, externalId);
				const sync = { ...options.sync, linkField: externalId.field.id };
				return await writeOrCreate(api, linked, { ...options, sync, externalId });
			},
			api.signal,
		);
	},
);

/** Whether there is anything to find the contact by. */
export function isIdentified(
	{ email, phone, externalId }: Identity,
	matchBy: UpsertOptions['matchBy'],
): boolean {
	return externalId !== undefined || (matchBy !== 'externalId' && (email !== '' || phone !== ''));
}

function nothingToFindBy({ matchBy }: UpsertOptions): Failure {
	if (matchBy === 'externalId') {
		return new Failure(
			'There is no external ID to find the contact by',
			'Map "External ID", or skip such items under Options > If Email and Phone Are Empty. Nothing was sent for this item.',
			{ field: 'externalId' },
		);
	}
	return new Failure(
		'There is neither an email nor a phone to find the contact by',
		'Map at least one of "Email" and "Phone", or skip such items under Options > If Email and Phone Are Empty. Nothing was sent for this item.',
		{ field: 'email, phone' },
	);
}

async function writeOrCreate(
	api: HighLevelClient,
	wanted: ContactFields,
	options: Upsert,
): Promise<WrittenContact> {
	const linkedId = options.externalId && (await findLinked(api, options.externalId));
	if (linkedId !== undefined) {
		const written = await writeToMatch(api, { contactId: linkedId, by: 'externalId' }, wanted, options);
		if (written) return written;
	}
	const match = await findOrCreate(api, wanted, options);
	if ('created' in match) return await created(api, match.created, wanted, options);
	const written = await writeToMatch(api, match, wanted, options);
	// The match was deleted, and the search does not know that yet.
	return written ?? (await created(api, await create(api, wanted, options), wanted, options));
}

/**
 * Where the location refuses duplicates, creating is the quickest way to look: HighLevel names the contact that is
 * in the way. Elsewhere the search has to come first, and so it has in a dry run, with files, which are uploaded before the contact
 * is written, and with a phone that may be stored in another form, in which HighLevel does not see it.
 */
async function findOrCreate(
	api: HighLevelClient,
	wanted: ContactFields,
	options: Upsert,
): Promise<Match | { created: Contact }> {
	const settings = await locationSettings(api);
	if (options.matchBy === 'externalId' && options.externalId) {
		const isRefused = api.isDryRun && settings?.allowDuplicateContact === false;
		const taken = isRefused ? await findByIdentifiers(api, wanted, options) : undefined;
		if (taken) throw takenBy(taken.contactId, options.externalId);
		return { created: await create(api, wanted, options) };
	}
	const hasForms = wanted.phone ? formsOf(await e164(api, wanted.phone)).length > 1 : false;
	if (settings?.allowDuplicateContact !== false || hasFiles(wanted) || hasForms || api.isDryRun) {
		const match = await findByIdentifiers(api, wanted, options);
		if (match) return match;
	}
	try {
		return { created: await create(api, wanted, options) };
	} catch (error) {
		return duplicateIn(error, wanted) ?? (await matchAfterLost(api, wanted, options, error));
	}
}

async function create(
	api: HighLevelClient,
	{ tags, ...fields }: ContactFields,
	options: Upsert,
): Promise<Contact> {
	const { matchBy, externalId } = options;
	return await createContactInTurn(api, creatable(fields, tags, options), externalId).catch(
		(error: unknown) => {
			const takenId = error instanceof Failure ? error.details.contactId : undefined;
			if (matchBy === 'externalId' && externalId && typeof takenId === 'string') {
				throw takenBy(takenId, externalId);
			}
			throw error;
		},
	);
}

function creatable(
	fields: ContactFields,
	tags: string[] | undefined,
	{ tagsMode }: UpsertOptions,
): ContactFields {
	const given = Object.entries(fields).filter(([, value]) => value !== null);
	const customFields = changedCustomFields([], fields.customFields ?? []);
	return {
		...(Object.fromEntries(given) as ContactFields),
		...(fields.customFields ? { customFields } : {}),
		...(tags?.length && tagsMode !== 'remove' ? { tags } : {}),
	};
}

/** Whoever has created the contact meanwhile: writing to it gives it what is wanted. */
async function matchAfterLost(
	api: HighLevelClient,
	wanted: ContactFields,
	options: Upsert,
	error: unknown,
): Promise<Match> {
	const isLost = error instanceof Failure && error.details.mayHaveHappened === true;
	const match = isLost ? await findByIdentifiers(api, wanted, options).catch(() => undefined) : undefined;
	if (!match) throw error;
	return match;
}

/** The contact that HighLevel names as a duplicate; `undefined` when it names none. */
function duplicateIn(error: unknown, wanted: ContactFields): Match | undefined {
	const details = error instanceof Failure ? error.details : {};
	if (typeof details.contactId !== 'string') return undefined;
	const by = details.matchingField === 'phone' || !wanted.email ? 'phone' : 'email';
	return { contactId: details.contactId, by };
}

/** Writes to the contact that matched; `undefined` when it is gone, or does not have the external ID (any more). */
async function writeToMatch(
	api: HighLevelClient,
	match: Match,
	wanted: ContactFields,
	options: Upsert,
): Promise<WrittenContact | undefined> {
	const { contactId, by } = match;
	const { externalId } = options;
	const done = await api.alone(contactId, async () => {
		const existing = await findContact(api, contactId);
		if (!existing) return undefined;
		if (by === 'externalId' && externalId && !carries(existing, externalId)) return undefined;
		const owners = await otherOwners(api, existing, by, wanted, options);
		const foreign = (['email', 'phone'] as const).filter((name) => owners[name] !== undefined);
		if (foreign.length === 0) return await writeTo(existing, []);

		const preferred = preferredIn(options, match, owners);
		return preferred === by || preferred === 'externalId'
			? await writeTo(existing, foreign)
			: { otherId: owners[preferred] };
	});
	if (!done || !('otherId' in done)) return done as WrittenContact | undefined;
	const otherId = done.otherId as string;
	return await api.alone(
		otherId,
		async () => await writeTo(await getContact(api, otherId), [by as IdentifierName]),
	);

	async function writeTo(existing: Contact, foreign: IdentifierName[]): Promise<WrittenContact> {
		if (externalId) refuseOtherId(existing, externalId, by);
		if (options.onExisting === 'doNothing') return unchanged(existing, options);
		const own = withoutForeign(existing, wanted, foreign);
		const written = await write(api, existing, own, options);
		const isChanged = (name: string) => written.changedFields.includes(name);
		await remember(
			api,
			{
				...(isChanged('email') && { email: own.email }),
				...(isChanged('phone') && { phone: own.phone }),
				...(externalId && isChanged(`customFields.${externalId.field.id}`) && { externalId }),
			},
			written,
		);
		return written;
	}
}

async function created(
	api: HighLevelClient,
	answer: Contact,
	wanted: ContactFields,
	options: Upsert,
): Promise<WrittenContact> {
	const { tags, ...fields } = wanted;
	const written = creatable(fields, undefined, options);
	const contact = await shownAfter(api, answer.id, written, answer);
	const stored = storedOf({ id: contact.id }, everything(written), contact);
	// What a new contact was given, it has.
	const given = { ...stored, changed: [...stored.changed, ...stored.unconfirmed], unconfirmed: [] };
	const withTags = tags?.length && options.tagsMode !== 'remove' ? ['tags'] : [];
	const changedFields = [...given.changed, ...withTags];
	return {
		outcome: 'created',
		changedFields,
		changes: changesOf(
			changedFields,
			() => null,
			(name) => valueNamed(contact, name),
		),
		synced: syncedNow(contact, wanted, options.sync, given.ignored),
		...untaken(given),
		...contact,
	};
}

function unchanged(contact: Contact, { sync }: UpsertOptions): WrittenContact {
	const synced = syncedNow(contact, {}, sync, []);
	return { outcome: 'unchanged', changedFields: [], changes: {}, synced, ...contact };
}
