import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { byId, DEMO, UNKNOWN } from '../../support/highLevel';
import { prepared } from '../prepared';
import { highLevelCases } from '../case';

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

const withContact = {
	prepare: ({ state }: HighLevelSandbox) => ({
		contactId: state.addContact({ locationId, firstName: 'Ada' }).id,
	}),
};

export const withAppointment = {
	prepare: (sandbox: HighLevelSandbox) => {
		const { contactId } = withContact.prepare(sandbox);
		const { id: appointmentId } = sandbox.state.addAppointment({
			contactId,
			calendarId: calendars.viewings,
			groupId: calendarGroups.showings,
			startTime: '2099-03-02T15:00:00.000Z',
			title: 'Viewing',
			assignedUserId: users.ben,
			users: [users.ben],
			address: '3 Pier Street',
			description: 'The house by the pier',
			notes: 'Bring the keys',
			rrule: 'RRULE:FREQ=WEEKLY;INTERVAL=1;COUNT=5',
		});
		return { contactId, appointmentId };
	},
};

const ofTheAppointment = { appointmentId: prepared('appointmentId'), options: {} };

const further = {
	address: '3 Pier Street',
	appointmentStatus: 'new',
	assignedUserId: byId(users.ben),
	description: 'The house by the pier',
	endTime: '2099-03-03T11:00:00',
	meetingLocationId: 'custom_0',
	meetingLocationType: 'phone',
	overrideLocationConfig: true,
	rrule: 'RRULE:FREQ=WEEKLY;INTERVAL=1;COUNT=5',
	title: 'Viewing',
};

const booking = { ignoreDateRange: true, ignoreFreeSlotValidation: true, toNotify: false };

export const cases = highLevelCases({
	create: {
		example: {
			...withContact,
			parameters: {
				calendarId: byId(calendars.viewings),
				contactId: prepared('contactId'),
				startTime: '2099-03-03T10:00:00',
				additionalFields: further,
				options: booking,
			},
		},
		sdk: async (sdk, { contactId }) =>
			await sdk.calendars.createAppointment({ ...fields, locationId, contactId }),
		wrong: {
			parameters: { startTime: 'soon' },
			message: '"Start Time" is not a date: soon',
			field: 'Start Time',
		},
	},
	get: {
		example: { ...withAppointment, parameters: { ...ofTheAppointment, simplify: false } },
		sdk: async (sdk, { appointmentId }) => await sdk.calendars.getAppointment({ eventId: appointmentId }),
		wrong: {
			parameters: { appointmentId: byId(UNKNOWN) },
			message: `Appointment with id ${UNKNOWN} not found`,
		},
	},
	update: {
		example: {
			...withAppointment,
			parameters: {
				...ofTheAppointment,
				updateFields: {
					...further,
					calendarId: byId(calendars.viewings),
					startTime: '2099-03-03T10:00:00',
				},
				options: booking,
			},
		},
		sdk: async (sdk, { appointmentId }) =>
			await sdk.calendars.editAppointment({ eventId: appointmentId }, fields),
		wrong: {
			parameters: { updateFields: { appointmentStatus: 'maybe' } },
			message: '"Status" has no option "maybe"',
			field: 'Status',
		},
	},
	delete: {
		example: { ...withAppointment, parameters: ofTheAppointment },
		sdk: async (sdk, { appointmentId }) => await sdk.calendars.deleteEvent({ eventId: appointmentId }, {}),
		wrong: {
			parameters: { appointmentId: byId('a/../b?x') },
			message: 'Appointment with id a/../b?x not found',
		},
	},
	getFreeSlots: {
		example: {
			parameters: {
				calendarId: byId(calendars.viewings),
				startDate: '2099-03-02T00:00:00-05:00',
				endDate: '2099-03-03T00:00:00-05:00',
				filters: { userIds: [users.ben, users.amelia] },
				options: { timezone: 'America/New_York' },
			},
		},
		sdk: async (sdk) =>
			await sdk.calendars.getSlots({
				calendarId: calendars.viewings,
				startDate: Date.parse('2099-03-02T00:00:00-05:00'),
				endDate: Date.parse('2099-03-03T00:00:00-05:00'),
				timezone: 'America/New_York',
				userIds: [users.ben, users.amelia],
			}),
		wrong: {
			parameters: { options: { timezone: 'Home' } },
			message: '"Time Zone" is not a time zone: Home',
			field: 'timezone',
		},
	},
	getAll: {
		example: {
			...withAppointment,
			parameters: {
				appointmentsOf: 'calendar',
				calendarId: byId(calendars.viewings),
				groupId: byId(calendarGroups.showings),
				userId: byId(users.ben),
				startTime: '2099-03-01',
				endTime: '2099-03-04T00:00:00',
				returnAll: true,
				limit: 50,
				simplify: false,
				options: {},
			},
		},
		sdk: async (sdk) =>
			await sdk.calendars.getCalendarEvents({ locationId, calendarId: calendars.viewings, ...span }),
		variants: [
			{
				parameters: { appointmentsOf: 'group' },
				sdk: async (sdk) =>
					await sdk.calendars.getCalendarEvents({ locationId, groupId: calendarGroups.showings, ...span }),
			},
			{
				parameters: { appointmentsOf: 'user' },
				sdk: async (sdk) => await sdk.calendars.getCalendarEvents({ locationId, userId: users.ben, ...span }),
			},
		],
		wrong: { parameters: { endTime: '2000-01-01' }, message: '"To" is before "From"', field: 'endTime' },
	},
});
