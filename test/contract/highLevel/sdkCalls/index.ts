import { appointment } from './appointment';
import { appointmentNote } from './appointmentNote';
import { business } from './business';
import { calendar } from './calendar';
import { campaign } from './campaign';
import type { SdkComparison } from './comparison';
import { contact } from './contact';
import { customApiCall } from './customApiCall';
import { customField } from './customField';
import { customValue } from './customValue';
import { location } from './location';
import { note } from './note';
import { recurringTask } from './recurringTask';
import { tag } from './tag';
import { task } from './task';
import { user } from './user';
import { workflow } from './workflow';

/** Resource -> its operations beside the official SDK. */
export const comparisons: Record<string, SdkComparison> = {
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
