import type { IDataObject } from 'n8n-workflow';

import { webhookEvent } from './events';
import { eventOfShape, isLater } from './payloadShapes';
import type { Recognised } from './recognised';

/** For a payload that says nothing about itself and looks like no documented one. */
export const UNKNOWN_EVENT = 'Unknown';

/**
 * Which event a payload is. Its `type` is believed, with the exceptions that HighLevel's own pages print: messages and
 * appointments under the type of another event, a type that is a word of something else, and none at all.
 */
export function recognise(payload: IDataObject): Recognised {
	const { type } = payload;
	const printed = typeof type === 'string' && type.trim() !== '' ? type : undefined;
	if (printed === APPOINTMENT) return appointmentEvent(payload);
	if (printed === 'OutboundMessage' && isFromContact(payload)) return { event: 'InboundMessage' };
	if (printed !== undefined && webhookEvent(printed)) return { event: printed };
	return eventOfShape(payload) ?? { event: printed ?? UNKNOWN_EVENT };
}

/** HighLevel's pages of AppointmentUpdate and AppointmentDelete print AppointmentCreate. */
const APPOINTMENT = 'AppointmentCreate';

function appointmentEvent({ appointment }: IDataObject): Recognised {
	return isChangedSinceItWasAdded((appointment ?? {}) as IDataObject)
		? { event: 'AppointmentUpdate', possibleEvents: [APPOINTMENT, 'AppointmentUpdate'] }
		: { event: APPOINTMENT };
}

function isChangedSinceItWasAdded({ dateAdded, dateUpdated }: IDataObject): boolean {
	return isLater(dateUpdated, dateAdded);
}

/** What else an event may turn out to be once its record is looked at. */
export function mayTurnOutAs({ type }: IDataObject): string[] {
	return type === APPOINTMENT ? ['AppointmentDelete', 'AppointmentUpdate'] : [];
}

/**
 * The event, now that its record has been looked at: an appointment that is gone, or has been changed, need not be new.
 *
 * @param record `undefined` when it is gone
 */
export function recogniseByRecord(
	payload: IDataObject,
	recognised: Recognised,
	record: IDataObject | undefined,
): Recognised {
	if (payload.type !== APPOINTMENT) return recognised;
	if (record && !isChangedSinceItWasAdded(record)) return recognised;
	const event = record ? 'AppointmentUpdate' : 'AppointmentDelete';
	const { possibleEvents = [recognised.event] } = recognised;
	return { event, possibleEvents: [...new Set([...possibleEvents, event])].sort() };
}

/**
 * HighLevel's page of InboundMessage prints a call as OutboundMessage. A message that was sent has a `source`, which
 * counts for more than its `direction`: on the page of OutboundMessage, one of them is inbound.
 */
function isFromContact({ direction, source }: IDataObject): boolean {
	return direction === 'inbound' && source === undefined;
}
