import { options } from '../../../core/editor/fields';
import { simplified, simplify } from '../../../core/operation/simplify';
import { getCalendar } from '../../api/records/calendars';
import { calendarLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { CALENDAR_SUMMARY } from './fields';

export const get = operation({
	name: 'Get',
	action: 'Get a calendar',
	description: 'Read one calendar of the location',
	scopes: ['calendars.readonly'],
	fields: [calendarLocator, simplify, options()],
	async execute({ api, params }) {
		return simplified(params, await getCalendar(api, params.id('calendarId')), CALENDAR_SUMMARY);
	},
});
