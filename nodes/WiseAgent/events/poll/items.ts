import type { IDataObject } from 'n8n-workflow';

import type { ChangedRecord } from '../../../core/polling/changedRecords';
import type { Contact } from '../../api/reading/records';
import { withReference } from '../../api/references';
import type { PollEvent, PollSettings } from './settings';
import type { TaskChange } from './tasks';

/** An event that was found; its record is returned, with the envelope beside it. */
export interface EventItem {
	event: PollEvent;
	record: IDataObject;
	/** What tells it from other events of its name about the record, beside what the record tells. */
	change?: string;
}

/** Whether a contact is of interest. */
export function isWanted(contact: Contact, { assignedTo, categories, sources }: PollSettings): boolean {
	const { Categories, InsideTeamAssignment, Source } = contact;
	const isOneOf = (name: unknown, names: string[]) => names.includes(String(name ?? '').toLowerCase());
	return (
		(assignedTo === '' ||
			listOf(InsideTeamAssignment).some(({ InsideTeamId }) => String(InsideTeamId) === assignedTo)) &&
		(categories.length === 0 || listOf(Categories).some(({ name }) => isOneOf(name, categories))) &&
		(sources.length === 0 || isOneOf(Source, sources))
	);
}

/** A list that could not be read is none. */
function listOf<T>(value: T[] | null | undefined): T[] {
	return Array.isArray(value) ? value : [];
}

export function contactItems(changed: Array<ChangedRecord<Contact>>, settings: PollSettings): EventItem[] {
	return changed
		.filter(({ record }) => isWanted(record, settings))
		.map(({ record, isNew }): EventItem => {
			return { event: isNew ? 'contactCreated' : 'contactUpdated', record };
		})
		.filter(({ event }) => settings.events.has(event));
}

/** Each event of a task once, although a task may be met twice in a poll. */
export function taskItems(changes: TaskChange[], { events, assignedTo }: PollSettings): EventItem[] {
	const items = new Map<string, EventItem>();
	for (const { event, task, assignee, change } of changes) {
		if (!events.has(event) || (assignedTo !== '' && assignee !== assignedTo)) continue;
		items.set(`${event} ${String(task.TaskID)}`, { event, record: withReference(task), change });
	}
	return [...items.values()];
}
