import type { INodeProperties } from 'n8n-workflow';

export const intervalType: INodeProperties = {
	displayName: 'Interval Type',
	name: 'intervalType',
	type: 'options',
	options: [
		{ name: 'Daily', value: 'daily' },
		{ name: 'Hourly', value: 'hourly' },
		{ name: 'Monthly', value: 'monthly' },
		{ name: 'Weekly', value: 'weekly' },
		{ name: 'Yearly', value: 'yearly' },
	],
	default: 'weekly',
	description: 'What the interval counts: hours, days, weeks, months or years',
};

export const interval: INodeProperties = {
	displayName: 'Interval',
	name: 'interval',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 1,
	description:
		'Every how many hours, days, weeks, months or years a task is made; 2 with Weekly is every other week',
};

export const startDate: INodeProperties = {
	displayName: 'Start Date',
	name: 'startDate',
	type: 'dateTime',
	default: '',
	description:
		'When the first task starts, such as 2026-03-31T14:30:00; without an offset, it is a time in the time zone of the workflow',
};

export const dueAfterHours: INodeProperties = {
	displayName: 'Due After (Hours)',
	name: 'dueAfterHours',
	type: 'number',
	typeOptions: { minValue: 0, numberPrecision: 4 },
	default: 24,
	description: 'How many hours after its start each task is due; 24 is the next day, 0.5 half an hour later',
};

/** What a rule may have beside its interval, its start and when tasks are due. */
export const additionalRuleFields: INodeProperties[] = [
	{
		displayName: 'Count',
		name: 'count',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 10,
		description: 'How many tasks are made at most; without it, and without an end date, there is no end',
	},
	{
		displayName: 'Create If Overdue',
		name: 'createTaskIfOverDue',
		type: 'boolean',
		default: true,
		description: 'Whether the next task is also made while the one before it is overdue',
	},
	{
		displayName: 'Day of Month',
		name: 'dayOfMonth',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 31 },
		default: 1,
		description: 'On which day of the month, 1 to 31, a monthly or yearly task is made',
	},
	{
		displayName: 'Day of Week',
		name: 'dayOfWeek',
		type: 'options',
		options: [
			{ name: 'Friday', value: 'FR' },
			{ name: 'Monday', value: 'MO' },
			{ name: 'Saturday', value: 'SA' },
			{ name: 'Sunday', value: 'SU' },
			{ name: 'Thursday', value: 'TH' },
			{ name: 'Tuesday', value: 'TU' },
			{ name: 'Wednesday', value: 'WE' },
		],
		default: 'MO',
		description: 'On which day of the week a weekly task is made',
	},
	{
		displayName: 'End Date',
		name: 'endDate',
		type: 'dateTime',
		default: '',
		description:
			'Until when tasks are made; a day without a time is included. Without an offset, it is a time in the time zone of the workflow.',
	},
	{
		displayName: 'Month of Year',
		name: 'monthOfYear',
		type: 'options',
		options: [
			{ name: 'April', value: 4 },
			{ name: 'August', value: 8 },
			{ name: 'December', value: 12 },
			{ name: 'February', value: 2 },
			{ name: 'January', value: 1 },
			{ name: 'July', value: 7 },
			{ name: 'June', value: 6 },
			{ name: 'March', value: 3 },
			{ name: 'May', value: 5 },
			{ name: 'November', value: 11 },
			{ name: 'October', value: 10 },
			{ name: 'September', value: 9 },
		],
		default: 1,
		description: 'In which month a yearly task is made',
	},
];
