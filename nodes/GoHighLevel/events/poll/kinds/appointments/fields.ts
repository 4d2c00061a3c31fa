import type { INodeProperties } from 'n8n-workflow';

import { required } from '../../../../../core/editor/locator';
import { appointments } from '../../../../api/records/appointments';
import { calendars } from '../../../../api/records/calendars';
import { anyCalendarLocator, calendarGroupLocator, userLocator } from '../../../../pickers/locators';
import type { KindNotice, PollEvent } from '../../kind';
import { shownFor, valuesOf } from '../../kind';

export const CANCELLED = 'appointmentCancelled';
export const CREATED = 'appointmentCreated';
export const UPDATED = 'appointmentUpdated';

const requests = [appointments.list, calendars.list];

/** HighLevel does not say when a status changed: of a cancellation, it is the time of the last change. */
const changing: Pick<PollEvent, 'isOnce' | 'requests' | 'tells'> = {
	requests,
	isOnce: false,
	tells: (one) => ({ recordId: one.id, contactId: one.contactId, at: one.dateUpdated, content: one }),
};

export const events: PollEvent[] = [
	{
		name: 'Appointment Canceled',
		value: CANCELLED,
		description: 'The status of an appointment is Cancelled, and was not before',
		...changing,
	},
	{
		name: 'Appointment Created',
		value: CREATED,
		description: 'An appointment was booked',
		requests,
		isOnce: true,
		tells: ({ id, contactId, dateAdded }) => ({ recordId: id, contactId, at: dateAdded }),
	},
	{
		name: 'Appointment Updated',
		value: UPDATED,
		description: 'An appointment was changed, moved or canceled',
		...changing,
	},
];

export const values = valuesOf({ events });

export const DEFAULT_DAYS_BACK = 7;
export const DEFAULT_DAYS_AHEAD = 365;

const show = { events: values };

export const fields: INodeProperties[] = [
	{
		displayName: 'Appointments Of',
		name: 'appointmentsOf',
		type: 'options',
		displayOptions: { show },
		options: [
			{
				name: 'All Calendars',
				value: 'all',
				description: 'One request per poll for each calendar of the location',
			},
			{ name: 'Calendar', value: 'calendar', description: 'One request per poll' },
			{ name: 'Calendar Group', value: 'group', description: 'One request per poll' },
			{
				name: 'User',
				value: 'user',
				description: 'Those that are assigned to the user, in all calendars. One request per poll.',
			},
		],
		default: 'all',
		description:
			'Whose appointments to look at. HighLevel cannot be asked which appointments have changed, so those within Days Back and Days Ahead are read at every poll.',
	},
	...(
		[
			['calendar', anyCalendarLocator],
			['group', calendarGroupLocator],
			['user', userLocator('User', 'userId', 'The user whose appointments to look at')],
		] as const
	).map(([owner, field]) => ({
		...required(field),
		displayOptions: { show: { ...show, appointmentsOf: [owner] } },
	})),
];

export const cost: KindNotice[] = [
	{
		name: 'appointmentsNotice',
		text: 'Each poll costs one request for each calendar, and one for the list of calendars; only one in all for a calendar, calendar group or user. Other kinds of records add at least one request each.',
		events: values,
		rank: 1,
	},
];

export const lateness: KindNotice[] = [
	{
		name: 'appointmentsLateNotice',
		text: 'A change is found only while the appointment begins within Days Back and Days Ahead, which are under Options.',
		events: values,
		rank: 0,
	},
];

export const options: INodeProperties[] = [
	shownFor(values, {
		displayName: 'Days Ahead',
		name: 'daysAhead',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: DEFAULT_DAYS_AHEAD,
		description: 'Appointments that begin later than this number of days from now are not looked at',
	}),
	shownFor(values, {
		displayName: 'Days Back',
		name: 'daysBack',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: DEFAULT_DAYS_BACK,
		description: 'Appointments that began longer ago than this number of days are not looked at',
	}),
];
