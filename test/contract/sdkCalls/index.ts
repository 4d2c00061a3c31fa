import { appointment } from './appointment';
import { appointmentNote } from './appointmentNote';
import { calendar } from './calendar';
import type { SdkComparison } from './comparison';
import { contact } from './contact';
import { customApiCall } from './customApiCall';
import { customField } from './customField';
import { customValue } from './customValue';
import { note } from './note';
import { recurringTask } from './recurringTask';
import { task } from './task';

/** Resource -> its operations beside the official SDK. */
export const comparisons: Record<string, SdkComparison> = {
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
