import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Conflict, SyncRules } from '../syncing/decide';
import { lastSyncedOf, objectOf } from '../syncing/lastSynced';
import { dateTimeOf } from '../values/dates';
import { isEmpty, listOf } from '../values/texts';

const LAST_SYNCED = 'Last Synced Values';
const LAST_READ = 'Last Read Values';
const SOURCE_CHANGED_AT = 'Source Changed At';
const ONLY_IF_EMPTY = 'Only If Empty';

const lastSynced: INodeProperties = {
	displayName: LAST_SYNCED,
	name: 'lastSynced',
	type: 'string',
	default: '',
	placeholder: 'e.g. {{ $json.synced }}',
	description:
		'The field "synced" that this node returned the last time for this record. With it, only fields that have changed in the source since then are written, so that edits of other fields in the target are kept.',
};

const lastRead: INodeProperties = {
	displayName: LAST_READ,
	name: 'lastRead',
	type: 'string',
	default: '',
	description:
		'The target record as the sync in the other direction read it the last time. It keeps edits that the target made before this sync has seen what came from there. Leave it empty if you sync in one direction only.',
};

const conflict: INodeProperties = {
	displayName: 'Conflict',
	name: 'conflict',
	type: 'options',
	options: [
		{
			name: 'Last Change Wins',
			value: 'lastWriteWins',
			description:
				'Compare "Source Changed At" with the time when the target changed. If one of them is not known, the source wins.',
		},
		{ name: 'Source Wins', value: 'sourceWins', description: 'Write the value of the source' },
		{ name: 'Target Wins', value: 'targetWins', description: 'Keep the value of the target' },
	],
	default: 'lastWriteWins',
	description:
		'What to do with a field that has changed in the source and in the target since the last sync. It needs "Last Synced Values". The value that loses is returned in "changes".',
};

const sourceChangedAt: INodeProperties = {
	displayName: SOURCE_CHANGED_AT,
	name: 'sourceChangedAt',
	type: 'dateTime',
	default: '',
	description: 'When the record changed in the source. Triggers return it as "at".',
};

/**
 * The options of a write that keeps two systems in sync.
 *
 * @param fields the fields that can be chosen for "Only If Empty", as the editor shows them
 */
export function syncOptions(fields: INodeProperties[]): INodeProperties[] {
	const onlyIfEmpty: INodeProperties = {
		displayName: ONLY_IF_EMPTY,
		name: 'onlyIfEmpty',
		type: 'multiOptions',
		options: fields
			.map(({ displayName, name }) => ({ name: displayName, value: name }))
			.sort((a, b) => a.name.localeCompare(b.name, 'en')),
		default: [],
		description: 'Fields that are written only if the target has no value',
	};
	return [lastSynced, lastRead, conflict, sourceChangedAt, onlyIfEmpty];
}

/**
 * The record of "Last Read Values", under the names that the service's Get returns; `undefined` where it is not given.
 * Use it only if it is the record that is written to.
 */
export function lastReadOf(options: IDataObject): IDataObject | undefined {
	return objectOf(options.lastRead, LAST_READ, 'the target record');
}

/**
 * The rules from the collection `options`. `lastSynced` is of whichever record it was: compare its ID with `syncedTo`.
 *
 * @param zone IANA name; "Source Changed At" without an offset is a time there
 */
export function syncRulesOf(options: IDataObject, zone: string): SyncRules {
	const at = options.sourceChangedAt;
	return {
		lastSynced: lastSyncedOf(options.lastSynced, LAST_SYNCED),
		conflict: (options.conflict ?? conflict.default) as Conflict,
		onlyIfEmpty: listOf(options.onlyIfEmpty, ONLY_IF_EMPTY),
		sourceChangedAt: isEmpty(at) ? undefined : Date.parse(dateTimeOf(at, SOURCE_CHANGED_AT, zone)),
	};
}
