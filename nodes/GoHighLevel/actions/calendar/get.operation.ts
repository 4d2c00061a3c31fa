import { options } from '../../../core/editor/fields';
import { simplified, simplify } from '../../../core/operation/simplify';
import { calendars } from '../../api/records/calendars';
import { calendarLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { CALENDAR_SUMMARY } from './fields';

export const get = operation({
	name: 'Get',
	action: 'Get a calendar',
	description: 'Read one calendar of the location',
	requests: [calendars.get],
	fields: [calendarLocator, simplify, options()],
	async execute({ api, params }) {
		const calendar = await calendars.get(api, { calendarId: params.id('calendarId') });
		return simplified(params, calendar, CALENDAR_SUMMARY);
	},
});
