import type { INodeProperties } from 'n8n-workflow';

import { userLocator } from '../../pickers/locators';

export const startTime: INodeProperties = {
	displayName: 'Start Time',
	name: 'startTime',
	type: 'dateTime',
	default: '',
	description:
		'When the appointment begins, such as 2026-03-31T14:30:00; without an offset, it is a time in the time zone of the workflow',
};

const endTime: INodeProperties = {
	displayName: 'End Time',
	name: 'endTime',
	type: 'dateTime',
	default: '',
	description:
		"When the appointment ends, such as 2026-03-31T15:00:00; without one, it is as long as the calendar's slots",
};

const title: INodeProperties = {
	displayName: 'Title',
	name: 'title',
	type: 'string',
	default: '',
	placeholder: 'e.g. Viewing of the house by the pier',
	description:
		'Heading of the appointment; without one, a new appointment has the title that the calendar gives',
};

const appointmentStatus: INodeProperties = {
	displayName: 'Status',
	name: 'appointmentStatus',
	type: 'options',
	options: [
		{ name: 'Cancelled', value: 'cancelled' },
		{ name: 'Confirmed', value: 'confirmed' },
		{ name: 'Invalid', value: 'invalid' },
		{ name: 'New', value: 'new', description: 'Booked, and still to be confirmed' },
		{ name: 'No-Show', value: 'noshow', description: 'The contact did not come' },
		{ name: 'Showed', value: 'showed', description: 'The contact came' },
	],
	default: 'confirmed',
	description: 'Where the appointment stands',
};

const assignedUserId = userLocator(
	'Assigned User',
	'assignedUserId',
	"The user of the calendar's team who has the appointment; without one, HighLevel chooses for a new appointment",
);

const address: INodeProperties = {
	displayName: 'Address',
	name: 'address',
	type: 'string',
	default: '',
	description: 'Where to meet: a place, a link or a phone number',
};

const description: INodeProperties = {
	displayName: 'Description',
	name: 'description',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	description: 'What the appointment is about',
};

const meetingLocationType: INodeProperties = {
	displayName: 'Meeting Location Type',
	name: 'meetingLocationType',
	type: 'options',
	options: [
		{ name: 'Address', value: 'address' },
		{ name: 'Custom', value: 'custom', description: 'What stands in Address' },
		{ name: 'Google', value: 'google' },
		{ name: 'Google Meet', value: 'gmeet' },
		{ name: 'Microsoft Teams', value: 'ms_teams' },
		{ name: 'Phone', value: 'phone' },
		{ name: 'Zoom', value: 'zoom' },
	],
	default: 'custom',
	description: 'How to meet, in place of what the calendar says; with an address, it is Custom unless told',
};

const meetingLocationId: INodeProperties = {
	displayName: 'Meeting Location ID',
	name: 'meetingLocationId',
	type: 'string',
	default: '',
	placeholder: 'e.g. custom_0',
	description:
		'One of the meeting locations of the calendar; Calendar > Get shows their IDs under locationConfigurations when Simplify is off',
};

const overrideLocationConfig: INodeProperties = {
	displayName: 'Override Location Config',
	name: 'overrideLocationConfig',
	type: 'boolean',
	default: true,
	description:
		'Whether the meeting location type takes the place of what the calendar says: on when only the type is given, off when only the ID of a meeting location is',
};

const rrule: INodeProperties = {
	displayName: 'Recurrence Rule',
	name: 'rrule',
	type: 'string',
	default: '',
	placeholder: 'e.g. RRULE:FREQ=WEEKLY;INTERVAL=1;COUNT=5',
	description:
		'Repeats the appointment by a rule as in iCalendar (RFC 5545). Needs the option Ignore Free Slot Validation.',
};

/** What a new appointment may have beside its calendar, its contact and its start. */
export const additionalAppointmentFields = [
	address,
	appointmentStatus,
	assignedUserId,
	description,
	endTime,
	meetingLocationId,
	meetingLocationType,
	overrideLocationConfig,
	rrule,
	title,
];

/** How HighLevel goes about a booking; nothing of it is stored. */
export const bookingOptions: INodeProperties[] = [
	{
		displayName: 'Ignore Date Range',
		name: 'ignoreDateRange',
		type: 'boolean',
		default: false,
		description:
			'Whether to book without regard to how long before, and how far ahead, the calendar takes appointments',
	},
	{
		displayName: 'Ignore Free Slot Validation',
		name: 'ignoreFreeSlotValidation',
		type: 'boolean',
		default: false,
		description:
			'Whether to book a time that is taken or not offered; the calendar of a team then wants an assigned user',
	},
	{
		displayName: 'Run Automations',
		name: 'toNotify',
		type: 'boolean',
		default: true,
		description: 'Whether the automations in HighLevel run, such as messages to the contact',
	},
];
