import type { INodeProperties } from 'n8n-workflow';

import { collection, options } from '../../../core/editor/fields';
import { eventNotice, startFrom } from '../../../core/polling/fields';
import { simplify } from '../../../core/operation/simplify';
import { userLocator } from '../../pickers/locators';

export const DEFAULT_LAG_SECONDS = 120;
export const DEFAULT_MAX_REQUESTS = 100;
export const DEFAULT_MAX_CONTACTS = 10_000;

export const CONTACT_EVENTS = ['contactCreated', 'contactUpdated'];
const NOTE_EVENTS = ['noteAdded'];
export const TAG_EVENTS = ['tagAdded', 'tagRemoved'];
/** Events whose items are contacts. */
const COMPLETED_EVENTS = [...CONTACT_EVENTS, ...TAG_EVENTS];
export const TASK_EVENTS = ['taskCompleted', 'taskCreated', 'taskDeleted', 'taskUpdated'];

const events: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	required: true,
	default: [],
	options: [
		{ name: 'Contact Created', value: 'contactCreated', description: 'A contact is new' },
		{
			name: 'Contact Updated',
			value: 'contactUpdated',
			description: 'Something about a contact has changed, tags included',
		},
		{
			name: 'Note Added',
			value: 'noteAdded',
			description: 'A contact that has changed has a new note',
		},
		{ name: 'Tag Added', value: 'tagAdded', description: 'A contact has a tag that it did not have' },
		{ name: 'Tag Removed', value: 'tagRemoved', description: 'A contact has lost a tag' },
		{ name: 'Task Completed', value: 'taskCompleted', description: 'A task is done' },
		{ name: 'Task Created', value: 'taskCreated', description: 'A task is new' },
		{ name: 'Task Deleted', value: 'taskDeleted', description: 'A task is gone' },
		{
			name: 'Task Updated',
			value: 'taskUpdated',
			description:
				'Title, text, due date, assigned user or contact of a task has changed, or it is open again',
		},
	],
	description:
		'What to start the workflow on. What differs in HighLevel from one poll to the next comes once, as it is then.',
};

const taskScope: INodeProperties = {
	displayName: 'Tasks to Look At',
	name: 'taskScope',
	type: 'options',
	displayOptions: { show: { events: TASK_EVENTS } },
	options: [
		{
			name: 'All Tasks',
			value: 'all',
			description: 'Finds everything. One request per 100 tasks, done ones included.',
		},
		{
			name: 'Open Tasks',
			value: 'open',
			description: 'Finds what happens to open tasks. One request per 100 open tasks.',
		},
		{
			name: 'Tasks of Contacts That Changed',
			value: 'changedContacts',
			description: 'One request per changed contact. Misses tasks that change while their contact does not.',
		},
	],
	default: 'all',
	description:
		'HighLevel cannot be asked which tasks have changed, so all of them are read and compared at every poll',
};

/** Notices are shown as they are; each is about the events that cost what it says. */
const notices: INodeProperties[] = [
	eventNotice(
		'contactsNotice',
		'Contacts cost one request per poll when nothing has happened, and one more per 100 contacts that have changed.',
		[...CONTACT_EVENTS, ...NOTE_EVENTS, ...TAG_EVENTS],
	),
	{
		...eventNotice(
			'completeRecordNotice',
			'Complete Record costs one request more for each contact that starts the workflow.',
			COMPLETED_EVENTS,
		),
		displayOptions: { show: { events: COMPLETED_EVENTS, completeRecord: [true] } },
	},
	eventNotice(
		'tagsNotice',
		'Tag events begin when the tags of all contacts have been read once: one request per 100 contacts, in the first poll. With Watched Tags, only contacts that have one of them are read.',
		TAG_EVENTS,
	),
	eventNotice(
		'notesNotice',
		'Notes cost one request for each contact that has changed. A note on a contact that does not change is found when the contact changes next.',
		NOTE_EVENTS,
	),
	eventNotice(
		'tasksNotice',
		'Tasks cost requests at every poll, whether anything has happened or not: see Tasks to Look At. HighLevel allows 200,000 requests a day for a location: 138 for a poll every minute.',
		TASK_EVENTS,
	),
];

const completeRecord: INodeProperties = {
	displayName: 'Complete Record',
	name: 'completeRecord',
	type: 'boolean',
	displayOptions: { show: { events: COMPLETED_EVENTS } },
	default: true,
	description:
		"Whether to read each contact from HighLevel by its ID, since HighLevel's search has names in lower case only. Costs one request for each contact that starts the workflow. Without it, the name comes as nameLowerCase: do not write it to another system.",
};

const filters = collection(
	'Filters',
	'filters',
	[
		userLocator('Assigned To', 'assignedTo', 'Only contacts, and only tasks, that are assigned to this user'),
		{
			displayName: 'Contact Tags',
			name: 'contactTags',
			type: 'string',
			default: '',
			placeholder: 'e.g. buyer, seller',
			description:
				'Only contacts that have one of these tags, separated by commas. For events of contacts, tags and notes.',
		},
		{
			displayName: 'Watched Tags',
			name: 'tags',
			type: 'string',
			default: '',
			placeholder: 'e.g. hot lead, closed',
			description: 'The only tags whose coming and going is an event, separated by commas',
		},
	],
	'Add Filter',
);

const behaviour = options(
	{
		displayName: 'Max Contacts',
		name: 'maxContacts',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: DEFAULT_MAX_CONTACTS,
		description:
			'About how many changed contacts one poll takes at most; the rest comes with the next one. With Complete Record, no more than can be read in half the time of a poll.',
	},
	{
		displayName: 'Max Requests',
		name: 'maxRequests',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: DEFAULT_MAX_REQUESTS,
		description:
			'How many requests one poll makes at most for tasks and notes; the next one goes on from there. The first reading of all is not counted.',
	},
	{
		displayName: 'Search Lag (Seconds)',
		name: 'searchLagSeconds',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: DEFAULT_LAG_SECONDS,
		description:
			"How long it may take until HighLevel's search shows a change. A change that takes longer may be missed.",
	},
);

/** Everything that the node asks for, beyond how to connect. */
export const pollFields: INodeProperties[] = [
	events,
	...notices,
	taskScope,
	...startFrom({
		choice: 'Where the very first poll begins. Tags and tasks begin now in any case.',
		date: 'Begin with what has happened to contacts since a date',
		startDate: 'Contacts that have changed since then come with the first poll',
	}),
	completeRecord,
	{ ...simplify, displayOptions: { show: { events: COMPLETED_EVENTS } } },
	filters,
	behaviour,
];
