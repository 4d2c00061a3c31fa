import type { IdentifierConflict, OnExisting } from '../../../core/editor/writeOptions';
import { Failure } from '../../../core/failure';
import { making } from '../../../core/operation/request';
import { changesOf } from '../../../core/changes';
import { formsOf } from '../../../core/values/phones';
import type { HighLevelClient } from '../client';
import {
	hasAdditionalEmail,
	hasAdditionalPhone,
	hasEmail,
	hasPhone,
	storedOf,
	valueNamed,
} from './contactChanges';
import { changedCustomFields } from '../customFields/changes';
import { hasFiles } from '../customFields/files';
import type { WriteOptions, WrittenContact } from './contactWrite';
import { everything, MADE_TO_WRITE, shownAfter, untaken, write } from './contactWrite';
import type { Identifier } from './contacts';
import { findContact, findDuplicate, getContact } from './contacts';
import { locationSettings } from '../locations';
import { personOf, recall, remember } from './recentContacts';
import { createContactInTurn } from './contactCreate';
import { e164 } from '../phones';
import type { Contact, ContactFields } from './contact';

export interface UpsertOptions extends WriteOptions {
	onExisting: OnExisting;
	identifierConflict: IdentifierConflict;
}

/**
 * Creates the contact, or writes to the one that has this e-mail or phone, without ever replacing a first e-mail or
 * phone because an additional one matched, and without guessing when e-mail and phone belong to two contacts.
 * HighLevel's own upsert does both, and replaces all tags.
 *
 * @param wantedOf called when it is this item's turn: what it reads must not let a later item overtake it
 */
export const upsertContact = making(
	createContactInTurn,
	MADE_TO_WRITE,
	async (
		api: HighLevelClient,
		identity: { email: string; phone: string },
		wantedOf: () => Promise<ContactFields>,
		options: UpsertOptions,
	): Promise<WrittenContact> => {
		if (!identity.email && !identity.phone) {
			throw new Failure(
				'There is neither an e-mail nor a phone to find the contact by',
				'Map at least one of "Email" and "Phone", or skip such items under Options > If Email and Phone Are Empty. Nothing was sent for this item.',
				{ field: 'email, phone' },
			);
		}
		return await api.account.forPerson(
			personOf(identity),
			async () => {
				const wanted = await wantedOf();
				const match = await findOrCreate(api, wanted, options);
				if ('created' in match) return await created(api, match.created, wanted, options);
				const written = await writeToMatch(api, match, wanted, options);
				// The match was deleted, and the search does not know that yet.
				return written ?? (await created(api, await create(api, wanted, options), wanted, options));
			},
			api.signal,
		);
	},
);

type IdentifierName = 'email' | 'phone';

interface Match {
	contactId: string;
	by: IdentifierName;
}

/**
 * Where the location refuses duplicates, creating is the quickest way to look: HighLevel names the contact that is
 * in the way. Elsewhere the search has to come first, and so it has in a dry run, with files, which are uploaded before the contact
 * is written, and with a phone that may be stored in another form, in which HighLevel does not see it.
 */
async function findOrCreate(
	api: HighLevelClient,
	wanted: ContactFields,
	options: UpsertOptions,
): Promise<Match | { created: Contact }> {
	const settings = await locationSettings(api);
	const hasForms = wanted.phone ? formsOf(await e164(api, wanted.phone)).length > 1 : false;
	if (settings?.allowDuplicateContact !== false || hasFiles(wanted) || hasForms || api.isDryRun) {
		const match = await findMatch(api, wanted, options);
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
	options: UpsertOptions,
): Promise<Contact> {
	return await createContactInTurn(api, creatable(fields, tags, options));
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
	options: UpsertOptions,
	error: unknown,
): Promise<Match> {
	const isLost = error instanceof Failure && error.details.mayHaveHappened === true;
	const match = isLost ? await findMatch(api, wanted, options).catch(() => undefined) : undefined;
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

async function findMatch(
	api: HighLevelClient,
	{ email, phone }: ContactFields,
	{ identifierConflict }: UpsertOptions,
): Promise<Match | undefined> {
	const byEmail = async () => await (email ? match(api, { email }, 'email') : undefined);
	const byPhone = async () => await (phone ? match(api, { phone }, 'phone') : undefined);
	return identifierConflict === 'preferPhone'
		? ((await byPhone()) ?? (await byEmail()))
		: ((await byEmail()) ?? (await byPhone()));
}

async function match(
	api: HighLevelClient,
	identifier: Identifier,
	by: IdentifierName,
): Promise<Match | undefined> {
	const contactId = await ownerOf(api, identifier);
	return contactId === undefined ? undefined : { contactId, by };
}

/** The id of the contact that has this e-mail or phone, also when the search does not know it yet. */
async function ownerOf(api: HighLevelClient, identifier: Identifier): Promise<string | undefined> {
	return (await findDuplicate(api, identifier))?.id ?? (await recall(api, identifier));
}

/** Writes to the contact that matched; `undefined` when it is gone. */
async function writeToMatch(
	api: HighLevelClient,
	{ contactId, by }: Match,
	wanted: ContactFields,
	options: UpsertOptions,
): Promise<WrittenContact | undefined> {
	const done = await api.alone(contactId, async () => {
		const existing = await findContact(api, contactId);
		if (!existing) return undefined;
		const otherId = await ownerOfOther(api, existing, by, wanted);
		if (otherId === undefined) return await writeTo(existing);

		const preferred = preferredIn(options, { [by]: contactId, [other(by)]: otherId });
		return preferred === by ? await writeTo(existing, other(by)) : { otherId };
	});
	if (!done || !('otherId' in done)) return done as WrittenContact | undefined;
	const otherId = done.otherId as string;
	return await api.alone(otherId, async () => await writeTo(await getContact(api, otherId), by));

	async function writeTo(existing: Contact, foreign?: IdentifierName): Promise<WrittenContact> {
		if (options.onExisting === 'doNothing') return unchanged(existing);
		const own = withoutForeign(existing, wanted, foreign);
		const written = await write(api, existing, own, options);
		const isChanged = (name: IdentifierName) => written.changedFields.includes(name);
		await remember(
			api,
			{ ...(isChanged('email') && { email: own.email }), ...(isChanged('phone') && { phone: own.phone }) },
			written,
		);
		return written;
	}
}

/** The id of the other contact to which the identifier belongs that did not match; `undefined` when there is none. */
async function ownerOfOther(
	api: HighLevelClient,
	existing: Contact,
	by: IdentifierName,
	{ email, phone }: ContactFields,
): Promise<string | undefined> {
	if (!email || !phone) return undefined;
	if (by === 'email' ? hasPhone(existing, phone) : hasEmail(existing, email)) return undefined;
	const ownerId = await ownerOf(api, by === 'email' ? { phone } : { email });
	if (ownerId === undefined || ownerId === existing.id) return undefined;
	// The search may still name a contact that was deleted or merged into this one.
	return (await findContact(api, ownerId))?.id;
}

function preferredIn({ identifierConflict }: UpsertOptions, ids: Record<string, string>): IdentifierName {
	if (identifierConflict === 'preferEmail') return 'email';
	if (identifierConflict === 'preferPhone') return 'phone';
	throw new Failure(
		`E-mail and phone belong to two contacts: the e-mail to ${ids.email}, the phone to ${ids.phone}`,
		'Nothing was written. Merge the two in HighLevel, or choose one under Options > If Email and Phone Differ.',
		{ field: 'email, phone', emailContactId: ids.email, phoneContactId: ids.phone },
	);
}

function other(by: IdentifierName): IdentifierName {
	return by === 'email' ? 'phone' : 'email';
}

/** Leaves out what would take an identifier from another contact, or replace a first one by an additional one. */
function withoutForeign(
	existing: Contact,
	{ email, phone, ...others }: ContactFields,
	foreign: IdentifierName | undefined,
): ContactFields {
	const keepEmail = email && foreign !== 'email' && !hasAdditionalEmail(existing, email);
	const keepPhone = phone && foreign !== 'phone' && !hasAdditionalPhone(existing, phone);
	return { ...others, ...(keepEmail ? { email } : {}), ...(keepPhone ? { phone } : {}) };
}

async function created(
	api: HighLevelClient,
	answer: Contact,
	wanted: ContactFields,
	options: UpsertOptions,
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
		...untaken(given),
		...contact,
	};
}

function unchanged(contact: Contact): WrittenContact {
	return { outcome: 'unchanged', changedFields: [], changes: {}, ...contact };
}
