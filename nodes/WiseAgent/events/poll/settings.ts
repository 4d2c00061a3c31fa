import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { DEFAULT_TIMEOUT_MS } from '../../../core/editor/fields';
import { settingReader } from '../../../core/operation/params';
import { textOf } from '../../../core/values/texts';
import { chosenEvents, namesOf, numberOf, startAtOf } from '../../../core/polling/settings';
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
	const filters = value('filters', {}) as IDataObject;
	const options = value('options', {}) as IDataObject;
	return {
		events: chosenEvents(value('events', [])),
		startAt: value('startFrom', 'now') === 'date' ? startAtOf(context) : undefined,
		categories: namesOf(filters.categories, 'Categories'),
		sources: namesOf(filters.sources, 'Sources'),
		assignedTo: textOf(value('filters.InsideTeamId', ''), 'Assigned To'),
		lagMs: numberOf(options.searchLagSeconds ?? DEFAULT_LAG_SECONDS, 'Search Lag', LEAST_LAG_SECONDS) * 1_000,
		timeoutMs: numberOf(options.timeout ?? DEFAULT_TIMEOUT_MS, 'Timeout', 1),
	};
}
