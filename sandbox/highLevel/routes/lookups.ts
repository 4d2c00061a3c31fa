import type { Call } from '../wire/apiRoute';
import type { CalendarRecord } from '../calendar/records';
import { requestedLocation } from '../wire/access';
import { contactNotFound, notFound, wrongLocation } from '../wire/errors';
import type { ConversationRecord } from '../messages/records';
import type { OpportunityRecord } from '../resources/opportunities';
import type { AppointmentRecord, ContactRecord, LocationRecord } from '../state/records';

/** The contact that the path names.
 * @throws ApiError 400 when it does not exist, 403 when it belongs to another location */
export function contactOf(call: Call, id = call.params['contactId'] ?? ''): Readonly<ContactRecord> {
	const contact = call.state.contacts.get(id);
	if (!contact) throw contactNotFound(id);
	if (contact.locationId !== call.token.locationId) throw wrongLocation();
	return contact;
}

/** The location that the request names; access was checked before.
 * @throws ApiError 400 when it does not exist */
export function locationOf(call: Call): Readonly<LocationRecord> {
	const id = requestedLocation(call) ?? '';
	const location = call.state.locations.get(id);
	if (!location) throw notFound('Location', id);
	return location;
}

/** The calendar that the path names.
 * @throws ApiError 400 when it does not exist, 403 when it belongs to another location */
export function calendarOf(call: Call, id = call.params['calendarId'] ?? ''): Readonly<CalendarRecord> {
	const calendar = call.state.calendars.get(id);
	if (!calendar) throw notFound('Calendar', id);
	if (calendar.locationId !== call.token.locationId) throw wrongLocation();
	return calendar;
}

/** @throws ApiError 400 when it does not exist, 403 when it belongs to another location */
export function appointmentOf(call: Call, id: string): Readonly<AppointmentRecord> {
	const appointment = call.state.appointments.get(id);
	if (!appointment) throw notFound('Appointment', id);
	if (appointment.locationId !== call.token.locationId) throw wrongLocation();
	return appointment;
}

/** @throws ApiError 400 when it does not exist, 403 when it belongs to another location */
export function opportunityOf(call: Call, id = call.params['id'] ?? ''): Readonly<OpportunityRecord> {
	const opportunity = call.state.opportunities.get(id);
	if (!opportunity) throw notFound('Opportunity', id);
	if (opportunity.locationId !== call.token.locationId) throw wrongLocation();
	return opportunity;
}

/** The conversation that the path names.
 * @throws ApiError 400 when it does not exist, 403 when it belongs to another location */
export function conversationOf(
	call: Call,
	id = call.params['conversationId'] ?? '',
): Readonly<ConversationRecord> {
	const conversation = call.state.conversations.get(id);
	if (!conversation) throw notFound('Conversation', id);
	if (conversation.locationId !== call.token.locationId) throw wrongLocation();
	return conversation;
}
