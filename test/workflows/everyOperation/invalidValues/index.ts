import { appointment } from './appointment';
import { appointmentNote } from './appointmentNote';
import { calendar } from './calendar';
import { contact } from './contact';
import { customApiCall } from './customApiCall';
import { customField } from './customField';
import { customValue } from './customValue';
import type { InvalidValues } from './invalidValues';
import { note } from './note';
import { recurringTask } from './recurringTask';
import { task } from './task';

const BY_RESOURCE: Record<string, InvalidValues> = {
	appointment,
	appointmentNote,
	calendar,
	contact,
	customApiCall,
	customField,
	customValue,
	note,
	recurringTask,
	task,
};

/** `resource.operation` -> a value that cannot be right. */
export const invalidValues: InvalidValues = Object.fromEntries(
	Object.entries(BY_RESOURCE).flatMap(([resource, own]) =>
		Object.entries(own).map(([operation, row]) => [`${resource}.${operation}`, row]),
	),
);
