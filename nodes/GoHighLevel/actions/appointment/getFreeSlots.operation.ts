import type { INodeProperties } from 'n8n-workflow';
import { IANAZone } from 'luxon';

import { Failure } from '../../../core/failure';
import { collection, options } from '../../../core/editor/fields';
import type { Params } from '../../../core/operation/params';
import { isEmpty, listOf, textOf } from '../../../core/values/texts';
import { listFreeSlots } from '../../api/records/freeSlots';
import { calendarLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { fromAndTo, spanOf } from './spanOf';

const userIds: INodeProperties = {
	displayName: 'User Names or IDs',
	name: 'userIds',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getUsers' },
	default: [],
	description:
		'Only slots in which one of these users has time. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

const timezone: INodeProperties = {
	displayName: 'Time Zone',
	name: 'timezone',
	type: 'string',
	default: '',
	placeholder: 'e.g. America/New_York',
	description:
		'The time zone that the slots are written in, by its IANA name; without one, that of the workflow',
};

export const getFreeSlots = operation({
	name: 'Get Free Slots',
	action: 'Get the free slots of a calendar',
	description:
		'Read when an appointment can be booked in a calendar: an item for each slot, with its startTime and its date. The time may be as long as you like.',
	requests: [listFreeSlots],
	fields: [
		calendarLocator,
		...fromAndTo('startDate', 'endDate'),
		collection('Filters', 'filters', [userIds], 'Add Filter'),
		options(timezone),
	],
	async execute({ api, params }) {
		const label = params.label('userIds');
		const users = listOf(params.collection('filters').userIds, label);
		return await listFreeSlots(api, {
			calendarId: params.id('calendarId'),
			...spanOf(params, 'startDate', 'endDate'),
			timezone: zoneOf(params),
			...(users.length > 0 ? { userIds: users } : {}),
		});
	},
});

function zoneOf(params: Params): string {
	const { timezone: given } = params.collection('options');
	if (isEmpty(given)) return params.timezone;
	const zone = textOf(given, params.label('timezone'));
	if (IANAZone.isValidZone(zone)) return zone;
	throw new Failure(
		`"${params.label('timezone')}" is not a time zone: ${zone.slice(0, 40)}`,
		'Write its IANA name, such as America/New_York.',
		{ field: 'timezone' },
	);
}
