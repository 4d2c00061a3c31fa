import type { IDataObject } from 'n8n-workflow';

import { path } from '../../../core/sending/path';
import { isObject } from '../../../core/values/objects';
import { record } from '../answers';
import type { HighLevelClient } from '../client';

/** When a recurring task makes its tasks, under the API's own names. */
export interface RecurrenceRule {
	intervalType: 'yearly' | 'monthly' | 'weekly' | 'daily' | 'hourly';
	/** Every how many years, months, … */
	interval: number;
	/** ISO 8601 */
	startDate: string;
	/** How long after its start a task is due. */
	dueAfterSeconds: number;
	/** ISO 8601 */
	endDate?: string;
	/** 1 to 31 */
	dayOfMonth?: number;
	/** `MO` to `SU` */
	dayOfWeek?: string;
	/** 1 to 12 */
	monthOfYear?: number;
	/** The most tasks that are made. */
	count?: number;
	createTaskIfOverDue?: boolean;
}

/** A recurring task as HighLevel answers it; only what this package looks at is named. */
export interface RecurringTask extends IDataObject {
	id: string;
	rruleOptions?: (RecurrenceRule & IDataObject) | null;
}

/** The writable fields of a recurring task, under the API's own names. */
export interface RecurringTaskFields {
	title?: string;
	description?: string;
	contactIds?: string[];
	/** Ids of users. */
	owners?: string[];
	/** Leaves out the first task, which HighLevel makes at once. */
	ignoreTaskCreation?: boolean;
}

export async function getRecurringTask(api: HighLevelClient, id: string): Promise<RecurringTask> {
	return await api.get(
		path`/locations/${api.locationId}/recurring-tasks/${id}`,
		record<RecurringTask>('recurringTask', id),
	);
}

/** Never done twice: HighLevel has no list of recurring tasks in which a lost one could be found again. */
export async function createRecurringTask(
	api: HighLevelClient,
	fields: RecurringTaskFields & { title: string },
	rruleOptions: RecurrenceRule,
): Promise<RecurringTask> {
	const body = { ...fields, rruleOptions: { ...rruleOptions } };
	return await api.postOnce(
		path`/locations/${api.locationId}/recurring-tasks`,
		record<RecurringTask>('recurringTask'),
		body,
	);
}

/**
 * Writes the given fields and leaves all others as they are. HighLevel takes a rule as a whole, so the parts of it
 * that are not given are read.
 */
export async function updateRecurringTask(
	api: HighLevelClient,
	id: string,
	fields: RecurringTaskFields,
	rule: Partial<RecurrenceRule>,
): Promise<RecurringTask> {
	if (Object.keys(rule).length === 0) return await put(api, id, { ...fields });
	return await api.alone(`recurringTask/${id}`, async () => {
		const { rruleOptions } = await getRecurringTask(api, id);
		const before = isObject(rruleOptions) ? rruleOptions : {};
		return await put(api, id, { ...fields, rruleOptions: changed(before, rule) });
	});
}

export async function deleteRecurringTask(api: HighLevelClient, id: string): Promise<void> {
	await api.delete(path`/locations/${api.locationId}/recurring-tasks/${id}`);
}

async function put(api: HighLevelClient, id: string, body: IDataObject): Promise<RecurringTask> {
	return await api.put(
		path`/locations/${api.locationId}/recurring-tasks/${id}`,
		record<RecurringTask>('recurringTask', id),
		body,
	);
}

/** On which day tasks are made; it depends on the interval. */
const DAY_FIELDS = ['dayOfMonth', 'dayOfWeek', 'monthOfYear'];

const RULE_FIELDS = [
	...DAY_FIELDS,
	'intervalType',
	'interval',
	'startDate',
	'dueAfterSeconds',
	'endDate',
	'count',
	'createTaskIfOverDue',
];

/** With another interval, the days of the old one do not apply any more. */
function changed(before: IDataObject, rule: Partial<RecurrenceRule>): IDataObject {
	const keepsDays = rule.intervalType === undefined || rule.intervalType === before.intervalType;
	const kept = Object.entries(before).filter(
		([name, value]) =>
			RULE_FIELDS.includes(name) && value !== null && (keepsDays || !DAY_FIELDS.includes(name)),
	);
	return { ...Object.fromEntries(kept), ...rule };
}
