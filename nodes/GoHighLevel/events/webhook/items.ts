import { randomUUID } from 'crypto';

import type { IDataObject } from 'n8n-workflow';

import { enveloped } from '../../../core/events/envelope';
import { plainText } from '../../../core/values/texts';
import { HIGHLEVEL_SERVICE } from '../../api/service';
import type { Completed } from './complete';
import { eventNameOf } from './payloads/eventNames';
import { webhookEvent } from './payloads/events';
import { contactIdIn, firstIn, recordIdIn, valueAt } from './payloads/ids';
import { onlyLocationOf } from './payloads/locations';

/** What the item of a call from a HighLevel workflow has as `event`. */
export const WORKFLOW_EVENT = 'workflowWebhook';

/** Where a payload tells when its record was created. */
const CREATED_AT = ['dateAdded', 'createdAt', 'appointment.dateAdded'];

/**
 * The item for an app's event.
 *
 * @param repeatKey what repeats of the delivery have in common; `undefined` when another event may look just the same
 */
export function itemOfApp(
	payload: IDataObject,
	completed: Completed,
	repeatKey: string | undefined,
): IDataObject {
	const { event, possibleEvents, record, recordError } = completed;
	const known = webhookEvent(event);
	// Where HighLevel does not tell what happened, it need not have happened once only.
	const isOnce = (known?.isOnce ?? false) && possibleEvents === undefined;
	const happening = {
		event: nameOf(event),
		isOnce,
		change: repeatKey,
		locationId: onlyLocationOf(payload),
		recordId: recordIdIn(payload, event),
		contactId: contactIdIn(payload, event) ?? (known?.record === 'contact' ? undefined : record?.contactId),
		at: (isOnce && !event.endsWith('Delete') && timeOfCreation(payload)) || payload.timestamp,
	};
	return enveloped(HIGHLEVEL_SERVICE.name, happening, {
		...payload,
		...(possibleEvents === undefined ? {} : { possibleEvents: possibleEvents.map(nameOf) }),
		...(record === undefined ? {} : { record }),
		...(recordError === undefined ? {} : { recordError }),
	});
}

function nameOf(event: string): string {
	return webhookEvent(event)?.event ?? eventNameOf(event);
}

function timeOfCreation(payload: IDataObject): unknown {
	return CREATED_AT.map((path) => valueAt(payload, path)).find((time) => plainText(time) !== '');
}

/**
 * The item for a call of a HighLevel workflow, which is about a contact. HighLevel does not repeat such a call, and says
 * nothing that tells two of them apart: each has a key of its own.
 */
export function itemOfWorkflow(payload: IDataObject): IDataObject {
	const contactId = firstIn(payload, ['contactId', 'contact_id', 'contact.id']);
	const happening = {
		event: WORKFLOW_EVENT,
		isOnce: false,
		change: randomUUID(),
		locationId: onlyLocationOf(payload),
		recordId: firstIn(payload, ['recordId']) ?? contactId,
		contactId,
		at: Date.now(),
	};
	return enveloped(HIGHLEVEL_SERVICE.name, happening, payload);
}
