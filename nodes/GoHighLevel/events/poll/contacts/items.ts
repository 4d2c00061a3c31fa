import type { IDataObject } from 'n8n-workflow';

import type { ChangedRecord } from '../../../../core/polling/changedRecords';
import { plainText } from '../../../../core/values/texts';
import type { HighLevelClient } from '../../../api/client';
import type { CompletedContact } from '../../../api/contacts/completeContacts';
import { CompletedContacts } from '../../../api/contacts/completeContacts';
import { tagsOf } from '../../../api/contacts/contactChanges';
import { withNamedValues } from '../../../api/customFields/values';
import { simplifiedContact } from '../../../api/contacts/simplifiedContact';
import { withReference } from '../../../api/records/references';
import type { Note } from '../../../api/records/notes';
import type { Contact } from '../../../api/contacts/contact';
import type { EventItem } from '../kind';
import { assigneeOf } from './knownTasks';
import type { ContactSettings } from './settings';
import type { TagChange } from './tags';
import type { TaskChange } from './tasks';

/** An event of a contact, and what it tells beside the contact. */
export interface ContactEvent {
	event: string;
	contact: Contact;
	more?: IDataObject;
}

/** Whether a contact is of interest. */
export function isWanted(contact: Contact, { assignedTo, contactTags }: ContactSettings): boolean {
	if (assignedTo !== '' && contact.assignedTo !== assignedTo) return false;
	const tags = tagsOf(contact);
	return contactTags.length === 0 || tags.some((tag) => contactTags.includes(tag.toLowerCase()));
}

/** The events of contacts and their tags. */
export async function contactItems(
	api: HighLevelClient,
	changed: Array<ChangedRecord<Contact>>,
	tagChanges: TagChange[],
	settings: ContactSettings,
	completed: CompletedContacts,
): Promise<EventItem[]> {
	const events: ContactEvent[] = [
		...changed.map(({ record: contact, isNew }) => ({
			event: isNew ? 'contactCreated' : 'contactUpdated',
			contact,
		})),
		...tagChanges.flatMap(tagEvents),
	];
	return await shownContacts(
		api,
		events.filter(({ event, contact }) => settings.events.has(event) && isWanted(contact, settings)),
		settings,
		completed,
	);
}

function tagEvents({ contact, addedTags, removedTags }: TagChange): ContactEvent[] {
	const added: ContactEvent = { event: 'tagAdded', contact, more: { addedTags } };
	const removed: ContactEvent = { event: 'tagRemoved', contact, more: { removedTags } };
	return [...(addedTags.length > 0 ? [added] : []), ...(removedTags.length > 0 ? [removed] : [])];
}

/** Whether a changed contact starts the workflow by itself, and not only by its tags. */
export function startsWorkflow(
	{ record, isNew }: ChangedRecord<Contact>,
	settings: ContactSettings,
): boolean {
	return settings.events.has(isNew ? 'contactCreated' : 'contactUpdated') && isWanted(record, settings);
}

/** Read by their IDs if wanted, with the values of custom fields by name, and simplified if wanted. */
export async function shownContacts(
	api: HighLevelClient,
	events: ContactEvent[],
	{ simplify, completeRecord }: ContactSettings,
	completed = new CompletedContacts(api, () => false),
): Promise<EventItem[]> {
	const found = events.map(({ contact }) => contact);
	const read: CompletedContact[] = completeRecord
		? await completed.of(found)
		: found.map((contact) => ({ contact }));
	const contacts = await withNamedValues(
		api,
		'contact',
		read.map(({ contact }) => contact),
	);
	return events.map(({ event, more }, place) => {
		const contact = contacts[place] as Contact;
		const recordError = read[place]?.recordError;
		const shown = {
			...(simplify ? simplifiedContact(contact) : contact),
			...more,
			...(recordError === undefined ? {} : { recordError }),
		};
		return { event, record: found[place] ?? contact, shown };
	});
}

/** @param change tells a change of the note from all others; `undefined` where it is new */
export function noteItem(
	event: string,
	note: Note,
	contactId: string,
	{ simplify }: ContactSettings,
	change?: string,
): EventItem {
	const shown = simplify ? withReference(note) : note;
	return { event, record: { contactId, ...note }, shown, change };
}

/** Of a deleted task, it is not known what its text was. */
export function taskItem(
	event: string,
	task: IDataObject,
	{ simplify }: ContactSettings,
	change?: string,
): EventItem {
	const shown = simplify && event !== 'taskDeleted' ? withReference(task) : task;
	return { event, record: task, shown, change };
}

/** Each event of a task once, although a task may be met twice in a poll. */
export function taskItems(changes: TaskChange[], settings: ContactSettings): EventItem[] {
	const { events, assignedTo } = settings;
	const items = new Map<string, EventItem>();
	for (const { event, task, assignee, change } of changes) {
		if (!events.has(event)) continue;
		if (assignedTo !== '' && assignee !== assigneeOf(assignedTo)) continue;
		items.set(
			`${event} ${plainText(task.id) || JSON.stringify(task)}`,
			taskItem(event, task, settings, change),
		);
	}
	return [...items.values()];
}
