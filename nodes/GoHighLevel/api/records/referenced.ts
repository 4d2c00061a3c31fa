import type { IDataObject } from 'n8n-workflow';

import type { FieldChanges } from '../../../core/changes';
import { changesOf } from '../../../core/changes';
import { HeldBack, planned } from '../../../core/heldBack';
import type { Request } from '../../../core/operation/request';
import { making, optional } from '../../../core/operation/request';
import { writeCopy } from '../../../core/references/copies';
import type { Reference } from '../../../core/references/references';
import { isSameReference } from '../../../core/references/references';
import { visibleText } from '../../../core/references/visibleText';
import { ownValue } from '../../../core/values/ownValue';
import type { HighLevelClient } from '../client';
import { undefinedWhenGone, undefinedWhenRefused } from '../errors';
import { referenceOf, references, withReference } from './references';

/** A note or a task after a write, with what the write did to it. */
export type Written<T> = {
	outcome: 'created' | 'unchanged' | 'updated';
	/** API names of the fields that are other than before; `reference` where that is. */
	changedFields: string[];
	/** The same fields: what they had, where that was read, and have now. */
	changes: FieldChanges;
} & T;

/** What the copy of a record of another system is written with. */
export interface Copy<Fields> {
	contactId: string;
	reference: Reference;
	/** Without a reference. */
	fields: Fields;
	/** Whether a record with the same content and without a reference becomes the copy. */
	adopts: boolean;
}

type Asking<Given, Result> = Request & ((api: HighLevelClient, given: Given) => Promise<Result>);

type OfContact = { contactId: string };

/** What one kind of record has for it. */
interface Referenced<T, Id extends string, Fields> {
	/** As in texts: "note". */
	one: string;
	id: Id;
	list: Asking<OfContact, T[]>;
	get: Asking<OfContact & Record<Id, string>, T>;
	/** Creates a record; one that has its reference already is the wanted one. */
	create: Asking<OfContact & Fields, T>;
	put: Asking<OfContact & Record<Id, string> & Fields, T>;
	/** Whether a field other than the text has a value already. */
	isSame: (name: string, current: unknown, wanted: unknown) => boolean;
	/** What must be the same in a record that becomes a copy. */
	content: string[];
	/** Throws a `Failure` where HighLevel creates no record with these fields. */
	check?: (fields: Fields) => void;
}

/** The writes to notes and tasks, whose body may end with a reference. */
export function referenced<
	T extends IDataObject & { id: string },
	Id extends string,
	Fields extends { body?: string },
>(kind: Referenced<T, Id, Fields>) {
	const { id, list, get, create, put } = kind;
	type IdsOf = OfContact & Record<Id, string>;

	const hasSame = (record: IDataObject, name: string, wanted: unknown) => {
		const current = ownValue(record, name);
		return name === 'body'
			? visibleText(String(current ?? '')) === visibleText(String(wanted))
			: kind.isSame(name, current, wanted);
	};

	/** Writes what differs. A text that is written keeps the reference of the record, unless another one is given. */
	const write = async (
		api: HighLevelClient,
		ids: IdsOf,
		existing: T | undefined,
		given: Fields,
		reference?: Reference,
	): Promise<Written<T>> => {
		const before = existing && withReference(existing);
		const parted = references.read(given.body ?? '');
		const kept = reference ?? parted.reference ?? before?.reference ?? null;
		const wanted: IDataObject = {
			...(given as IDataObject),
			...(given.body === undefined ? {} : { body: parted.text }),
		};
		const names = Object.keys(wanted).filter(
			(name) => !before || !hasSame(before, name, ownValue(wanted, name)),
		);
		const isReferred = kept !== null && (!before || !isSameReference(before.reference, kept));
		const changedFields = [...names, ...(isReferred ? ['reference'] : [])];
		const had = before && ((name: string) => ownValue(before, name));
		const would = { ...wanted, reference: kept };
		if (api.isDryRun) {
			const changes = changesOf(changedFields, had, (name) => ownValue(would, name));
			throw new HeldBack({
				effect: changedFields.length > 0 ? 'update' : 'none',
				changes,
				record: before ?? ids,
			});
		}
		if (existing && changedFields.length === 0) {
			return { outcome: 'unchanged', changedFields, changes: {}, ...withReference(existing) };
		}
		const sent = Object.fromEntries(names.map((name) => [name, ownValue(wanted, name)]));
		if (names.includes('body') || isReferred) {
			const text = String(names.includes('body') ? wanted.body : (before?.body ?? ''));
			sent.body = kept ? references.write(text, kept) : text;
		}
		const after = withReference(await put(api, { ...sent, ...ids } as never));
		const changes = changesOf(changedFields, had, (name) => ownValue(after, name));
		return { outcome: 'updated', changedFields, changes, ...after };
	};

	const created = (record: T, given: object): Written<T> => {
		const after = withReference(record);
		const changedFields = [...Object.keys(given), ...(after.reference ? ['reference'] : [])];
		const changes = changesOf(
			changedFields,
			() => null,
			(name) => ownValue(after, name),
		);
		return { outcome: 'created', changedFields, changes, ...after };
	};

	return {
		created,

		/** Writes the given fields that differ, and leaves all others as they are. */
		change: making(put, [optional(get)], async (api: HighLevelClient, given: IdsOf & Fields) => {
			const { contactId, [id]: recordId, ...fields } = given;
			const ids = { contactId, [id]: recordId } as IdsOf;
			return await api.alone(`${kind.one} ${String(recordId)}`, async () => {
				const existing = await get(api.needing(get), ids).catch(undefinedWhenRefused);
				return await write(api, ids, existing, fields as unknown as Fields);
			});
		}),

		/** Creates the copy of a record of another system, or writes to the one that is there. */
		upsertByReference: making(
			create,
			[list, optional(get), put],
			async (api: HighLevelClient, { contactId, reference, fields, adopts }: Copy<Fields>) => {
				const isAlike = (record: T) =>
					kind.content.every((name) => {
						const wanted = ownValue(fields as Record<string, unknown>, name);
						return hasSame(record, name, name === 'body' ? (wanted ?? '') : wanted);
					});
				const body = references.write(fields.body ?? '', reference);
				const make = async () => {
					kind.check?.(fields);
					const would = { ...fields, reference };
					const changes = changesOf(
						Object.keys(would),
						() => null,
						(name) => ownValue(would as Record<string, unknown>, name),
					);
					const record = await planned(
						{ changes },
						async () => await create(api, { ...fields, contactId, body }),
					);
					return { record, written: created(record, fields) };
				};
				const update = async (record: T) => {
					const ids = { contactId, [id]: record.id } as IdsOf;
					const work = async () => await write(api, ids, record, fields, reference);
					return { record, written: await api.alone(`${kind.one} ${record.id}`, work) };
				};
				const { written } = await writeCopy(
					api.account,
					{
						place: `${kind.one}s of ${contactId}`,
						shown: `${kind.one}s of contact ${contactId}`,
						idName: id,
						list: async () => await list(api, { contactId }),
						read: async (recordId) =>
							await get(api, { contactId, [id]: recordId } as IdsOf).catch(undefinedWhenGone),
						idOf: (record) => record.id,
						referenceOf,
						isAlike: adopts ? isAlike : undefined,
						signal: api.signal,
					},
					reference,
					{ create: make, update },
				);
				return written;
			},
		),
	};
}
