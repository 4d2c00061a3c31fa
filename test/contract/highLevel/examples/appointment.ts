import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO } from '../../../support/highLevel';
import type { ResourceExamples } from './example';
import { prepared } from './example';

const withContact = {
	prepare: ({ state }: HighLevelSandbox) => ({
		contactId: state.addContact({ locationId: DEMO.locationId, firstName: 'Ada' }).id,
	}),
};

export const withAppointment = {
	prepare: (sandbox: HighLevelSandbox) => {
		const { contactId } = withContact.prepare(sandbox);
		const { id: appointmentId } = sandbox.state.addAppointment({
			contactId,
			calendarId: DEMO.calendars.viewings,
			groupId: DEMO.calendarGroups.showings,
			startTime: '2099-03-02T15:00:00.000Z',
			title: 'Viewing',
			assignedUserId: DEMO.users.ben,
			users: [DEMO.users.ben],
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
	assignedUserId: byId(DEMO.users.ben),
	description: 'The house by the pier',
	endTime: '2099-03-03T11:00:00',
	meetingLocationId: 'custom_0',
	meetingLocationType: 'phone',
	overrideLocationConfig: true,
	rrule: 'RRULE:FREQ=WEEKLY;INTERVAL=1;COUNT=5',
	title: 'Viewing',
};

const booking = { ignoreDateRange: true, ignoreFreeSlotValidation: true, toNotify: false };

export const appointment: ResourceExamples = {
	create: {
		...withContact,
		parameters: {
			calendarId: byId(DEMO.calendars.viewings),
			contactId: prepared('contactId'),
			startTime: '2099-03-03T10:00:00',
			additionalFields: further,
			options: booking,
		},
	},
	get: { ...withAppointment, parameters: { ...ofTheAppointment, simplify: false } },
	update: {
		...withAppointment,
		parameters: {
			...ofTheAppointment,
			updateFields: {
				...further,
				calendarId: byId(DEMO.calendars.viewings),
				startTime: '2099-03-03T10:00:00',
			},
			options: booking,
		},
	},
	delete: { ...withAppointment, parameters: ofTheAppointment },
	getFreeSlots: {
		parameters: {
			calendarId: byId(DEMO.calendars.viewings),
			startDate: '2099-03-02T00:00:00-05:00',
			endDate: '2099-03-03T00:00:00-05:00',
			filters: { userIds: [DEMO.users.ben, DEMO.users.amelia] },
			options: { timezone: 'America/New_York' },
		},
	},
	getAll: {
		...withAppointment,
		parameters: {
			appointmentsOf: 'calendar',
			calendarId: byId(DEMO.calendars.viewings),
			groupId: byId(DEMO.calendarGroups.showings),
			userId: byId(DEMO.users.ben),
			startTime: '2099-03-01',
			endTime: '2099-03-04T00:00:00',
			returnAll: true,
			limit: 50,
			simplify: false,
			options: {},
		},
	},
};
