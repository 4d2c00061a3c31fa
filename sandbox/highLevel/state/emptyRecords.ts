import type { AppointmentRecord, ContactRecord } from './records';

type Made = 'id' | 'locationId' | 'dateAdded' | 'dateUpdated';

/** A contact about which nothing is known. */
export function emptyContact(): Omit<ContactRecord, Made> {
	return {
		firstName: null,
		lastName: null,
		email: null,
		additionalEmails: [],
		phone: null,
		additionalPhones: [],
		companyName: null,
		businessId: null,
		address1: null,
		city: null,
		state: null,
		country: null,
		postalCode: null,
		website: null,
		timezone: null,
		gender: null,
		dateOfBirth: null,
		source: null,
		type: 'lead',
		assignedTo: null,
		followers: [],
		tags: [],
		dnd: false,
		dndSettings: {},
		inboundDndSettings: null,
		customFields: [],
		workflows: [],
		campaigns: [],
		attributionSource: null,
	};
}

/** A confirmed appointment about which nothing else is known. */
export function emptyAppointment(): Omit<
	AppointmentRecord,
	Made | 'contactId' | 'calendarId' | 'startTime' | 'endTime'
> {
	return {
		title: 'Appointment',
		appointmentStatus: 'confirmed',
		assignedUserId: null,
		users: [],
		notes: null,
		address: null,
		groupId: null,
		source: 'booking_widget',
		assignedResources: [],
		description: null,
		meetingLocationType: null,
		rrule: null,
	};
}
