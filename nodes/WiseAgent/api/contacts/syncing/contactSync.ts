import type { FieldChanges } from '../../../../core/changes';
import type { OnExisting } from '../../../../core/editor/writeOptions';
import type { SyncRules } from '../../../../core/syncing/decide';
import { decide, decideList } from '../../../../core/syncing/decide';
import type { Synced } from '../../../../core/syncing/lastSynced';
import { givenOf, knows, storedOf, syncedAfter, syncedTo } from '../../../../core/syncing/lastSynced';
import type { ListChanges, ListMode } from '../../../../core/values/listChanges';
import { hasName } from '../../../../core/values/listChanges';
import { ownValue } from '../../../../core/values/ownValue';
import { isEmpty, listOf } from '../../../../core/values/texts';
import type { Contact } from '../../reading/records';
import { categoriesOf, changeable, valueNamed } from '../contactChanges';
import type { ContactFields } from '../contactFields';
import { updatedAt } from '../contactsSince';
import { isNeverShown, isSameValue, PARTS, shownValue, wantedValues, WHOLE } from './fieldValues';

/** How a contact of another system finds its way to one of Wise Agent. */
export interface ContactSync extends SyncRules {
	/** The contact as the sync in the other direction read it last. */
	lastRead?: Contact;
}

/** What to write of the fields of a contact, categories aside, and what became of those that both sides had changed. */
export interface SyncedFields {
	fields: ContactFields;
	/** Field -> the value that lost; it is the source's where the field is not among `fields`. */
	lost: Map<string, unknown>;
}

/** The rules for one contact: what was synced to or read from another one says nothing about it. */
export function rulesFor(contact: Contact, sync: ContactSync): ContactSync {
	const id = String(contact.ClientID);
	const { lastSynced, lastRead, ...rules } = sync;
	return {
		...rules,
		lastSynced: syncedTo(lastSynced, id),
		...(lastRead && String(lastRead.ClientID) === id ? { lastRead } : {}),
		targetChangedAt: updatedAt(contact) || undefined,
	};
}

/** Whether the rules say more than to write what differs. */
export function isSynced({ lastSynced, lastRead, onlyIfEmpty }: ContactSync): boolean {
	return lastSynced !== undefined || lastRead !== undefined || onlyIfEmpty.length > 0;
}

/** What the rules have written of the fields that are wanted. */
export function syncedFields(existing: Contact, wanted: ContactFields, rules: ContactSync): SyncedFields {
	const values = wantedValues({ ...changeable(wanted), wholeAddress: wanted.wholeAddress });
	const { lastSynced, lastRead } = rules;
	const shown = (name: string) => {
		if (!isNeverShown(name)) return shownValue(existing, name);
		return knows(lastSynced, name) ? storedOf(lastSynced, name) : undefined;
	};
	const read = (name: string) =>
		lastRead && hasRead(lastRead, name) ? shownValue(lastRead, name) : undefined;
	const { write, lost } = decide(
		[...values.keys()],
		{ wanted: (name) => values.get(name), current: shown, lastRead: read, isSame: isSameValue },
		{ ...rules, onlyIfEmpty: withAddress(rules.onlyIfEmpty) },
	);
	const names = [...write, ...(write.includes(WHOLE) ? differingParts(existing, wanted) : [])];
	const fields = Object.fromEntries(
		names.filter((name) => name !== WHOLE).map((name) => [name, ownValue({ ...wanted }, name)]),
	) as ContactFields;
	return { fields, lost: lostByField(existing, wanted, lost, fields) };
}

function hasRead(lastRead: Contact, name: string): boolean {
	const names = name === WHOLE ? PARTS : name === 'ContactStatus' ? ['Status'] : [name];
	return names.every((own) => Object.hasOwn(lastRead, own));
}

/** Address and its parts are one for whoever chooses them, however they are mapped. */
function withAddress(names: string[]): string[] {
	const isChosen = names.some((name) => [WHOLE, ...PARTS].includes(name));
	return isChosen ? [...names, WHOLE, ...(names.includes(WHOLE) ? PARTS : [])] : names;
}

function differingParts(existing: Contact, wanted: ContactFields): Array<(typeof PARTS)[number]> {
	return PARTS.filter((name) => !isSameValue(name, existing[name], wanted[name]));
}

/** The address that lost, by the parts that differ. */
function lostByField(
	existing: Contact,
	wanted: ContactFields,
	lost: Map<string, unknown>,
	fields: ContactFields,
): Map<string, unknown> {
	if (!lost.has(WHOLE)) return lost;
	const isWritten = PARTS.some((name) => name in fields);
	const parts = differingParts(existing, wanted).map((name): [string, unknown] => [
		name,
		isWritten ? existing[name] : wanted[name],
	]);
	return new Map([...[...lost].filter(([name]) => name !== WHOLE), ...parts]);
}

/** The same for categories; `undefined` where these have to be compared as without a sync. */
export function syncedCategories(
	existing: Contact,
	wanted: string[] | undefined,
	mode: ListMode,
	rules: ContactSync,
): { changes: ListChanges | undefined } | undefined {
	const { lastSynced, lastRead, onlyIfEmpty } = rules;
	if (onlyIfEmpty.includes('Categories') && !isEmpty(existing.Categories)) return { changes: undefined };
	if (!wanted || !knows(lastSynced, 'Categories')) return undefined;
	const last = namesGiven(givenOf(lastSynced, 'Categories'));
	const read = lastRead && Object.hasOwn(lastRead, 'Categories') ? categoriesOf(lastRead) : undefined;
	return { changes: decideList(categoriesOf(existing), wanted, mode, last, read) };
}

function namesGiven(value: unknown): string[] {
	return isEmpty(value) ? [] : listOf(value, 'Categories');
}

/** What both sides had changed, as `changes` has it. */
export function changesWithLost(
	changes: FieldChanges,
	before: Contact,
	lost: Map<string, unknown>,
): FieldChanges {
	const entries = [...lost].map(([name, value]): [string, FieldChanges[string]] => {
		const had = valueNamed(before, name) ?? null;
		const change = ownValue(changes, name) ?? { from: had, to: had };
		return [name, { ...change, lost: value ?? null }];
	});
	return { ...changes, ...Object.fromEntries(entries) };
}

/** A contact before and after a write. */
export interface Settling {
	/** Nothing where the contact was created. */
	before?: Contact;
	after: Contact;
	wanted: ContactFields;
	/** Names of the fields that were written. */
	written: string[];
	/** What was done to categories. */
	categories?: ListChanges;
	onExisting?: OnExisting;
}

/**
 * What is synced now: the fields that the contact has as they are wanted. What was written and is as it was before was
 * passed over, and what was not written although it differs was kept: of these, what was last synced stays.
 */
export function nowSynced(rules: ContactSync | undefined, settling: Settling): Synced {
	const { before, after, wanted, written } = settling;
	const settled = new Map<string, { given: unknown; stored: unknown }>();
	const values = wantedValues({ ...changeable(wanted), wholeAddress: wanted.wholeAddress });
	for (const [name, given] of values) {
		const isWritten = (name === WHOLE ? PARTS : [name]).some((own) => written.includes(own));
		const stored = isNeverShown(name) ? given : shownValue(after, name);
		const isKept = before !== undefined && isSameValue(name, stored, shownValue(before, name));
		if (isNeverShown(name) ? isWritten : isSameValue(name, stored, given) || (isWritten && !isKept)) {
			settled.set(name, { given, stored });
		}
	}
	const { Categories: names } = wanted;
	const onlyEmpty = settling.onExisting === 'fillEmpty' || rules?.onlyIfEmpty.includes('Categories');
	if (names && isListSettled(names, settling, onlyEmpty))
		settled.set('Categories', { given: names, stored: names });
	return syncedAfter(String(after.ClientID), rules?.lastSynced, settled);
}

/** Whether a list was not kept as it was, and has what was added to it. */
function isListSettled(names: string[], { after, categories }: Settling, onlyEmpty = false): boolean {
	const has = (name: string) => hasName(categoriesOf(after), name);
	if (onlyEmpty && !names.every(has)) return false;
	return !categories || (categories.add.every(has) && !categories.remove.some(has));
}
