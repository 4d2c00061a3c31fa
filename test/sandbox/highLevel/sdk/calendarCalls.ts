import type { HighLevel } from '@gohighlevel/api-client';
import { at, dayRange, MONDAY } from '../calendarSupport';
import { DEMO, locationId } from '../support';
import { nobody, NO_CONTACT } from './call';

type Options = Parameters<HighLevel['calendars']['getCalendars']>[1];

/** What there is before a call: an appointment on the Monday at nine with a note, and a recurring task. */
export interface CalendarSeeds {
	contactId: string;
	eventId: string;
	noteId: string;
	recurringTaskId: string;
}

/** One call of the SDK about calendars or recurring tasks: what it gives, and how it is refused. */
export interface CalendarCall {
	name: keyof HighLevel['calendars'] | keyof HighLevel['locations'];
	succeed: (sdk: HighLevel, seeds: CalendarSeeds, options: Options) => Promise<unknown>;
	gives: object;
	fail: (sdk: HighLevel, seeds: CalendarSeeds, options: Options) => Promise<unknown>;
	refusal: { statusCode: number; message: string };
}

const { viewings, consultations } = DEMO.calendars;
const { startDate, endDate } = dayRange(MONDAY);
const NO_APPOINTMENT = { statusCode: 400, message: 'Appointment with id nobody not found' };
const NO_NOTE = { statusCode: 400, message: 'Note with id nobody not found' };
const NO_RECURRING_TASK = { statusCode: 400, message: 'Recurring task with id nobody not found' };

export const calendarCalls: CalendarCall[] = [
	{
		name: 'getCalendars',
		succeed: ({ calendars }, _, options) => calendars.getCalendars({ locationId }, options),
		gives: { calendars: [{ id: viewings }, { id: consultations }] },
		fail: ({ calendars }, _, options) =>
			calendars.getCalendars({ locationId: DEMO.otherLocationId }, options),
		refusal: { statusCode: 403, message: 'The token does not have access to this location.' },
	},
	{
		name: 'getCalendar',
		succeed: ({ calendars }, _, options) => calendars.getCalendar({ calendarId: viewings }, options),
		gives: { calendar: { name: 'Property viewings' } },
		fail: ({ calendars }, _, options) => calendars.getCalendar({ calendarId: nobody }, options),
		refusal: { statusCode: 400, message: 'Calendar with id nobody not found' },
	},
	{
		name: 'getSlots',
		succeed: ({ calendars }, _, options) =>
			calendars.getSlots(
				{ calendarId: viewings, startDate, endDate, timezone: 'UTC', userIds: [DEMO.users.ben] },
				options,
			),
		gives: { [MONDAY]: { slots: expect.arrayContaining(['2040-03-05T14:30:00Z']) } },
		fail: ({ calendars }, _, options) =>
			calendars.getSlots({ calendarId: viewings, startDate: NaN, endDate }, options),
		refusal: {
			statusCode: 422,
			message: 'startDate must be a number conforming to the specified constraints',
		},
	},
	{
		name: 'getCalendarEvents',
		succeed: ({ calendars }, _, options) =>
			calendars.getCalendarEvents(
				{ locationId, calendarId: viewings, startTime: String(startDate), endTime: String(endDate) },
				options,
			),
		gives: { events: [{ startTime: at('09:00') }] },
		fail: ({ calendars }, _, options) =>
			calendars.getCalendarEvents({ locationId, startTime: '0', endTime: '1' }, options),
		refusal: { statusCode: 422, message: 'one of calendarId, userId or groupId should not be empty' },
	},
	{
		name: 'createAppointment',
		succeed: ({ calendars }, { contactId }, options) =>
			calendars.createAppointment(
				{ calendarId: viewings, locationId, contactId, startTime: at('10:00') },
				options,
			),
		gives: { startTime: at('10:00'), endTime: at('10:30') },
		fail: ({ calendars }, { contactId }, options) =>
			calendars.createAppointment(
				{ calendarId: viewings, locationId, contactId, startTime: at('09:00') },
				options,
			),
		refusal: { statusCode: 400, message: 'The slot you have selected is no longer available.' },
	},
	{
		name: 'editAppointment',
		succeed: ({ calendars }, { eventId }, options) =>
			calendars.editAppointment({ eventId }, { title: 'Second visit' }, options),
		gives: { title: 'Second visit' },
		fail: ({ calendars }, _, options) => calendars.editAppointment({ eventId: nobody }, {}, options),
		refusal: NO_APPOINTMENT,
	},
	{
		name: 'getAppointment',
		succeed: ({ calendars }, { eventId }, options) => calendars.getAppointment({ eventId }, options),
		gives: { event: { startTime: at('09:00') } },
		fail: ({ calendars }, _, options) => calendars.getAppointment({ eventId: nobody }, options),
		refusal: NO_APPOINTMENT,
	},
	{
		name: 'deleteEvent',
		succeed: ({ calendars }, { eventId }, options) => calendars.deleteEvent({ eventId }, {}, options),
		gives: { succeeded: true },
		fail: ({ calendars }, _, options) => calendars.deleteEvent({ eventId: nobody }, {}, options),
		refusal: NO_APPOINTMENT,
	},
];

export const appointmentNoteCalls: CalendarCall[] = [
	{
		name: 'getAppointmentNotes',
		succeed: ({ calendars }, { eventId: appointmentId }, options) =>
			calendars.getAppointmentNotes({ appointmentId, limit: 20, offset: 0 }, options),
		gives: { notes: [{ body: 'first' }], hasMore: false },
		fail: ({ calendars }, { eventId: appointmentId }, options) =>
			calendars.getAppointmentNotes({ appointmentId, limit: 21, offset: 0 }, options),
		refusal: { statusCode: 422, message: 'limit must not be greater than 20' },
	},
	{
		name: 'createAppointmentNote',
		succeed: ({ calendars }, { eventId: appointmentId }, options) =>
			calendars.createAppointmentNote({ appointmentId }, { body: 'new' }, options),
		gives: { note: { body: 'new' } },
		fail: ({ calendars }, _, options) =>
			calendars.createAppointmentNote({ appointmentId: nobody }, { body: 'new' }, options),
		refusal: NO_APPOINTMENT,
	},
	{
		name: 'updateAppointmentNote',
		succeed: ({ calendars }, { eventId: appointmentId, noteId }, options) =>
			calendars.updateAppointmentNote({ appointmentId, noteId }, { body: 'second' }, options),
		gives: { note: { body: 'second' } },
		fail: ({ calendars }, { eventId: appointmentId }, options) =>
			calendars.updateAppointmentNote({ appointmentId, noteId: nobody }, { body: 'x' }, options),
		refusal: NO_NOTE,
	},
	{
		name: 'deleteAppointmentNote',
		succeed: ({ calendars }, { eventId: appointmentId, noteId }, options) =>
			calendars.deleteAppointmentNote({ appointmentId, noteId }, options),
		gives: { success: true },
		fail: ({ calendars }, { eventId: appointmentId }, options) =>
			calendars.deleteAppointmentNote({ appointmentId, noteId: nobody }, options),
		refusal: NO_NOTE,
	},
];

const rruleOptions = {
	intervalType: 'weekly',
	interval: 1,
	startDate: at('09:00'),
	dueAfterSeconds: 600,
} as const;

export const recurringTaskCalls: CalendarCall[] = [
	{
		name: 'createRecurringTask',
		succeed: ({ locations }, { contactId }, options) =>
			locations.createRecurringTask(
				{ locationId },
				{ title: 'Write', contactIds: [contactId], rruleOptions },
				options,
			),
		gives: { recurringTask: { title: 'Write', totalOccurrence: 1 } },
		fail: ({ locations }, _, options) =>
			locations.createRecurringTask(
				{ locationId },
				{ title: 'Write', contactIds: [nobody], rruleOptions },
				options,
			),
		refusal: NO_CONTACT,
	},
	{
		name: 'getRecurringTaskById',
		succeed: ({ locations }, { recurringTaskId: id }, options) =>
			locations.getRecurringTaskById({ locationId, id }, options),
		gives: { recurringTask: { title: 'Call' } },
		fail: ({ locations }, _, options) => locations.getRecurringTaskById({ locationId, id: nobody }, options),
		refusal: NO_RECURRING_TASK,
	},
	{
		name: 'updateRecurringTask',
		succeed: ({ locations }, { recurringTaskId: id }, options) =>
			locations.updateRecurringTask({ locationId, id }, { title: 'Visit' }, options),
		gives: { recurringTask: { title: 'Visit' } },
		fail: ({ locations }, { recurringTaskId: id }, options) =>
			locations.updateRecurringTask({ locationId, id }, { title: '' }, options),
		refusal: { statusCode: 422, message: 'title should not be empty' },
	},
	{
		name: 'deleteRecurringTask',
		succeed: ({ locations }, { recurringTaskId: id }, options) =>
			locations.deleteRecurringTask({ locationId, id }, options),
		gives: { success: true },
		fail: ({ locations }, _, options) => locations.deleteRecurringTask({ locationId, id: nobody }, options),
		refusal: NO_RECURRING_TASK,
	},
];
