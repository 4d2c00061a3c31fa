import { appointment } from './appointment';
import { appointmentNote } from './appointmentNote';
import { business } from './business';
import { calendar } from './calendar';
import { campaign } from './campaign';
import { contact } from './contact';
import { customApiCall } from './customApiCall';
import { customField } from './customField';
import { customValue } from './customValue';
import type { InvalidValues } from './invalidValues';
import { location } from './location';
import { note } from './note';
import { recurringTask } from './recurringTask';
import { tag } from './tag';
import { task } from './task';
import { user } from './user';
import { workflow } from './workflow';

const BY_RESOURCE: Record<string, InvalidValues> = {
	appointment,
	appointmentNote,
	business,
	calendar,
	campaign,
	contact,
	customApiCall,
	customField,
	customValue,
	location,
	note,
	recurringTask,
	tag,
	task,
	user,
	workflow,
};

/** `resource.operation` -> a value that cannot be right. */
export const invalidValues: InvalidValues = Object.fromEntries(
	Object.entries(BY_RESOURCE).flatMap(([resource, own]) =>
		Object.entries(own).map(([operation, row]) => [`${resource}.${operation}`, row]),
	),
);
