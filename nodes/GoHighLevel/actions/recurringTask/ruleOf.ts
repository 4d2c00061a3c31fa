import { dateTimeOf, lastMomentOf } from '../../../core/values/dates';
import { Failure } from '../../../core/failure';
import type { Params } from '../../../core/operation/params';
import { isEmpty, textOf } from '../../../core/values/texts';
import type { RecurrenceRule } from '../../api/records/recurringTasks';

/** Whole numbers from 1, and what they end with. */
const LARGEST = { count: Infinity, dayOfMonth: 31, interval: Infinity, monthOfYear: 12 };

/** The parts of a rule that the editor's parameters describe; what is empty is left out. */
export function ruleOf(params: Params, given: Record<string, unknown>): Partial<RecurrenceRule> {
	const rule: Partial<RecurrenceRule> = {};
	const { intervalType, dayOfWeek, startDate, endDate, dueAfterHours, createTaskIfOverDue } = given;
	if (!isEmpty(intervalType)) {
		rule.intervalType = textOf(intervalType, params.label('intervalType')) as RecurrenceRule['intervalType'];
	}
	if (!isEmpty(dayOfWeek)) rule.dayOfWeek = textOf(dayOfWeek, params.label('dayOfWeek'));
	for (const name of ['count', 'dayOfMonth', 'interval', 'monthOfYear'] as const) {
		if (!isEmpty(given[name])) rule[name] = wholeNumberOf(params, name, given[name], LARGEST[name]);
	}
	if (!isEmpty(startDate)) {
		rule.startDate = dateTimeOf(startDate, params.label('startDate'), params.timezone);
	}
	if (!isEmpty(endDate)) rule.endDate = lastMomentOf(endDate, params.label('endDate'), params.timezone);
	if (!isEmpty(dueAfterHours)) rule.dueAfterSeconds = secondsOf(params, dueAfterHours);
	if (!isEmpty(createTaskIfOverDue)) rule.createTaskIfOverDue = createTaskIfOverDue === true;
	return rule;
}

function wholeNumberOf(params: Params, name: string, value: unknown, largest: number): number {
	const number = Number(value);
	if (Number.isInteger(number) && number >= 1 && number <= largest) return number;
	const range = largest === Infinity ? 'of 1 or more' : `from 1 to ${largest}`;
	throw new Failure(`"${params.label(name)}" must be a whole number ${range}`, undefined, { field: name });
}

function secondsOf(params: Params, hours: unknown): number {
	const seconds = Math.round(Number(hours) * 3600);
	if (seconds >= 0 && seconds < Infinity) return seconds;
	throw new Failure(
		`"${params.label('dueAfterHours')}" must be a number of hours, 0 or more`,
		'Write a number, such as 24 for a day or 0.5 for half an hour.',
		{ field: 'dueAfterHours' },
	);
}
