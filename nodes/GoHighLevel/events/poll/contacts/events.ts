import type { IDataObject } from 'n8n-workflow';

import { findContact } from '../../../api/contacts/contacts';
import { searchContacts } from '../../../api/contacts/contactSearch';
import { notes } from '../../../api/records/notes';
import { tasks } from '../../../api/records/tasks';
import type { PollEvent } from '../kind';
import { valuesOf } from '../kind';

type Row = Omit<PollEvent, 'requests'>;

const idsOfContact = ({ id }: IDataObject) => ({ recordId: id, contactId: id });
const idsOfOwned = ({ id, contactId }: IDataObject) => ({ recordId: id, contactId });

const contactChange: Pick<PollEvent, 'isOnce' | 'tells'> = {
	isOnce: false,
	tells: (contact) => ({
		...idsOfContact(contact),
		...{ at: contact.dateUpdated ?? contact.dateAdded, content: contact },
	}),
};
/** Of notes and tasks, HighLevel does not say when they changed. */
const ownedChange: Pick<PollEvent, 'isOnce' | 'tells'> = {
	isOnce: false,
	tells: (record) => ({ ...idsOfOwned(record), at: null }),
};
const ownedOnce: Pick<PollEvent, 'isOnce' | 'tells'> = {
	isOnce: true,
	tells: (record) => ({ ...idsOfOwned(record), at: record.dateAdded }),
};

const CONTACTS: Row[] = [
	{
		name: 'Contact Created',
		value: 'contactCreated',
		description: 'A contact is new',
		isOnce: true,
		tells: (contact) => ({ ...idsOfContact(contact), at: contact.dateAdded }),
	},
	{
		name: 'Contact Updated',
		value: 'contactUpdated',
		description: 'Something about a contact has changed, tags included',
		...contactChange,
	},
];
const TAGS: Row[] = [
	{
		name: 'Tag Added',
		value: 'tagAdded',
		description: 'A contact has a tag that it did not have',
		...contactChange,
	},
	{ name: 'Tag Removed', value: 'tagRemoved', description: 'A contact has lost a tag', ...contactChange },
];
const NOTES: Row[] = [
	{
		name: 'Note Added',
		value: 'noteCreated',
		description: 'A contact that has changed has a new note',
		...ownedOnce,
	},
	{
		name: 'Note Updated',
		value: 'noteUpdated',
		description: 'Text, title, color, pin or user of a note has changed',
		...ownedChange,
	},
];
const TASKS: Row[] = [
	{ name: 'Task Completed', value: 'taskCompleted', description: 'A task is done', ...ownedChange },
	{ name: 'Task Created', value: 'taskCreated', description: 'A task is new', ...ownedOnce },
	{
		name: 'Task Deleted',
		value: 'taskDeleted',
		description: 'A task is gone',
		...ownedChange,
		isOnce: true,
	},
	{
		name: 'Task Updated',
		value: 'taskUpdated',
		description: 'Title, text, due date, assigned user or contact of a task has changed, or it is open again',
		...ownedChange,
	},
];

const making = (requests: PollEvent['requests'], rows: Row[]): PollEvent[] =>
	rows.map((row) => ({ ...row, requests }));

/** What happens to contacts, and to what belongs to them. */
export const events: PollEvent[] = [
	...making([searchContacts, findContact], [...CONTACTS, ...TAGS]),
	...making([searchContacts, notes.list], NOTES),
	...making([tasks.searchPage, tasks.find, searchContacts, tasks.list], TASKS),
];

export const CONTACT_EVENTS = valuesOf({ events: making([], CONTACTS) });
export const TAG_EVENTS = valuesOf({ events: making([], TAGS) });
export const NOTE_EVENTS = valuesOf({ events: making([], NOTES) });
export const NOTE_UPDATED = 'noteUpdated';
export const TASK_EVENTS = valuesOf({ events: making([], TASKS) });
/** Events whose items are contacts. */
export const COMPLETED_EVENTS = [...CONTACT_EVENTS, ...TAG_EVENTS];
