import { plainText } from '../../../core/values/texts';
import { fieldOf, recordIn } from '../../api/reading/answers';
import { idOf } from '../../api/reading/clean';
import { isoMoment } from '../../api/dates';
import { readBody } from '../../api/reading/parse';

/** What Wise Agent delivers to a webhook. */
export interface Delivery {
	/** `contactUpdate`, or more specific: `contactUpdateStatus` */
	eventType: string;
	/** ISO 8601; `null` where it is missing. */
	eventCreated: string | null;
	/** Numbers; those of vendors are texts. */
	ids: Array<number | string>;
	/** What repeats of the delivery have in common; `undefined` when another event may look just the same. */
	repeatKey: string | undefined;
}

/**
 * Reads the body of a delivery, `{"EventType":…,"EventCreated":…,"ResourceIds":[…]}`; `undefined` when it is none.
 * Source: official API page. It is read as answers are, since their oddities are to be expected here too.
 */
export function deliveryIn(body: Buffer): Delivery | undefined {
	const reading = readBody(body);
	const record = reading.kind === 'value' ? recordIn(reading.value) : undefined;
	const type = record && fieldOf(record, 'EventType');
	if (!record || typeof type !== 'string' || type.trim() === '') return undefined;
	const eventType = type.trim();
	const created = plainText(fieldOf(record, 'EventCreated')).trim();
	const ids = idsIn(fieldOf(record, 'ResourceIds'));
	return {
		eventType,
		eventCreated: created === '' ? null : isoMoment(created, 'Z'),
		ids,
		repeatKey: isUnique(eventType, created) ? JSON.stringify([eventType, created, ids]) : undefined,
	};
}

/** A list, or a text with commas; each id once. */
function idsIn(value: unknown): Array<number | string> {
	const entries = Array.isArray(value) ? (value as unknown[]) : plainText(value).split(',');
	const ids = entries
		.map((entry) => idOf(typeof entry === 'string' ? entry.trim() : entry))
		.filter((id): id is number | string => typeof id === 'number' || (typeof id === 'string' && id !== ''));
	return [...new Set(ids)];
}

/**
 * Whether no other event can look like this one: a record is created and deleted once, and two changes of one record
 * have different times where these are told more finely than to the second.
 */
function isUnique(eventType: string, created: string): boolean {
	return /(Create|Delete)$/i.test(eventType) || /:\d{2}\.\d*[1-9]/.test(created);
}
