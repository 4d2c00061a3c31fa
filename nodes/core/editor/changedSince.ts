import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { Failure } from '../failure';
import { dateTimeOf } from '../values/dates';
import { isEmpty, textOf } from '../values/texts';

/**
 * Where a record is in a list that begins with the oldest change. Two records may change at the same moment, so the ID
 * belongs to it. An empty ID comes before all others.
 */
export interface Position {
	/** When the record changed last, in ms since 1970, by the clock of the service. */
	at: number;
	id: string;
}

/** Which changes are asked for. */
export interface ChangeSpan {
	/** The last change that is not wanted any more. */
	after: Position;
	/** In ms since 1970, by the clock of the service: changes of this moment and later are not wanted. */
	before: number;
}

/** Which of two positions comes first; IDs that are numbers are in the order of the numbers. */
export function comparePositions(a: Position, b: Position): number {
	if (a.at !== b.at) return a.at - b.at;
	if (a.id.length !== b.id.length) return a.id.length - b.id.length;
	return a.id < b.id ? -1 : Number(a.id > b.id);
}

/** What is put into "Cursor" to go on after a record. */
export function cursorOf({ at, id }: Position): string {
	return `${new Date(at).toISOString()}_${id}`;
}

const CURSOR = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)_(.+)$/;

function positionOf(cursor: unknown, label: string): Position {
	const text = textOf(cursor, label);
	const [, written = '', id = ''] = CURSOR.exec(text) ?? [];
	const at = Date.parse(written);
	if (!Number.isNaN(at)) return { at, id };
	throw new Failure(
		`"${label}" is not a cursor: ${text.slice(0, 60)}`,
		`Map "cursor" of the last item that an earlier run returned, or leave "${label}" empty to begin with "Changed After".`,
		{ field: 'cursor' },
	);
}

/** Which changes a list is narrowed to, and where it goes on; the same wherever changed records are listed. */
export function changeFilters(...own: INodeProperties[]): INodeProperties[] {
	return [
		{
			displayName: 'Changed After',
			name: 'changedAfter',
			type: 'dateTime',
			default: '',
			description: 'Only records that changed at this time or later',
		},
		{
			displayName: 'Changed Before',
			name: 'changedBefore',
			type: 'dateTime',
			default: '',
			description: 'Only records that changed before this time',
		},
		{
			displayName: 'Cursor',
			name: 'cursor',
			type: 'string',
			default: '',
			placeholder: 'e.g. 2026-03-01T12:00:00.000Z_1854784',
			description:
				'Where to go on: map "cursor" of the last item that an earlier run returned. Only records that come after it are returned. If it is empty, the list begins with the oldest change.',
		},
		...own,
	];
}

/**
 * The changes that the filters ask for. Throws a `Failure` for a value that is no date or no cursor.
 *
 * @param timezone IANA name of the zone of times without an offset
 */
export function changeSpanOf(
	{ changedAfter, changedBefore, cursor }: IDataObject,
	timezone: string,
): ChangeSpan {
	const at = (value: unknown, label: string, otherwise: number) =>
		isEmpty(value) ? otherwise : Date.parse(dateTimeOf(value, label, timezone));
	const first = { at: at(changedAfter, 'Changed After', 0), id: '' };
	const last = isEmpty(cursor) ? first : positionOf(cursor, 'Cursor');
	return {
		after: comparePositions(first, last) > 0 ? first : last,
		before: at(changedBefore, 'Changed Before', Infinity),
	};
}

/** In seconds: unless told, and at least. */
interface Lag {
	usual: number;
	least: number;
}

/**
 * How long ago a change must be to be returned. What the service shows later, and what changes again at the same moment,
 * would otherwise come before a cursor that was returned already.
 */
export function searchLag({ usual, least }: Lag): INodeProperties {
	return {
		displayName: 'Search Lag (Seconds)',
		name: 'searchLagSeconds',
		type: 'number',
		typeOptions: { minValue: least },
		default: usual,
		description:
			'How long it may take until a change is shown. Later changes come with the next run, so that the cursor never passes over one.',
	};
}

/** The same in ms. Throws a `Failure` for less than the least. */
export function searchLagMsOf({ searchLagSeconds: given }: IDataObject, { usual, least }: Lag): number {
	const seconds = isEmpty(given) ? usual : Number(given);
	if (seconds >= least && seconds < Infinity) return seconds * 1_000;
	throw new Failure(`"Search Lag" must be a number of ${least} or more`, undefined, {
		field: 'searchLagSeconds',
	});
}
