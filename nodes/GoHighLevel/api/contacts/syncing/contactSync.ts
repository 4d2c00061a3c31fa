import type { IDataObject } from 'n8n-workflow';

import type { FieldChanges } from '../../../../core/changes';
import type { SyncRules } from '../../../../core/syncing/decide';
import { decide, decideList } from '../../../../core/syncing/decide';
import type { Synced } from '../../../../core/syncing/lastSynced';
import { givenOf, knows, storedOf, syncedAfter, syncedTo } from '../../../../core/syncing/lastSynced';
import type { ListChanges, ListMode } from '../../../../core/values/listChanges';
import { ownValue } from '../../../../core/values/ownValue';
import { isEmpty, plainText } from '../../../../core/values/texts';
import { timeOf } from '../../answers';
import type { HighLevelClient } from '../../client';
import type { Contact, ContactFields } from '../contact';
import { isNeverShown, isSameValue, tagsOf, valueNamed } from '../contactChanges';
import type { Parts } from './contactParts';
import { only, partsOf, readerOf, withoutFilesBeside } from './contactParts';

/** How a write keeps the contact in sync with a record of another system. */
export interface SyncOptions {
	rules: SyncRules;
	/** The contact as the sync in the other direction read it last, as Get returns it. */
	lastRead?: IDataObject;
	/** ID of the custom field that links the contact to the other record; it is written whenever it differs. */
	linkField?: string;
}

/** Whether there is anything to compare with besides the contact itself. */
export function isSyncing({ rules, lastRead }: SyncOptions): boolean {
	return rules.lastSynced !== undefined || lastRead !== undefined || rules.onlyIfEmpty.length > 0;
}

/** What is to be done so that both sides keep their edits. */
export interface SyncPlan {
	/** What is to be written of what is wanted, without `tags`. */
	fields: ContactFields;
	/** `undefined` where the tags are compared as if they had never been synced. */
	tags?: ListChanges;
	/** Field, as `changedFields` names it -> the value that lost. */
	lost: Map<string, unknown>;
	/** What is settled by the write, in the names of `Synced`. */
	settled: string[];
}

/**
 * Decides what to write to a contact that was read.
 *
 * @param how `onlyEmpty`: write no field that has a value
 */
export async function planSync(
	api: HighLevelClient,
	existing: Contact,
	wanted: ContactFields,
	{ rules: given, lastRead, linkField }: SyncOptions,
	how: { tagsMode: ListMode; onlyEmpty: boolean },
): Promise<SyncPlan> {
	const parts = partsOf(wanted, linkField);
	const names = [...parts.keys()];
	const isGuarded = (name: string) =>
		how.onlyEmpty || given.onlyIfEmpty.includes(parts.get(name)?.option ?? name);
	const lastSynced = syncedTo(given.lastSynced, existing.id);
	const rules = {
		...given,
		lastSynced,
		onlyIfEmpty: names.filter(isGuarded),
		targetChangedAt: timeOf(existing.dateUpdated),
	};
	const read = lastRead?.id === existing.id ? await readerOf(api, lastRead as Contact) : undefined;
	const current = (name: string) => {
		const isUnseen = isNeverShown(existing, name) && knows(lastSynced, name);
		return isUnseen ? storedOf(lastSynced, name) : parts.get(name)?.of(existing);
	};
	const decision = decide(
		names,
		{
			current,
			wanted: (name) => parts.get(name)?.wanted,
			isSame: (name, a, b) => isSameValue(parts.get(name)?.field ?? name, a, b),
			lastRead: read && ((name) => read(parts.get(name))),
		},
		rules,
	);
	const keepsTags = isGuarded('tags') && !how.onlyEmpty && tagsOf(existing).length > 0;
	const lastTags = read ? tagsRead(lastRead as Contact) : undefined;
	return {
		fields: only(
			isGuarded('customFields') ? withoutFilesBeside(existing, wanted) : wanted,
			decision.write,
			linkField,
		),
		tags: keepsTags ? NO_CHANGES : tagsPlan(existing, wanted.tags, lastSynced, how, lastTags),
		lost: lostOf(parts, decision.lost),
		settled: [...decision.write, ...decision.equal, ...(wanted.tags && !keepsTags ? ['tags'] : [])],
	};
}

const NO_CHANGES: ListChanges = { add: [], remove: [] };

function tagsPlan(
	existing: Contact,
	wanted: string[] | undefined,
	lastSynced: Synced | undefined,
	{ tagsMode, onlyEmpty }: { tagsMode: ListMode; onlyEmpty: boolean },
	lastRead: string[] | undefined,
): ListChanges | undefined {
	if (!wanted || !knows(lastSynced, 'tags')) return undefined;
	const last = namesIn(givenOf(lastSynced, 'tags'));
	const changes = decideList(tagsOf(existing), wanted, tagsMode, last, lastRead) ?? NO_CHANGES;
	return onlyEmpty ? { ...changes, remove: [] } : changes;
}

function tagsRead({ tags }: Contact): string[] | undefined {
	return Array.isArray(tags) ? namesIn(tags) : undefined;
}

function namesIn(value: unknown): string[] {
	return Array.isArray(value) ? value.map(plainText).filter((name) => name !== '') : [];
}

/** The values that lost, under the names of `changedFields`; of a text box list those of its boxes. */
function lostOf(parts: Parts, lost: Map<string, unknown>): Map<string, unknown> {
	const byField = new Map<string, unknown>();
	for (const [name, value] of lost) {
		const { field = name, box } = parts.get(name) ?? {};
		const others = byField.get(field) as IDataObject | undefined;
		byField.set(field, box === undefined ? value : { ...others, [box]: value });
	}
	return byField;
}

/**
 * The changes with what lost. A field that keeps its value is among them only if it lost something.
 *
 * @param ignored fields that HighLevel did not take over
 */
export function withLost(
	changes: FieldChanges,
	existing: Contact,
	lost: Map<string, unknown>,
	ignored: string[] = [],
): FieldChanges {
	const entries = [...lost].filter(([field]) => !ignored.includes(field));
	const more = entries.map(([field, value]): [string, FieldChanges[string]] => {
		const kept = valueNamed(existing, field) ?? null;
		return [field, { ...(ownValue(changes, field) ?? { from: kept, to: kept }), lost: value ?? null }];
	});
	return { ...changes, ...Object.fromEntries(more) };
}

/**
 * What is synced after a write.
 *
 * @param contact as it is now
 * @param ignored fields that HighLevel did not take over: what was known of them stays
 * @param settled all that is wanted, unless told
 */
export function syncedNow(
	contact: Contact,
	wanted: ContactFields,
	{ rules, linkField }: SyncOptions,
	ignored: string[],
	settled?: string[],
): Synced {
	const parts = partsOf(wanted, linkField);
	const names = settled ?? [...parts.keys(), ...(wanted.tags ? ['tags'] : [])];
	const values = names.flatMap((name): Array<[string, { given: unknown; stored: unknown }]> => {
		const part = parts.get(name);
		if (ignored.includes(part?.field ?? name)) return [];
		if (!part) return [[name, { given: wanted.tags, stored: wanted.tags }]];
		const stored = part.of(contact);
		// HighLevel does not show everything that it stores.
		return [[name, { given: part.wanted, stored: isEmpty(stored) ? part.wanted : stored }]];
	});
	return syncedAfter(contact.id, syncedTo(rules.lastSynced, contact.id), new Map(values));
}
