import type { INodeProperties } from 'n8n-workflow';

import { dateTimeOf } from '../../../core/values/dates';
import type { Params } from '../../../core/operation/params';
import { isEmpty, textOf } from '../../../core/values/texts';
import type { TaskFields } from '../../api/records/tasks';
import { userLocator } from '../../pickers/locators';

export const title: INodeProperties = {
	displayName: 'Title',
	name: 'title',
	type: 'string',
	default: '',
	placeholder: 'e.g. Call back about the viewing',
	description: 'What is to be done, in a few words',
};

export const dueDate: INodeProperties = {
	displayName: 'Due Date',
	name: 'dueDate',
	type: 'dateTime',
	default: '',
	description:
		'When the task is due, such as 2026-03-31T14:30:00; without an offset, it is a time in the time zone of the workflow',
};

const assignedTo = userLocator('Assigned To', 'assignedTo', 'The user who is to do the task');

const body: INodeProperties = {
	displayName: 'Description',
	name: 'body',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	description: 'Further text of the task',
};

const completed: INodeProperties = {
	displayName: 'Completed',
	name: 'completed',
	type: 'boolean',
	default: false,
	description: 'Whether the task is done',
};

/** What a new task may have beside its title and due date. */
export const additionalTaskFields = [assignedTo, body, completed];

/** Everything that can be changed of a task. */
export const updatableTaskFields = [...additionalTaskFields, dueDate, title];

/** The task that the editor's parameters describe; what is empty is left out. */
export function taskFieldsOf(params: Params, given: Record<string, unknown>): TaskFields {
	const fields: TaskFields = {};
	for (const name of ['title', 'body', 'assignedTo'] as const) {
		if (!isEmpty(given[name])) fields[name] = textOf(given[name], params.label(name));
	}
	if (!isEmpty(given.dueDate)) fields.dueDate = dateTimeOf(given.dueDate, 'Due Date', params.timezone);
	if (!isEmpty(given.completed)) fields.completed = given.completed === true;
	return fields;
}
