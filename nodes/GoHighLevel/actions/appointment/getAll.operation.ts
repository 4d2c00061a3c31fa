import type { INodeProperties } from 'n8n-workflow';

import { options, returnAllOrLimit } from '../../../core/editor/fields';
import type { Params } from '../../../core/operation/params';
import { simplified, simplify } from '../../../core/operation/simplify';
import type { AppointmentsOf } from '../../api/records/appointments';
import { APPOINTMENT_SUMMARY, appointments } from '../../api/records/appointments';
import { calendarGroupLocator, calendarLocator, userLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { fromAndTo, spanOf } from './spanOf';

const appointmentsOf: INodeProperties = {
	displayName: 'Appointments Of',
	name: 'appointmentsOf',
	type: 'options',
	options: [
		{ name: 'Calendar', value: 'calendar' },
		{ name: 'Calendar Group', value: 'group' },
		{ name: 'User', value: 'user', description: 'Those that are assigned to the user, in all calendars' },
	],
	default: 'calendar',
	description: 'Whose appointments to read',
};

const user = userLocator('User', 'userId', 'The user whose appointments to read');

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many appointments',
	description:
		'Read the appointments of a calendar, a group of calendars or a user within a time. For all of a contact, use Get Appointments under Contact.',
	requests: [appointments.list],
	fields: [
		appointmentsOf,
		shownFor('calendar', calendarLocator),
		shownFor('group', calendarGroupLocator),
		shownFor('user', user),
		...fromAndTo('startTime', 'endTime'),
		...returnAllOrLimit,
		simplify,
		options(),
	],
	async execute({ api, params }) {
		const limit = params.limit();
		const span = spanOf(params, 'startTime', 'endTime');
		const found = await appointments.list(api, { ...ownerOf(params), ...span });
		return found.slice(0, limit).map((appointment) => simplified(params, appointment, APPOINTMENT_SUMMARY));
	},
});

function shownFor(owner: string, field: INodeProperties): INodeProperties {
	return { ...field, required: true, displayOptions: { show: { appointmentsOf: [owner] } } };
}

function ownerOf(params: Params): AppointmentsOf {
	switch (params.text('appointmentsOf')) {
		case 'group':
			return { groupId: params.id('groupId') };
		case 'user':
			return { userId: params.id('userId') };
		default:
			return { calendarId: params.id('calendarId') };
	}
}
