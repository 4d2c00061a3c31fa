import { randomUUID } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../failure';
import { isObject, isSameJson } from '../values/objects';
import { ownValue } from '../values/ownValue';

/**
 * What the last sync of one record wrote to its counterpart, as a write returns it in `synced`, and takes it back the
 * next time.
 */
export interface Synced {
	/** The record that was written to. The values say nothing about another one. */
	id: string;
	/** The same for all syncs from one record to this one, so that those of two workflows are told apart. */
	link: string;
	/** Grows with each sync that changes the values. */
	version: number;
	/** Field -> the value as it was given, under the names that `changedFields` has. */
	values: Record<string, unknown>;
	/** Field -> the value as the service stored it; only where that is another one. */
	stored?: Record<string, unknown>;
}

/**
 * Reads what an operator maps to "Last Synced Values": `synced` itself, or its JSON text. Fields that are missing or
 * that nobody knows any more do no harm, and neither does an older format: such a field is compared as if it had never
 * been synced.
 *
 * @returns `undefined` where there is nothing
 * @throws Failure when a text is no JSON, or the value is no object
 */
export function lastSyncedOf(value: unknown, label: string): Synced | undefined {
	const { id, link, version, values, stored } = objectOf(value, label, 'the field "synced"') ?? {};
	if (!isObject(values)) return undefined;
	return {
		id: typeof id === 'number' || typeof id === 'string' ? String(id) : '',
		link: typeof link === 'string' && link !== '' ? link : newLink(),
		version: typeof version === 'number' ? version : 0,
		values,
		...(isObject(stored) ? { stored } : {}),
	};
}

/**
 * An object that an operator maps, or its JSON text.
 *
 * @param what what is to be mapped, for the remedy
 * @returns `undefined` where there is nothing
 * @throws Failure when a text is no JSON, or the value is no object
 */
export function objectOf(value: unknown, label: string, what: string): IDataObject | undefined {
	const read = typeof value === 'string' ? parsed(value.trim()) : value;
	if (read === undefined || read === null || read === '') return undefined;
	if (isObject(read)) return read;
	throw new Failure(
		`"${label}" is not what an earlier run returned`,
		`Map ${what} of the last run for this record, as an object or as JSON text. If that is lost, leave it empty: all fields are then compared as in a first sync.`,
		{ field: label },
	);
}

function parsed(text: string): unknown {
	try {
		return text === '' ? undefined : (JSON.parse(text) as unknown);
	} catch {
		return text;
	}
}

/** What was last synced to this record; nothing where it was another record. */
export function syncedTo(synced: Synced | undefined, id: string): Synced | undefined {
	return synced?.id === id ? synced : undefined;
}

/** Whether anything is known of a field, which may have been synced as empty. */
export function knows(synced: Synced | undefined, name: string): synced is Synced {
	return synced !== undefined && Object.hasOwn(synced.values, name);
}

/** The value of a field as it was given. */
export function givenOf(synced: Synced, name: string): unknown {
	return ownValue(synced.values, name);
}

/** The value of a field as the service stored it. */
export function storedOf({ values, stored }: Synced, name: string): unknown {
	return stored && Object.hasOwn(stored, name) ? ownValue(stored, name) : ownValue(values, name);
}

/**
 * What is synced after a write: the fields that the record now has as they were given, and of all others what was known
 * before.
 *
 * @param before of this record
 * @param settled field -> its value as it was given, and as the service has it now
 */
export function syncedAfter(
	id: string,
	before: Synced | undefined,
	settled: Map<string, { given: unknown; stored: unknown }>,
): Synced {
	const values = new Map(Object.entries(before?.values ?? {}));
	const stored = new Map(Object.entries(before?.stored ?? {}));
	for (const [name, { given, stored: kept }] of settled) {
		values.set(name, given ?? null);
		if (isSameJson(given, kept)) stored.delete(name);
		else stored.set(name, kept ?? null);
	}
	const now = {
		values: Object.fromEntries(values),
		...(stored.size > 0 ? { stored: Object.fromEntries(stored) } : {}),
	};
	if (before && isSameJson([now.values, now.stored], [before.values, before.stored])) return before;
	return { id, link: before?.link ?? newLink(), version: (before?.version ?? 0) + 1, ...now };
}

function newLink(): string {
	return randomUUID().slice(0, 8);
}
