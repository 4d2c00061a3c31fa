import type { INodeProperties } from 'n8n-workflow';

import { collection, options, returnAllOrLimit } from '../../../core/editor/fields';
import { isEmpty, textOf } from '../../../core/values/texts';
import { simplified, simplify } from '../../../core/operation/simplify';
import { calendars } from '../../api/records/calendars';
import { calendarGroupLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { CALENDAR_SUMMARY } from './fields';

const showDrafted: INodeProperties = {
	displayName: 'Show Drafts',
	name: 'showDrafted',
	type: 'boolean',
	default: true,
	description: 'Whether to include calendars that are not active, and hence cannot be booked',
};

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many calendars',
	description: 'Read the calendars of the location',
	requests: [calendars.list],
	fields: [
		...returnAllOrLimit,
		simplify,
		collection('Filters', 'filters', [calendarGroupLocator, showDrafted], 'Add Filter'),
		options(),
	],
	async execute({ api, params }) {
		const { groupId, showDrafted: drafts } = params.collection('filters');
		const found = await calendars.list(api, {
			limit: params.limit(),
			...(isEmpty(groupId) ? {} : { groupId: textOf(groupId, params.label('groupId')) }),
			...(isEmpty(drafts) ? {} : { showDrafted: drafts === true }),
		});
		return found.map((calendar) => simplified(params, calendar, CALENDAR_SUMMARY));
	},
});
