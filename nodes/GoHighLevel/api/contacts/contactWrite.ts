import type { IDataObject } from 'n8n-workflow';

import { making } from '../../../core/operation/request';
import { afterDone } from '../../../core/sending/done';
import type { OnExisting } from '../../../core/editor/writeOptions';
import { Failure } from '../../../core/failure';
import { isEmpty, plainText } from '../../../core/values/texts';
import type { ListChanges, ListMode } from '../../../core/values/listChanges';
import type { Synced } from '../../../core/syncing/lastSynced';
import { latestRules, rememberSynced } from '../../../core/syncing/recentSyncs';
import { changedList, hasName, listChanges } from '../../../core/values/listChanges';
import type { FieldChanges } from '../../../core/changes';
import { changesOf } from '../../../core/changes';
import { ownValue } from '../../../core/values/ownValue';
import { record } from '../answers';
import type { HighLevelClient } from '../client';
import { request } from '../request';
import type { Changes, Stored } from './contactChanges';
import { changesBetween, hasTag, isPartlyShown, storedOf, tagsOf, valueNamed } from './contactChanges';
import { changedCustomFields, isPart } from '../customFields/changes';
import { customFieldsOf } from '../customFields/value';
import type { Identifier } from './contacts';
import { addTags, findDuplicate, getContact, putContact, removeTags } from './contacts';
import type { Contact, ContactFields } from './contact';
import { contactBody } from './contact';
import type { SyncOptions } from './syncing/contactSync';
import { isSyncing, planSync, syncedNow, withLost } from './syncing/contactSync';

export interface WriteOptions {
	tagsMode: ListMode;
	/** Compare first, and send only what differs. */
	writeOnlyChanges: boolean;
	/** `fillEmpty` leaves fields alone that have a value. */
	onExisting?: OnExisting;
	sync: SyncOptions;
}

/** A contact after a write, with what the write did to it. */
export type WrittenContact = Contact & {
	outcome: 'created' | 'updated' | 'unchanged' | 'wouldCreate' | 'wouldUpdate';
	/** API names of the fields that are other than before; custom fields as `customFields.<id>`. */
	changedFields: string[];
	/** The same fields: what they had, and have now as HighLevel answers it. */
	changes: FieldChanges;
	/** What the contact was given last, field by field, for the next write; in a dry run, what came in. */
	synced?: Synced;
	/** Fields that HighLevel has accepted and not stored, by the same names; left out where there is none. */
	ignoredFields?: string[];
	/** Fields that HighLevel has accepted, and never shows; left out where there is none. */
	unconfirmedFields?: string[];
};

/** HighLevel's own upsert; `body` has an email or phone that HighLevel finds this contact by. */
const postUpsert = request(
	{ endpoint: 'POST /contacts/upsert', scopes: ['contacts.write'], further: [findDuplicate] },
	(path) =>
		async (api: HighLevelClient, contactId: string, body: IDataObject): Promise<Contact> => {
			const { locationId } = api;
			return await api.postRepeatable(path(), record<Contact>('contact', contactId), { locationId, ...body });
		},
);

/** What may be requested to write to a contact that is there. */
export const MADE_TO_WRITE = [putContact, getContact, addTags, removeTags, postUpsert];

/**
 * Writes fields and tags to a contact whose id is known.
 *
 * @param wantedOf called when it is this write's turn: what it reads must not let a later write overtake it
 */
export const updateContact = making(
	putContact,
	MADE_TO_WRITE,
	async (
		api: HighLevelClient,
		contactId: string,
		wantedOf: () => Promise<ContactFields>,
		options: WriteOptions,
	): Promise<WrittenContact> => {
		return await api.alone(contactId, async () => {
			const wanted = await wantedOf();
			if (isCompared(options) || wanted.customFields?.some(({ value }) => isPart(value))) {
				return await write(api, await getContact(api, contactId), wanted, options);
			}
			const blind = { id: contactId };
			const written = await write(api, blind, wanted, options, false);
			// Nothing was to be written, so nothing has told yet whether the contact is there.
			return written.outcome === 'unchanged'
				? { ...result(written), ...(await getContact(api, contactId)) }
				: written;
		});
	},
);

function result(
	written: WrittenContact,
): Pick<
	WrittenContact,
	'outcome' | 'changedFields' | 'changes' | 'synced' | 'ignoredFields' | 'unconfirmedFields'
> {
	const { outcome, changedFields, changes, synced, ignoredFields, unconfirmedFields } = written;
	return {
		outcome,
		changedFields,
		changes,
		synced,
		...(ignoredFields ? { ignoredFields } : {}),
		...(unconfirmedFields ? { unconfirmedFields } : {}),
	};
}

/**
 * Writes what is wanted to a contact that has been read. Call it within `alone`.
 *
 * @param isRead false where nothing but its id is known of the contact
 */
export async function write(
	api: HighLevelClient,
	existing: Contact,
	wanted: ContactFields,
	options: WriteOptions,
	isRead = true,
): Promise<WrittenContact> {
	const onlyEmpty = options.onExisting === 'fillEmpty';
	const sync = { ...options.sync, rules: latestRules(api.account, options.sync.rules, existing.id) };
	const plan =
		isRead && isCompared(options)
			? await planSync(api, existing, wanted, sync, { tagsMode: options.tagsMode, onlyEmpty })
			: undefined;
	const changes = plan ? changesBetween(existing, plan.fields, onlyEmpty) : everything(wanted, existing);
	const tags = plan?.tags ? someOf(plan.tags) : tagChanges(existing, wanted.tags ?? [], options);

	const { companyName, gender, ...fields } = changes.fields;
	const before = isRead ? existing : undefined;
	const had = before && ((name: string) => valueNamed(before, name));
	if (api.isDryRun) return wouldUpdate(existing, { had, changes, tags, lost: plan?.lost });
	let contact = existing;
	const stored: Stored = { changed: [], ignored: [], unconfirmed: [] };
	const take = async (written: ContactFields, answer: Contact) => {
		const after = await shownAfter(api, existing.id, written, answer);
		contact = { ...contact, ...cleared(written), ...after };
		const { changed, ignored, unconfirmed } = storedOf(before, partOf(changes, written), after);
		stored.changed.push(...changed);
		stored.ignored.push(...ignored);
		stored.unconfirmed.push(...unconfirmed);
	};
	const takeTags = (after: string[], areStored: boolean) => {
		contact = { ...contact, tags: after };
		stored[areStored ? 'changed' : 'ignored'].push('tags');
	};
	/** A request of its own, which may fail when others have been carried out. */
	const step = async (work: () => Promise<void>) => {
		const what = `Contact ${existing.id} was updated (${stored.changed.join(', ')})`;
		const details = { contactId: existing.id, updated: true };
		const done = { what, missing: 'but not with everything', details };
		await (stored.changed.length > 0 ? afterDone(done, work) : work());
	};

	const put: ContactFields = { ...fields, ...(tags.replace ? { tags: tags.replace } : {}) };
	if (Object.keys(put).length > 0) {
		await take(put, await putContact(api, existing.id, put));
		if (tags.replace)
			takeTags(
				tagsOf(contact),
				tags.replace.every((tag) => hasTag(contact, tag)),
			);
	}
	if (companyName !== undefined || gender !== undefined) {
		const rest = { companyName, gender };
		await step(async () => await take(rest, await writeByUpsert(api, contact, rest)));
	}
	const { add, remove } = tags;
	if (add) {
		await step(async () => {
			const after = await addTags(api, existing.id, add);
			takeTags(
				after,
				add.every((tag) => hasName(after, tag)),
			);
		});
	}
	if (remove) {
		await step(async () => {
			const after = await removeTags(api, existing.id, remove);
			takeTags(after, !remove.some((tag) => hasName(after, tag)));
		});
	}
	const changedFields = [...new Set(stored.changed)];
	const ignored = stored.ignored.filter((name) => !changedFields.includes(name));
	const changed = changesOf(changedFields, had, (name) => valueNamed(contact, name));
	return {
		outcome: changedFields.length > 0 ? 'updated' : 'unchanged',
		changedFields,
		changes: plan ? withLost(changed, existing, plan.lost, ignored) : changed,
		synced: rememberSynced(api.account, syncedNow(contact, wanted, sync, ignored, plan?.settled)),
		...untaken({ ...stored, ignored }),
		...contact,
	};
}

/** Whether the contact is compared with what is wanted, so that only what differs is written. */
function isCompared({ writeOnlyChanges, onExisting, sync }: WriteOptions): boolean {
	return writeOnlyChanges || onExisting === 'fillEmpty' || isSyncing(sync);
}

interface Planned {
	/** Reads a field of the contact, where it was read. */
	had: ((name: string) => unknown) | undefined;
	changes: Changes;
	tags: TagChanges;
	lost: Map<string, unknown> | undefined;
}

/** What a write would do, in a dry run. */
function wouldUpdate(
	existing: Contact,
	{ had, changes: planned, tags: tagged, lost }: Planned,
): WrittenContact {
	const { fields, names } = planned;
	const { add = [], remove = [], replace } = tagged;
	const tags = replace ?? changedList(tagsOf(existing), { add, remove });
	const isTagged = add.length > 0 || remove.length > 0 || replace !== undefined;
	const changedFields = [...names, ...(isTagged ? ['tags'] : [])];
	const to = (name: string) => (name === 'tags' ? tags : valueNamed(fields, name));
	const changes = changesOf(changedFields, had, to);
	return {
		outcome: changedFields.length > 0 ? 'wouldUpdate' : 'unchanged',
		changedFields,
		changes: lost ? withLost(changes, existing, lost) : changes,
		...existing,
	};
}

/** The fields that were written and are not known to be stored; none are named where there is none. */
export function untaken({
	ignored,
	unconfirmed,
}: Stored): Pick<WrittenContact, 'ignoredFields' | 'unconfirmedFields'> {
	return {
		...(ignored.length > 0 ? { ignoredFields: ignored } : {}),
		...(unconfirmed.length > 0 ? { unconfirmedFields: unconfirmed } : {}),
	};
}

/** The contact as it is after a write; it is read where the answer does not show all that was written. */
export async function shownAfter(
	api: HighLevelClient,
	contactId: string,
	written: ContactFields,
	answer: Contact,
): Promise<Contact> {
	if (!isPartlyShown(written, answer)) return answer;
	const done = {
		what: `Contact ${contactId} was written`,
		missing: 'but what HighLevel stored of it is not known',
		details: { contactId, mayHaveHappened: true },
	};
	return { ...answer, ...(await afterDone(done, async () => await getContact(api, contactId))) };
}

/** What of the changes was written at once. */
function partOf({ names }: Changes, written: ContactFields): Changes {
	const custom = (written.customFields ?? []).map(({ id }) => `customFields.${id}`);
	const isWritten = (name: string) =>
		custom.includes(name) || ownValue(written as Record<string, unknown>, name) !== undefined;
	return { fields: written, names: names.filter(isWritten) };
}

/** HighLevel's answer leaves a cleared field out, which would keep the value that was read before. */
function cleared(fields: ContactFields): Record<string, null> {
	return Object.fromEntries(
		Object.entries(fields).flatMap(([name, value]) => (value === null ? [[name, null]] : [])),
	) as Record<string, null>;
}

/**
 * All that is wanted, whether the contact has it or not; of text boxes and files, which are added to what the contact
 * has, what it lacks.
 */
export function everything(wanted: ContactFields, existing?: Contact): Changes {
	const { tags: _tags, customFields = [], ...plain } = wanted;
	const given = Object.entries(plain).filter(([, value]) => value !== undefined);
	const values = customFields.flatMap((field) =>
		isPart(field.value) ? changedCustomFields(existing ? customFieldsOf(existing) : [], [field]) : [field],
	);
	const fields = { ...Object.fromEntries(given), ...(values.length > 0 ? { customFields: values } : {}) };
	return { fields, names: [...given.map(([name]) => name), ...values.map(({ id }) => `customFields.${id}`)] };
}

interface TagChanges {
	add?: string[];
	remove?: string[];
	replace?: string[];
}

/** The changes of tags that there are: none where nothing is to be added, or taken away. */
function someOf({ add, remove }: ListChanges): TagChanges {
	return { ...(add.length > 0 ? { add } : {}), ...(remove.length > 0 ? { remove } : {}) };
}

/** Adding and removing go to the routes for tags, which cannot undo what another flow adds at the same moment. */
function tagChanges(
	existing: Contact,
	tags: string[],
	{ tagsMode, writeOnlyChanges, onExisting }: WriteOptions,
): TagChanges {
	const onlyEmpty = onExisting === 'fillEmpty';
	const changes = listChanges(tagsOf(existing), tags, {
		mode: tagsMode,
		compared: writeOnlyChanges || onlyEmpty,
		onlyEmpty,
		isFree: isEmpty(existing.tags),
	});
	if (!changes) return {};
	return tagsMode === 'replace' ? { replace: tags } : { [tagsMode]: changes[tagsMode] };
}

/**
 * Company name and gender are accepted when a contact is created or upserted, but not by an update. The upsert gets
 * nothing but these and the contact's own first e-mail or phone, once it is sure that HighLevel finds this contact
 * by it.
 */
async function writeByUpsert(
	api: HighLevelClient,
	contact: Contact,
	fields: ContactFields,
): Promise<Contact> {
	const identifier = await identifierOf(api, contact);
	if (!identifier) {
		throw new Failure(
			'HighLevel changes company name and gender only for a contact that it finds by e-mail or phone',
			`Change them in HighLevel for contact ${contact.id}, or leave them out; other fields were written.`,
			{ field: 'companyName, gender', contactId: contact.id },
		);
	}
	return await postUpsert(api, contact.id, contactBody({ ...identifier, ...fields }));
}

/** The first e-mail or phone of the contact, whichever HighLevel finds this contact and no other by. */
async function identifierOf(
	api: HighLevelClient,
	{ id, email, phone }: Contact,
): Promise<Identifier | undefined> {
	const [ownEmail, ownPhone] = [plainText(email), plainText(phone)];
	const identifiers = [
		...(ownEmail ? [{ email: ownEmail }] : []),
		...(ownPhone ? [{ phone: ownPhone }] : []),
	];
	for (const identifier of identifiers) {
		const found = await findDuplicate(api, identifier);
		if (!found || found.id === id) return identifier;
	}
	return undefined;
}
