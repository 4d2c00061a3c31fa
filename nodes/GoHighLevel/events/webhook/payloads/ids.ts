import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../../core/values/objects';
import { ownValue } from '../../../../core/values/ownValue';
import { textOrNull } from '../../../../core/values/texts';
import { webhookEvent } from './events';

/** Where an event is looked through that HighLevel has added since, or whose payload is not as documented. */
const UNKNOWN = {
	recordId: ['id', '_id'],
	contactId: ['contactId', 'appointment.contactId', 'contactDetails.id'],
};

/** The ID of the record that an event is about; `undefined` where the payload has none. */
export function recordIdIn(payload: IDataObject, event: string): string | undefined {
	return firstIn(payload, [...(webhookEvent(event)?.recordId ?? []), ...UNKNOWN.recordId]);
}

/** The ID of the contact that an event is about or belongs to; `undefined` where the payload has none. */
export function contactIdIn(payload: IDataObject, event: string): string | undefined {
	return firstIn(payload, [...(webhookEvent(event)?.contactId ?? []), ...UNKNOWN.contactId]);
}

/** The first ID that is there. @param paths such as `appointment.id` */
export function firstIn(payload: IDataObject, paths: readonly string[]): string | undefined {
	return paths.map((path) => textOrNull(valueAt(payload, path)) ?? undefined).find((id) => id !== undefined);
}

/** What stands at a path such as `appointment.id`. */
export function valueAt(payload: IDataObject, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>((value, name) => (isObject(value) ? ownValue(value, name) : undefined), payload);
}
