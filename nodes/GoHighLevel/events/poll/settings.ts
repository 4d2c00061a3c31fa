import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { DEFAULT_TIMEOUT_MS } from '../../../core/editor/fields';
import { settingReader } from '../../../core/operation/params';
import { textOf } from '../../../core/values/texts';
import { chosenEvents, namesOf, numberOf, startAtOf } from '../../../core/polling/settings';
import {
	CONTACT_EVENTS,
	DEFAULT_LAG_SECONDS,
	DEFAULT_MAX_CONTACTS,
	DEFAULT_MAX_REQUESTS,
	pollFields,
	TAG_EVENTS,
	TASK_EVENTS,
} from './fields';

export type PollEvent =
	| 'contactCreated'
	| 'contactUpdated'
	| 'noteAdded'
	| 'tagAdded'
	| 'tagRemoved'
	| 'taskCompleted'
	| 'taskCreated'
	| 'taskDeleted'
	| 'taskUpdated';

export type TaskScope = 'all' | 'changedContacts' | 'open';

/** What the operator has set. */
export interface PollSettings {
	events: ReadonlySet<PollEvent>;
	/** ms since 1970; `undefined` for now. */
	startAt: number | undefined;
	taskScope: TaskScope;
	simplify: boolean;
	/** Whether each contact is read by its ID, since the search has names in lower case only. */
	completeRecord: boolean;
	/** Tags whose coming and going is of interest, in lower case; none for all. */
	watchedTags: string[];
	/** Only contacts that have one of these, in lower case; none for all. */
	contactTags: string[];
	/** Id of a user; empty for everybody. */
	assignedTo: string;
	/** How long HighLevel's search may take to show a change. */
	lagMs: number;
	/** For scans, per poll. */
	maxRequests: number;
	/** Per poll. */
	maxContacts: number;
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
		taskScope: value('taskScope', 'all') as TaskScope,
		simplify: value('simplify', true) as boolean,
		completeRecord: value('completeRecord', true) as boolean,
		watchedTags: namesOf(filters.tags, 'Watched Tags'),
		contactTags: namesOf(filters.contactTags, 'Contact Tags'),
		assignedTo: textOf(value('filters.assignedTo', ''), 'Assigned To'),
		lagMs: numberOf(options.searchLagSeconds ?? DEFAULT_LAG_SECONDS, 'Search Lag', 0) * 1000,
		maxRequests: numberOf(options.maxRequests ?? DEFAULT_MAX_REQUESTS, 'Max Requests', 1),
		maxContacts: numberOf(options.maxContacts ?? DEFAULT_MAX_CONTACTS, 'Max Contacts', 1),
		timeoutMs: numberOf(options.timeout ?? DEFAULT_TIMEOUT_MS, 'Timeout', 1),
	};
}

/** What has to be looked at for the chosen events. */
export interface Wants {
	contacts: boolean;
	tags: boolean;
	notes: boolean;
	/** Which tasks; `undefined` for none. */
	tasks: TaskScope | undefined;
}

export function wantsOf({ events, taskScope }: PollSettings): Wants {
	const chosen = [...events];
	const tags = chosen.some((event) => TAG_EVENTS.includes(event));
	const notes = events.has('noteAdded');
	const tasks = chosen.some((event) => TASK_EVENTS.includes(event)) ? taskScope : undefined;
	const ofContacts = chosen.some((event) => CONTACT_EVENTS.includes(event));
	return { contacts: ofContacts || tags || notes || tasks === 'changedContacts', tags, notes, tasks };
}
