import type { IPollFunctions } from 'n8n-workflow';

import { Failure } from '../failure';
import { dateTimeOf } from '../values/dates';
import { isEmpty, listOf } from '../values/texts';

/** What the workflow is to start on, by the values of "Events". Throws a `Failure` when nothing is chosen. */
export function chosenEvents<Event extends string>(value: unknown): ReadonlySet<Event> {
	const events = new Set(value as Event[]);
	if (events.size > 0) return events;
	throw new Failure('No event is chosen', 'Choose under "Events" what the workflow is to start on.', {
		field: 'events',
	});
}

/** "Start Date" in ms since 1970. Throws a `Failure` when it is empty or no date. */
export function startAtOf(context: IPollFunctions): number {
	const date = context.getNodeParameter('startDate', '');
	if (isEmpty(date)) {
		throw new Failure('"Start Date" is empty', 'Enter the date to begin with, or choose to start from now.', {
			field: 'startDate',
		});
	}
	return Date.parse(dateTimeOf(date, 'Start Date', context.getTimezone()));
}

/**
 * Names such as tags, in lower case, each once and in the order of the alphabet: a list that is only written otherwise
 * is the same setting.
 */
export function namesOf(value: unknown, label: string): string[] {
	const names = listOf(value, label).map((name) => name.toLowerCase());
	return [...new Set(names)].sort();
}

/** A number of `least` or more. Throws a `Failure` for anything else. */
export function numberOf(value: unknown, label: string, least: number): number {
	const number = isEmpty(value) ? NaN : Number(value);
	if (Number.isFinite(number) && number >= least) return number;
	throw new Failure(`"${label}" must be a number of ${least} or more`, undefined, { field: label });
}
