import type { IDataObject } from 'n8n-workflow';

import { webhookEvent } from './catalogue';
import { eventOfShape, isLater } from './shapes';

/** What a payload is. */
export interface Recognised {
	/** The event, or the most likely one where the payload does not tell. */
	event: string;
	/** All that it may be, `event` included, where the payload does not tell. */
	possibleEvents?: string[];
}

/** For a payload that says nothing about itself and looks like no documented one. */
export const UNKNOWN_EVENT = 'Unknown';

/**
 * Which event a payload is. Its `type` is believed, with the exceptions that HighLevel's own pages print: messages and
 * appointments under the type of another event, a type that is a word of something else, and none at all.
 */
export function recognise(payload: IDataObject): Recognised {
	const { type } = payload;
	if (typeof type !== 'string' || type.trim() === '')
		return eventOfShape(payload) ?? { event: UNKNOWN_EVENT };
	if (type === 'AppointmentCreate') return appointmentEvent(payload);
	if (type === 'OutboundMessage') return { event: isFromContact(payload) ? 'InboundMessage' : type };
	if (webhookEvent(type)) return { event: type };
	return eventOfShape(payload) ?? { event: type };
}

/** HighLevel's page of AppointmentDelete prints AppointmentCreate: only the appointment itself shows which it is. */
export function mayBeDeletion({ type }: IDataObject): boolean {
	return type === 'AppointmentCreate';
}

/** HighLevel's page of AppointmentUpdate prints AppointmentCreate. */
function appointmentEvent({ appointment }: IDataObject): Recognised {
	const { dateAdded, dateUpdated } = (appointment ?? {}) as IDataObject;
	return isLater(dateUpdated, dateAdded)
		? { event: 'AppointmentUpdate', possibleEvents: ['AppointmentCreate', 'AppointmentUpdate'] }
		: { event: 'AppointmentCreate' };
}

/**
 * HighLevel's page of InboundMessage prints a call as OutboundMessage. A message that was sent has a `source`, which
 * counts for more than its `direction`: on the page of OutboundMessage, one of them is inbound.
 */
function isFromContact({ direction, source }: IDataObject): boolean {
	return direction === 'inbound' && source === undefined;
}
