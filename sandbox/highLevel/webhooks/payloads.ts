import { toLocalIso } from '../../shared/normalise';
import type { InstallRecord } from '../oauth/records';
import type { AppointmentRecord, ContactRecord, LocationRecord, TaskRecord } from '../state/records';
import { datedDndSettings, fullName } from '../views/contact';

/** Fields of an event beside its type and envelope; undefined ones are not sent. Source of all: official webhook pages. */
export type Payload = Record<string, unknown>;

/** `attachments` is documented, but never filled. */
export function contactPayload(contact: Readonly<ContactRecord>, withDnd: boolean): Payload {
	return {
		locationId: contact.locationId,
		id: contact.id,
		address1: known(contact.address1),
		city: known(contact.city),
		state: known(contact.state),
		companyName: known(contact.companyName),
		country: known(contact.country),
		source: known(contact.source),
		dateAdded: contact.dateAdded,
		dateOfBirth: contact.dateOfBirth === null ? undefined : `${contact.dateOfBirth}T00:00:00.000Z`,
		dnd: contact.dnd,
		dndSettings: withDnd ? (datedDndSettings(contact) ?? {}) : undefined,
		email: known(contact.email),
		name: fullName(contact) || undefined,
		firstName: known(contact.firstName),
		lastName: known(contact.lastName),
		phone: known(contact.phone),
		postalCode: known(contact.postalCode),
		tags: contact.tags,
		website: known(contact.website),
		attachments: [],
		assignedTo: known(contact.assignedTo),
		customFields: contact.customFields,
	};
}

/** @param bare without contact and text, see the settings */
export function taskPayload(task: Readonly<TaskRecord>, bare: boolean): Payload {
	return {
		locationId: task.locationId,
		id: task.id,
		assignedTo: known(task.assignedTo),
		body: bare ? undefined : known(task.body),
		contactId: bare ? undefined : task.contactId,
		title: task.title,
		dateAdded: task.dateAdded,
		dueDate: task.dueDate,
	};
}

/** The one kind of event that is not flat. Its times have the offset of the location. */
export function appointmentPayload(
	appointment: Readonly<AppointmentRecord>,
	location: Readonly<LocationRecord> | undefined,
): Payload {
	const zone = location?.timezone ?? 'utc';
	const local = (instant: string) => toLocalIso(instant, zone);
	return {
		locationId: appointment.locationId,
		appointment: {
			id: appointment.id,
			address: known(appointment.address),
			title: appointment.title,
			calendarId: appointment.calendarId,
			contactId: appointment.contactId,
			groupId: known(appointment.groupId),
			appointmentStatus: appointment.appointmentStatus,
			assignedUserId: known(appointment.assignedUserId),
			users: appointment.users,
			notes: known(appointment.notes),
			source: appointment.source,
			startTime: local(appointment.startTime),
			endTime: local(appointment.endTime),
			dateAdded: local(appointment.dateAdded),
			dateUpdated: local(appointment.dateUpdated),
		},
	};
}

export function installPayload({ locationId, companyId, userId }: Readonly<InstallRecord>): Payload {
	return {
		installType: locationId === null ? 'Company' : 'Location',
		locationId: known(locationId),
		companyId,
		userId,
		isWhitelabelCompany: false,
		whitelabelDetails: {},
		companyName: 'Demo agency',
	};
}

/** Names the location or the company, never both. */
export function uninstallPayload({ locationId, companyId }: Readonly<InstallRecord>): Payload {
	return locationId === null ? { companyId } : { locationId };
}

function known<T>(value: T | null): T | undefined {
	return value ?? undefined;
}
