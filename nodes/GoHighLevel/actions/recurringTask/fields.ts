import type { INodeProperties } from 'n8n-workflow';

import type { Params } from '../../../core/operation/params';
import { isEmpty, listOf, textOf } from '../../../core/values/texts';
import type { RecurringTaskFields } from '../../api/records/recurringTasks';

export const title: INodeProperties = {
	displayName: 'Title',
	name: 'title',
	type: 'string',
	default: '',
	placeholder: 'e.g. Ask how the tenant is doing',
	description: 'What is to be done each time, in a few words',
};

/** What a recurring task may have beside its title and its rule. */
export const additionalRecurringTaskFields: INodeProperties[] = [
	{
		displayName: 'Contact IDs',
		name: 'contactIds',
		type: 'string',
		default: '',
		description: 'IDs of the contacts that the tasks are about, separated by commas',
	},
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		description: 'Further text of the tasks',
	},
	{
		displayName: 'Owner Names or IDs',
		name: 'owners',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getUsers' },
		default: [],
		description:
			'The users who are to do the tasks. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Skip First Task',
		name: 'ignoreTaskCreation',
		type: 'boolean',
		default: false,
		description: 'Whether to leave out the first task, which HighLevel otherwise makes at once',
	},
];

/** What is most used of a recurring task. */
export const RECURRING_TASK_SUMMARY = [
	'id',
	'title',
	'description',
	'contactId',
	'assignedTo',
	'rruleOptions',
	'totalOccurrence',
	'createdAt',
	'updatedAt',
] as const;

/** The recurring task that the editor's parameters describe, but for its rule; what is empty is left out. */
export function recurringTaskFieldsOf(params: Params, given: Record<string, unknown>): RecurringTaskFields {
	const fields: RecurringTaskFields = {};
	for (const name of ['title', 'description'] as const) {
		if (!isEmpty(given[name])) fields[name] = textOf(given[name], params.label(name));
	}
	for (const name of ['contactIds', 'owners'] as const) {
		const ids = listOf(given[name], params.label(name));
		if (ids.length > 0) fields[name] = ids;
	}
	const skip = given.ignoreTaskCreation;
	if (!isEmpty(skip)) fields.ignoreTaskCreation = skip === true;
	return fields;
}
