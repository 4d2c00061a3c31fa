import { randomUUID } from 'crypto';

import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { ownValue } from '../values/ownValue';
import { shortHash } from '../values/shortHash';
import { plainText, textOrNull } from '../values/texts';

/** What the item of every trigger has beside what the service tells. Each field is always there. */
export type Envelope = {
	/** As the service calls itself: `HighLevel` */
	system: string;
	/** What happened, in the same words by webhook and by poll: `contactCreated` */
	event: string;
	/** The same for the same event; no two events have the same one. */
	eventKey: string;
	locationId: string | null;
	/** ID of the record that the event is about. */
	recordId: string | null;
	/** ID of the contact that the record is, or belongs to. */
	contactId: string | null;
	/** When it happened, ISO 8601 in UTC; `null` where the service does not tell. */
	at: string | null;
};

/** The fields of the envelope, in their order. */
export const ENVELOPE_FIELDS = [
	'system',
	'event',
	'eventKey',
	'locationId',
	'recordId',
	'contactId',
	'at',
] as const satisfies ReadonlyArray<keyof Envelope>;

/** An event as a trigger knows it. IDs are texts or numbers; whatever else stands there counts as unknown. */
export interface Happening {
	event: string;
	/** Whether it happens to a record once only, such as its creation: then the record's ID makes the key. */
	isOnce: boolean;
	/**
	 * What tells it from other events of its name about the same record; `undefined` where nothing does. Two events must
	 * not be taken for one, so the key is then one that no other item has.
	 */
	change: string | undefined;
	locationId?: unknown;
	recordId: unknown;
	contactId: unknown;
	/** ms since 1970, or ISO 8601. */
	at: unknown;
}

/**
 * An item for the workflow: the envelope, and beside it what the service tells. The fields of the envelope always mean
 * the same, so what the service has under one of these names, and otherwise, is moved to `asReceived`.
 */
export function enveloped(system: string, happening: Happening, payload: IDataObject): IDataObject {
	const envelope = envelopeOf(system, happening);
	const moved = Object.entries(envelope).filter(([name, own]) => {
		const given = ownValue(payload, name);
		return given !== undefined && given !== null && given !== '' && plainText(given) !== own;
	});
	return {
		...envelope,
		...payload,
		...envelope,
		...(moved.length === 0
			? {}
			: { asReceived: Object.fromEntries(moved.map(([name]) => [name, ownValue(payload, name)])) }),
	};
}

function envelopeOf(system: string, happening: Happening): Envelope {
	const { event, isOnce, change } = happening;
	const recordId = textOrNull(happening.recordId);
	const isTold = isOnce && recordId !== null;
	const parts = [system, event, recordId, isTold ? null : (change ?? randomUUID())];
	return {
		system,
		event,
		eventKey: parts.filter((part) => part !== null).join(':'),
		locationId: textOrNull(happening.locationId),
		recordId,
		contactId: textOrNull(happening.contactId),
		at: utcMoment(happening.at),
	};
}

/** ISO 8601 in UTC of a moment in ms since 1970 or in ISO 8601; `null` for anything else, a day included. */
export function utcMoment(value: unknown): string | null {
	if (typeof value === 'string' && !/^\d{4}-\d{2}-\d{2}T/.test(value)) return null;
	const moment =
		typeof value === 'number'
			? DateTime.fromMillis(value, { zone: 'utc' })
			: DateTime.fromISO(plainText(value), { zone: 'utc' });
	return moment.isValid ? moment.toISO() : null;
}

/**
 * The `change` of an event that a poll has found: by the moment that the record tells, and by what it holds, since two
 * changes may carry one time.
 *
 * @param found what else tells it from other changes; alone, where the record tells no moment
 */
export function changeOf(at: unknown, content: unknown, found: string | undefined): string | undefined {
	const moment = utcMoment(at);
	if (moment === null) return found;
	return `${moment}:${shortHash(JSON.stringify([content ?? null, found ?? null]))}`;
}
