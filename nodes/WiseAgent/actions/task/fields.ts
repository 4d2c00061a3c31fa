import type { INodeProperties } from 'n8n-workflow';

import type { Params } from '../../../core/operation/params';
import { isEmpty, textOf } from '../../../core/values/texts';
import { usDay } from '../../api/dates';
import type { TaskFields } from '../../api/records/tasks';
import { anyContactLocator, teamMemberLocator } from '../../pickers/locators';
import { text } from '../optionalFields';

export const description = text(
	'Description',
	'Description',
	'What is to be done, in a few words',
	'e.g. Call back about the viewing',
);

export const dueDate: INodeProperties = {
	displayName: 'Due Date',
	name: 'TaskDue',
	type: 'dateTime',
	default: '',
	description: 'The day on which the task is due; Wise Agent keeps no time of day',
};

const contact: INodeProperties = {
	...anyContactLocator,
	displayName: 'Contact or Vendor',
	name: 'contactId',
	description: 'Whom the task is about: a contact from the list or by its ID, or a vendor by its ID with a V',
};

const assignedTo = teamMemberLocator('Assigned To', 'The member of the inside team who is to do the task');

const completed: INodeProperties = {
	displayName: 'Completed',
	name: 'Completed',
	type: 'boolean',
	default: false,
	description: 'Whether the task is done',
};

const estimatedTime: INodeProperties = {
	displayName: 'Estimated Time',
	name: 'EstimatedTime',
	type: 'options',
	options: [
		{ name: '15 to 30 Minutes', value: '2' },
		{ name: '30 to 60 Minutes', value: '3' },
		{ name: 'Less Than 15 Minutes', value: '1' },
		{ name: 'More Than an Hour', value: '4' },
		{ name: 'None', value: '0' },
	],
	default: '0',
	description: 'How long it is expected to take',
};

const priority: INodeProperties = {
	displayName: 'Priority',
	name: 'Priority',
	type: 'options',
	options: [
		{ name: 'High', value: '3' },
		{ name: 'Low', value: '1' },
		{ name: 'Medium', value: '2' },
		{ name: 'None', value: '0' },
	],
	default: '0',
	description: 'How urgent the task is',
};

/** Only when a task is created. */
export const taskNote: INodeProperties = {
	displayName: 'Note',
	name: 'TaskNote',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	description: 'Further text of the task, up to 2048 characters',
};

/** What a task may have beside its description and due date. */
export const additionalTaskFields = [assignedTo, completed, contact, estimatedTime, priority];

/** The task that the editor's parameters describe; what is empty is left out. */
export function taskFieldsOf(params: Params, given: Record<string, unknown>): TaskFields {
	const fields: TaskFields = {};
	for (const name of ['Description', 'EstimatedTime', 'InsideTeamId', 'Priority'] as const) {
		if (!isEmpty(given[name])) fields[name] = textOf(given[name], params.label(name));
	}
	if (!isEmpty(given.contactId)) fields.ContactID = textOf(given.contactId, 'Contact').toUpperCase();
	if (!isEmpty(given.TaskDue)) fields.TaskDue = usDay(given.TaskDue, 'Due Date');
	if (!isEmpty(given.Completed)) {
		fields.Completed = given.Completed === true ? 'yes' : 'no';
	}
	return fields;
}
