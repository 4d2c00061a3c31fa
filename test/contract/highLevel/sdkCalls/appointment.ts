import { DEMO } from '../../../../sandbox/highLevel';
import type { SdkComparison } from './comparison';

const { locationId, users, calendars, calendarGroups } = DEMO;

const fields = {
	calendarId: calendars.viewings,
	startTime: '2099-03-03T10:00:00+00:00',
	endTime: '2099-03-03T11:00:00+00:00',
	address: '3 Pier Street',
	appointmentStatus: 'new',
	assignedUserId: users.ben,
	description: 'The house by the pier',
	meetingLocationId: 'custom_0',
	meetingLocationType: 'phone',
	overrideLocationConfig: true,
	rrule: 'RRULE:FREQ=WEEKLY;INTERVAL=1;COUNT=5',
	title: 'Viewing',
	ignoreDateRange: true,
	ignoreFreeSlotValidation: true,
	toNotify: false,
};

const from = Date.parse('2099-03-01T00:00:00Z');
const to = Date.parse('2099-03-04T00:00:00Z');
const span = { startTime: String(from), endTime: String(to) };

const calls: SdkComparison['calls'] = {
	create: async (sdk, { contactId }) =>
		await sdk.calendars.createAppointment({ ...fields, locationId, contactId }),
	get: async (sdk, { appointmentId }) => await sdk.calendars.getAppointment({ eventId: appointmentId }),
	update: async (sdk, { appointmentId }) =>
		await sdk.calendars.editAppointment({ eventId: appointmentId }, fields),
	delete: async (sdk, { appointmentId }) => await sdk.calendars.deleteEvent({ eventId: appointmentId }, {}),
	getFreeSlots: async (sdk) =>
		await sdk.calendars.getSlots({
			calendarId: calendars.viewings,
			startDate: Date.parse('2099-03-02T00:00:00-05:00'),
			endDate: Date.parse('2099-03-03T00:00:00-05:00'),
			timezone: 'America/New_York',
			userIds: [users.ben, users.amelia],
		}),
	getAll: async (sdk) =>
		await sdk.calendars.getCalendarEvents({ locationId, calendarId: calendars.viewings, ...span }),
};

const variants: SdkComparison['variants'] = [
	{
		operation: 'getAll',
		parameters: { appointmentsOf: 'group' },
		call: async (sdk) =>
			await sdk.calendars.getCalendarEvents({ locationId, groupId: calendarGroups.showings, ...span }),
	},
	{
		operation: 'getAll',
		parameters: { appointmentsOf: 'user' },
		call: async (sdk) => await sdk.calendars.getCalendarEvents({ locationId, userId: users.ben, ...span }),
	},
];

export const appointment: SdkComparison = { calls, variants };
