import type { INodeProperties } from 'n8n-workflow';

import { activityKinds, chosenKinds, newestFirst } from '../../../core/editor/activity';
import { returnAllOrLimit } from '../../../core/editor/fields';
import { Failure } from '../../../core/failure';
import { optional } from '../../../core/operation/request';
import type { Params } from '../../../core/operation/params';
import { isEmpty } from '../../../core/values/texts';
import { ACTIVITY_KINDS, ACTIVITY_REQUESTS, readActivity } from '../../api/contacts/activity';
import { readContact } from '../../api/contacts/contacts';
import { ARIZONA, momentIn } from '../../api/dates';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { recordOptions } from '../output';

const YEAR_MS = 365 * 86_400_000;

const calendarDay = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'dateTime',
	default: '',
	description,
});

const { needed, others } = ACTIVITY_REQUESTS;

export const getActivity = operation({
	name: 'Get Activity',
	action: 'Get the activity of a contact',
	description:
		'Read the appointments, calls, notes and tasks of a contact as one list, the newest first. What the connection may not read is named in an item of its own.',
	requests: [readContact, ...needed, ...others.map(optional)],
	fields: [
		contactLocator,
		activityKinds(
			ACTIVITY_KINDS,
			'What to read. Tasks cost one request per 100 tasks of the account, since Wise Agent cannot list those of one contact.',
		),
		...returnAllOrLimit,
		recordOptions(
			calendarDay(
				'Appointments From',
				'appointmentsFrom',
				'Only appointments that begin at this time or later. If it is empty, those of the last 365 days are read.',
			),
			calendarDay(
				'Appointments Until',
				'appointmentsUntil',
				'Only appointments that begin at this time or earlier. If it is empty, those of the next 365 days are read.',
			),
		),
	],
	async execute({ api, params }) {
		const limit = params.limit();
		const kinds = chosenKinds(params.value('kinds'));
		const of = { contactId: params.id('contactId'), calendar: calendarOf(params) };
		const isRaw = params.collection('options').rawOutput === true;
		await readContact(api, of.contactId);
		// Days are those of Arizona, which has no daylight saving.
		return newestFirst(await readActivity(api, of, kinds, isRaw), limit, '-07:00');
	},
});

function calendarOf(params: Params): { startDate: string; endDate: string } {
	const { appointmentsFrom, appointmentsUntil } = params.collection('options');
	const at = (value: unknown, label: string, otherwise: number) =>
		momentIn(ARIZONA, isEmpty(value) ? new Date(otherwise) : value, label, params.timezone);
	const from = at(appointmentsFrom, 'Appointments From', Date.now() - YEAR_MS);
	const until = at(appointmentsUntil, 'Appointments Until', Date.now() + YEAR_MS);
	if (until < from) {
		throw new Failure(
			'"Appointments Until" lies before "Appointments From"',
			'Nothing was sent for this item.',
			{
				field: 'appointmentsUntil',
			},
		);
	}
	const format = 'yyyy-MM-dd HH:mm';
	return { startDate: from.toFormat(format), endDate: until.toFormat(format) };
}
