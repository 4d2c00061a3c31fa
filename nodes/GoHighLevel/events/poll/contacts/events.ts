import { findContact } from '../../../api/contacts/contacts';
import { searchContacts } from '../../../api/contacts/contactSearch';
import { notes } from '../../../api/records/notes';
import { tasks } from '../../../api/records/tasks';
import type { PollEvent } from '../kind';
import { valuesOf } from '../kind';

type Row = Omit<PollEvent, 'requests'>;

const CONTACT = { of: 'contact', make: 'Create a contact' };
const TAGGED = { of: 'contact with a tag', make: 'Add a tag to a contact' };
const NOTE = { of: 'note on one of the contacts that changed last', make: 'Add a note to a contact' };
const TASK = { of: 'task', make: 'Create a task' };

const CONTACTS: Row[] = [
	{ name: 'Contact Created', value: 'contactCreated', description: 'A contact is new', sample: CONTACT },
	{
		name: 'Contact Updated',
		value: 'contactUpdated',
		description: 'Something about a contact has changed, tags included',
		sample: CONTACT,
	},
];
const TAGS: Row[] = [
	{
		name: 'Tag Added',
		value: 'tagAdded',
		description: 'A contact has a tag that it did not have',
		sample: TAGGED,
	},
	{ name: 'Tag Removed', value: 'tagRemoved', description: 'A contact has lost a tag', sample: TAGGED },
];
const NOTES: Row[] = [
	{
		name: 'Note Added',
		value: 'noteAdded',
		description: 'A contact that has changed has a new note',
		sample: NOTE,
	},
	{
		name: 'Note Updated',
		value: 'noteUpdated',
		description: 'Text, title, color, pin or user of a note has changed',
		sample: NOTE,
	},
];
const TASKS: Row[] = [
	{
		name: 'Task Completed',
		value: 'taskCompleted',
		description: 'A task is done',
		sample: { of: 'completed task', make: 'Complete a task' },
	},
	{ name: 'Task Created', value: 'taskCreated', description: 'A task is new', sample: TASK },
	{ name: 'Task Deleted', value: 'taskDeleted', description: 'A task is gone', sample: TASK },
	{
		name: 'Task Updated',
		value: 'taskUpdated',
		description: 'Title, text, due date, assigned user or contact of a task has changed, or it is open again',
		sample: TASK,
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
