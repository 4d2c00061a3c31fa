import { RECURRENCE_INTERVALS, WEEKDAYS } from '../state/records';
import type { JsonSchema } from '../../shared/jsonSchema';
import { closedObject, count, filledText, flag, text, texts } from '../../shared/jsonSchema';

const instant: JsonSchema = {
	type: 'string',
	format: 'instant',
	refusal: 'must be a valid ISO 8601 date string',
};

const rruleOptions = closedObject(
	{
		intervalType: { type: 'string', enum: RECURRENCE_INTERVALS },
		interval: count(1),
		startDate: instant,
		endDate: instant,
		dayOfMonth: count(1, 31),
		dayOfWeek: { type: 'string', enum: WEEKDAYS },
		monthOfYear: count(1, 12),
		count: count(1),
		createTaskIfOverDue: flag,
		// Up to a hundred years: dates beyond all measure cannot be written.
		dueAfterSeconds: count(0, 3_155_760_000),
	},
	['intervalType', 'interval', 'startDate', 'dueAfterSeconds'],
);

const fields = {
	title: filledText,
	description: text,
	contactIds: texts,
	owners: texts,
	rruleOptions,
	ignoreTaskCreation: flag,
};

export const createRecurringTaskBody = closedObject(fields, ['title', 'rruleOptions']);
export const updateRecurringTaskBody = closedObject(fields);
