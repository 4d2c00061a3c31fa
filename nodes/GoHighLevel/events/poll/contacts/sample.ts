import type { IDataObject } from 'n8n-workflow';

import { ownValue } from '../../../../core/values/ownValue';
import type { HighLevelClient } from '../../../api/client';
import { tagsOf } from '../../../api/contacts/contactChanges';
import { oneOfTags, searchContacts } from '../../../api/contacts/contactSearch';
import { notes } from '../../../api/records/notes';
import { tasks } from '../../../api/records/tasks';
import type { Contact } from '../../../api/contacts/contact';
import type { EventItem } from '../kind';
import { SAMPLE_SIZE } from '../kind';
import { noteItem, shownContacts, taskItem } from './items';
import { filtersOf } from './notes/noteSweep';
import type { ContactSettings } from './settings';

/** So many contacts are asked for notes, until there are enough. */
const CONTACTS_WITH_NOTES = 10;

/** In place of what tells changes apart: nothing has changed. */
const SAMPLE = 'sample';

type Sampler = (api: HighLevelClient, settings: ContactSettings) => Promise<EventItem[]>;

/** How to find records that look like the event, although nothing has happened to them just now. */
const SAMPLERS: Record<string, Sampler> = {
	contactCreated: async (api, settings) =>
		await sampleContacts(api, settings, { event: 'contactCreated', sortBy: 'dateAdded' }),
	contactUpdated: async (api, settings) => await sampleContacts(api, settings, { event: 'contactUpdated' }),
	noteCreated: async (api, settings) => await sampleNotes(api, settings, 'noteCreated'),
	noteUpdated: async (api, settings) => await sampleNotes(api, settings, 'noteUpdated'),
	tagAdded: async (api, settings) =>
		await sampleContacts(api, settings, { event: 'tagAdded', tagsAs: 'addedTags' }),
	tagRemoved: async (api, settings) =>
		await sampleContacts(api, settings, { event: 'tagRemoved', tagsAs: 'removedTags' }),
	taskCompleted: async (api, settings) => await sampleTasks(api, settings, 'taskCompleted'),
	taskCreated: async (api, settings) => await sampleTasks(api, settings, 'taskCreated'),
	taskDeleted: async (api, settings) => await sampleTasks(api, settings, 'taskDeleted'),
	taskUpdated: async (api, settings) => await sampleTasks(api, settings, 'taskUpdated'),
};

/** Some of the latest records of an event. */
export async function sampleOf(
	api: HighLevelClient,
	settings: ContactSettings,
	event: string,
): Promise<EventItem[]> {
	return (await ownValue(SAMPLERS, event)?.(api, settings)) ?? [];
}

interface ContactSample {
	event: string;
	sortBy?: string;
	/** For tags: the name under which they stand. */
	tagsAs?: 'addedTags' | 'removedTags';
}

async function sampleContacts(
	api: HighLevelClient,
	settings: ContactSettings,
	{ event, sortBy = 'dateUpdated', tagsAs }: ContactSample,
): Promise<EventItem[]> {
	const { watchedTags } = settings;
	const contacts = await latestContacts(api, settings, {
		sortBy,
		limit: SAMPLE_SIZE,
		more: tagsAs ? [...oneOfTags(watchedTags), { field: 'tags', operator: 'exists' }] : [],
	});
	const chosenTagsOf = (contact: Contact) =>
		tagsOf(contact).filter((tag) => watchedTags.length === 0 || watchedTags.includes(tag.toLowerCase()));
	const events = contacts.map((contact) => ({
		event,
		contact,
		...(tagsAs ? { more: { [tagsAs]: chosenTagsOf(contact) } } : {}),
	}));
	return await shownContacts(contactsOf(api), events, settings);
}

async function sampleNotes(
	api: HighLevelClient,
	settings: ContactSettings,
	event: string,
): Promise<EventItem[]> {
	const contacts = await latestContacts(api, settings, { limit: CONTACTS_WITH_NOTES });
	const found: EventItem[] = [];
	for (const { id } of contacts) {
		if (found.length >= SAMPLE_SIZE) break;
		const ofContact = await notes.list(contactsOf(api), { contactId: id });
		found.push(...ofContact.map((note) => noteItem(event, note, id, settings, SAMPLE)));
	}
	return found.slice(0, SAMPLE_SIZE);
}

async function latestContacts(
	api: HighLevelClient,
	settings: ContactSettings,
	{ sortBy = 'dateUpdated', limit, more = [] }: { sortBy?: string; limit: number; more?: IDataObject[] },
): Promise<Contact[]> {
	const filters = [...filtersOf(settings), ...more];
	return await searchContacts(contactsOf(api), {
		filters,
		sort: [{ field: sortBy, direction: 'desc' }],
		limit,
	});
}

function contactsOf(api: HighLevelClient): HighLevelClient {
	return api.needing(searchContacts);
}

async function sampleTasks(
	api: HighLevelClient,
	settings: ContactSettings,
	event: string,
): Promise<EventItem[]> {
	const { assignedTo } = settings;
	const query = {
		...(assignedTo === '' ? {} : { assignedTo: [assignedTo] }),
		...(event === 'taskCompleted' ? { completed: true } : {}),
	};
	const found = await tasks.search(api.needing(tasks.search), { ...query, limit: SAMPLE_SIZE });
	return found.map((task) => {
		const { id, contactId, completed } = task;
		return taskItem(event, event === 'taskDeleted' ? { id, contactId, completed } : task, settings, SAMPLE);
	});
}
