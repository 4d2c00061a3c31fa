import type { IDataObject } from 'n8n-workflow';

import type { Effect } from '../../core/heldBack';
import type { Age } from '../../core/sending/creating';
import { createdAmong, createOnce as once } from '../../core/sending/creating';
import type { Path } from '../../core/sending/path';
import { recordAge } from '../../core/sending/recordAge';
import type { Reading } from './answers';
import type { HighLevelClient } from './client';
import { undefinedWhenRefused } from './errors';

/** How a record is created, and known again when the answer to its creation is lost. */
export interface Creation<T extends { id: string }> {
	/** Takes the record, and the name under which records of this kind wait for each other. */
	path: Path;
	/** What narrows that name, where a path takes all records of a location. */
	among?: string;
	body: IDataObject;
	/** The record in HighLevel's answer. */
	recordIn: Reading<T>;
	/** Reads the records among which the new one would be. */
	list: () => Promise<T[]>;
	/** Whether a record holds what was sent. */
	isSame: (record: T) => boolean;
	/** When a record was added (ISO 8601); without it, what is there is looked at before as well. */
	addedAt?: (record: T) => unknown;
	/** Whether a record is certainly another one, however new it is. */
	isOther?: (record: T) => boolean;
	/** HighLevel keeps no two records with this content: one that is there is the wanted one, whoever added it. */
	isUnique?: boolean;
	/** Names what must never happen twice; see the same in core. */
	once?: string;
	/** What a dry run says of it; `create` unless told. */
	effect?: Effect;
}

/**
 * Creates a record, once: when the answer is lost, it looks for a record with this content that was not there before,
 * and creates again only when there is none. Where that cannot be known, it ends with "may have happened".
 */
export async function createOnce<T extends { id: string }>(
	api: HighLevelClient,
	creation: Creation<T>,
): Promise<T> {
	const { path, among = '', body, recordIn, addedAt, isUnique = false } = creation;
	let before: Set<string> | undefined;
	const ageOf = (record: T, startedAt: number): Age => {
		if (isUnique) return creation.isSame(record) ? 'new' : 'older';
		if (api.account.hasCreated(record.id) || creation.isOther?.(record)) return 'older';
		if (addedAt) return ageBy(api, addedAt(record), startedAt);
		if (!before) return 'unknown';
		return before.has(record.id) ? 'older' : 'new';
	};

	return await once<T>(api.account, {
		among: [`${path.value} ${among}`],
		send: async (find) => {
			const knowsItAgain = addedAt !== undefined || isUnique;
			before = knowsItAgain ? undefined : await idsThere(creation);
			const findIfKnown = knowsItAgain || before ? find : async () => 'unknown' as const;
			return await api.postCreate<T>(path, recordIn, body, findIfKnown, creation.effect);
		},
		createdIn: (record) => record as T,
		look: async (startedAt) =>
			createdAmong(await creation.list(), (record) => ageOf(record, startedAt), creation.isSame),
		keysOf: ({ id }) => [id],
		once: creation.once,
		unexpected: () => api.unclear(),
		signal: api.signal,
	});
}

/** `undefined` when the token may not read them. */
async function idsThere<T extends { id: string }>({ list }: Creation<T>): Promise<Set<string> | undefined> {
	const records = await list().catch(undefinedWhenRefused);
	return records && new Set(records.map(({ id }) => id));
}

/** Whether HighLevel added a record since a moment of this machine's clock; `addedAt` is ISO 8601, with its zone. */
export function ageBy(api: HighLevelClient, addedAt: unknown, startedAt: number): Age {
	return recordAge(addedAt, {
		startedAt: api.account.serverTime(startedAt),
		now: api.account.serverTime(Date.now()),
		tellsZone: true,
	});
}
