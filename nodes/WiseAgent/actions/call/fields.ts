import type { INodeProperties } from 'n8n-workflow';

import type { Params } from '../../../core/operation/params';
import { isEmpty, textOf } from '../../../core/values/texts';
import { ARIZONA, minuteIn, momentIn } from '../../api/dates';
import type { CallFields } from '../../api/records/calls';
import { anyContactLocator, teamMemberLocator } from '../../pickers/locators';
import { text } from '../optionalFields';

/** What a call may have. */
export const callFields: INodeProperties[] = [
	teamMemberLocator('Assigned To', 'The member of the inside team who is to call'),
	text('Call Type', 'CallType', 'Kind of call', 'e.g. Phone'),
	{
		displayName: 'Completed',
		name: 'Completed',
		type: 'boolean',
		default: false,
		description: 'Whether the call was made',
	},
	{
		displayName: 'Important',
		name: 'FlagImportant',
		type: 'boolean',
		default: false,
		description: 'Whether the call is flagged as important',
	},
	{
		displayName: 'Next Contact Date',
		name: 'NextContactDate',
		type: 'dateTime',
		default: '',
		description:
			'When to call, such as 2026-03-31T14:30:00; without an offset, it is a time in the time zone of the workflow',
	},
	text('Reason', 'Reason', 'What the call is about, up to 100 characters'),
];

/** Only when a call is changed. */
export const dateCompleted: INodeProperties = {
	displayName: 'Date Completed',
	name: 'DateCompleted',
	type: 'dateTime',
	default: '',
	description: 'When the call was made; without an offset, it is a time in the time zone of the workflow',
};

/** Serves the list of calls; the operations themselves need the call alone. */
export const contactForList: INodeProperties = {
	...anyContactLocator,
	description: 'Only needed to choose the call from a list: the contact that it belongs to',
};

/** The call that the editor's parameters describe; what is empty is left out. */
export function callFieldsOf(
	params: Params,
	given: Record<string, unknown>,
): CallFields & { DateCompleted?: string } {
	const fields: CallFields & { DateCompleted?: string } = {};
	for (const name of ['CallType', 'InsideTeamId', 'Reason'] as const) {
		if (!isEmpty(given[name])) fields[name] = textOf(given[name], params.label(name));
	}
	for (const name of ['Completed', 'FlagImportant'] as const) {
		if (!isEmpty(given[name])) fields[name] = given[name] === true;
	}
	if (!isEmpty(given.NextContactDate)) {
		fields.NextContactDate = minuteIn(ARIZONA, given.NextContactDate, 'Next Contact Date', params.timezone);
	}
	if (!isEmpty(given.DateCompleted)) {
		const at = momentIn('utc', given.DateCompleted, 'Date Completed', params.timezone);
		fields.DateCompleted = at.toFormat('yyyy-MM-dd HH:mm:ss');
	}
	return fields;
}
