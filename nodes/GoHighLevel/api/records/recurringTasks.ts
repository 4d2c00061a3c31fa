import type { IDataObject } from 'n8n-workflow';

import { making } from '../../../core/operation/request';
import { isObject } from '../../../core/values/objects';
import { record } from '../answers';
import type { HighLevelClient } from '../client';
import { request } from '../request';
import { kindOf } from './kit';

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

/** The specification declares no scope for them. These are assumed: many public apps ask HighLevel for them. */
const recurringTask = kindOf<RecurringTask, 'recurringTaskId'>({
	path: '/locations/{locationId}/recurring-tasks',
	id: 'recurringTaskId',
	one: 'recurringTask',
	read: 'recurring-tasks.readonly',
	write: 'recurring-tasks.write',
});

const get = recurringTask.get();

const write = recurringTask.change<RecurringTaskFields & { rruleOptions?: IDataObject }>(get);

export const recurringTasks = {
	get,
	/** Never done twice: HighLevel does not list recurring tasks, so a lost one could not be found again. */
	create: request(
		{ endpoint: 'POST /locations/{locationId}/recurring-tasks', scopes: ['recurring-tasks.write'] },
		(path) =>
			async (
				api: HighLevelClient,
				fields: RecurringTaskFields & { title: string },
				rule: RecurrenceRule,
			): Promise<RecurringTask> => {
				const { locationId } = api;
				const body = { ...fields, rruleOptions: { ...rule } };
				return await api.postOnce(
					path({ locationId }),
					record<RecurringTask>('recurringTask'),
					body,
					'create',
				);
			},
	),
	/**
	 * Writes the given fields and leaves all others as they are. HighLevel takes a rule as a whole, so the parts of it
	 * that are not given are read.
	 */
	change: making(
		write,
		[get],
		async (
			api: HighLevelClient,
			given: RecurringTaskFields & { recurringTaskId: string },
			rule: Partial<RecurrenceRule>,
		): Promise<RecurringTask> => {
			if (Object.keys(rule).length === 0) return await write(api, given);
			const { recurringTaskId } = given;
			return await api.alone(`recurringTask/${recurringTaskId}`, async () => {
				const { rruleOptions } = await get(api, { recurringTaskId });
				const before = isObject(rruleOptions) ? rruleOptions : {};
				return await write(api, { ...given, rruleOptions: changed(before, rule) });
			});
		},
	),
	delete: recurringTask.delete(get),
};

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
