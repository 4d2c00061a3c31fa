import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { collection, options, returnAllOrLimit, time } from '../../../core/editor/fields';
import { Failure } from '../../../core/failure';
import { momentIn } from '../../../core/operation/given';
import type { Params } from '../../../core/operation/params';
import { simplify } from '../../../core/operation/simplify';
import { dateTimeOf, lastMomentOf } from '../../../core/values/dates';
import { isEmpty, textOf } from '../../../core/values/texts';
import type { DueQuery, TaskQuery } from '../../api/records/tasks';
import { tasks } from '../../api/records/tasks';
import { anyBusinessLocator, contactLocator, userLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { shownWithReference } from '../shownWithReference';

const status: INodeProperties = {
	displayName: 'Status',
	name: 'status',
	type: 'options',
	options: [
		{ name: 'Done', value: 'completed' },
		{ name: 'Open', value: 'open' },
	],
	default: 'open',
	description: 'Only tasks that are done, or only those that are not',
};

const titleText: INodeProperties = {
	displayName: 'Search Text',
	name: 'query',
	type: 'string',
	default: '',
	description: 'Only tasks with this text in their title',
};

/** HighLevel's search has none of these: the node applies them. */
const due: INodeProperties[] = [
	time('Due From', 'dueFrom', 'Only tasks that are due at this time or later'),
	time(
		'Due Until',
		'dueUntil',
		'Only tasks that are due at this time or earlier. A day without a time is included up to its end.',
	),
	{
		displayName: 'Overdue',
		name: 'overdue',
		type: 'boolean',
		default: false,
		description: 'Whether to return only open tasks whose due date has passed',
	},
];

const { required: _, ...contact } = contactLocator;

export const search = operation({
	name: 'Search',
	action: 'Search tasks',
	description:
		'Find tasks of the whole location; without a filter, all of them. By due date, the node reads all tasks that match the other filters: one request per 100.',
	requests: [tasks.search],
	fields: [
		...returnAllOrLimit,
		collection(
			'Filters',
			'filters',
			[
				userLocator('Assigned To', 'assignedTo', 'Only tasks of this user'),
				{ ...anyBusinessLocator, description: 'Only tasks of the contacts of this business (company)' },
				{ ...contact, description: 'Only tasks of this contact' },
				titleText,
				status,
				...due,
			],
			'Add Filter',
		),
		simplify,
		options(),
	],
	async execute({ api, params }) {
		const given = params.collection('filters');
		const query = { ...queryOf(given), limit: params.limit() };
		const found = await tasks.search(api, query, dueOf(params, given));
		return found.map((task) => shownWithReference(params, task));
	},
});

function queryOf({ contactId, assignedTo, businessId, query, status: wanted }: IDataObject): TaskQuery {
	return {
		...(isEmpty(contactId) ? {} : { contactId: [textOf(contactId, 'Contact')] }),
		...(isEmpty(assignedTo) ? {} : { assignedTo: [textOf(assignedTo, 'Assigned To')] }),
		...(isEmpty(businessId) ? {} : { businessId: textOf(businessId, 'Business') }),
		...(isEmpty(query) ? {} : { query: textOf(query, 'Search Text') }),
		...(isEmpty(wanted) ? {} : { completed: wanted === 'completed' }),
	};
}

function dueOf(params: Params, given: IDataObject): DueQuery {
	const overdue = given.overdue === true;
	if (overdue && given.status === 'completed') {
		throw new Failure(
			'No task is both done and overdue',
			'Remove one of the filters "Status" and "Overdue".',
			{ field: 'overdue' },
		);
	}
	return {
		dueFromMs: momentIn(params, given, 'dueFrom', dateTimeOf),
		dueUntilMs: momentIn(params, given, 'dueUntil', lastMomentOf),
		overdue,
	};
}
