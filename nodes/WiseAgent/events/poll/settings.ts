import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { dateTimeOf } from '../../../core/values/dates';
import { Failure } from '../../../core/failure';
import { DEFAULT_TIMEOUT_MS } from '../../../core/editor/fields';
import { isEmpty, listOf, settingReader, textOf } from '../../../core/operation/params';
import { DEFAULT_LAG_SECONDS, LEAST_LAG_SECONDS, pollFields } from './fields';

export type PollEvent =
	'contactCreated' | 'contactUpdated' | 'taskCompleted' | 'taskCreated' | 'taskDeleted' | 'taskUpdated';

/** What the operator has set. */
export interface PollSettings {
	events: ReadonlySet<PollEvent>;
	/** ms since 1970; `undefined` for now. */
	startAt: number | undefined;
	/** Names, in lower case; none for all. */
	categories: string[];
	/** Names, in lower case; none for all. */
	sources: string[];
	/** Id of a member of the inside team; empty for everybody. */
	assignedTo: string;
	/** How long Wise Agent may take to show a change. */
	lagMs: number;
	timeoutMs: number;
}

/** Throws a `Failure` for what makes no sense. */
export function settingsOf(context: IPollFunctions): PollSettings {
	const value = settingReader(context, pollFields);
	const filters = (value('filters', {}) ?? {}) as IDataObject;
	const options = (value('options', {}) ?? {}) as IDataObject;
	const events = new Set(value('events', []) as PollEvent[]);
	if (events.size === 0) {
		throw new Failure('No event is chosen', 'Choose under "Events" what the workflow is to start on.', {
			field: 'events',
		});
	}
	return {
		events,
		startAt: value('startFrom', 'now') === 'date' ? startAtOf(context) : undefined,
		categories: namesOf(filters.categories, 'Categories'),
		sources: namesOf(filters.sources, 'Sources'),
		assignedTo: textOf(value('filters.InsideTeamId', ''), 'Assigned To'),
		lagMs: numberOf(options.searchLagSeconds ?? DEFAULT_LAG_SECONDS, 'Search Lag', LEAST_LAG_SECONDS) * 1_000,
		timeoutMs: numberOf(options.timeout ?? DEFAULT_TIMEOUT_MS, 'Timeout', 1),
	};
}

function startAtOf(context: IPollFunctions): number {
	const date = context.getNodeParameter('startDate', '');
	if (isEmpty(date)) {
		throw new Failure('"Start Date" is empty', 'Enter the date to begin with, or choose to start from now.', {
			field: 'startDate',
		});
	}
	return Date.parse(dateTimeOf(date, 'Start Date', context.getTimezone()));
}

function namesOf(value: unknown, label: string): string[] {
	return listOf(value, label).map((name) => name.toLowerCase());
}

function numberOf(value: unknown, label: string, least: number): number {
	const number = isEmpty(value) ? NaN : Number(value);
	if (Number.isFinite(number) && number >= least) return number;
	throw new Failure(`"${label}" must be a number of ${least} or more`, undefined, { field: label });
}
