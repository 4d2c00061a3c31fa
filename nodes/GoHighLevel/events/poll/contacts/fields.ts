import type { INodeProperties } from 'n8n-workflow';

import { eventNotice } from '../../../../core/polling/fields';
import {
	COMPLETED_EVENTS,
	CONTACT_EVENTS,
	NOTE_EVENTS,
	NOTE_UPDATED,
	TAG_EVENTS,
	TASK_EVENTS,
} from './events';

export const DEFAULT_NOTES_TO_CHECK = 50;

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
export const notices: INodeProperties[] = [
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
		'Notes cost one request for each contact that has changed. Without Note Updated, a note on a contact that does not change is found when the contact changes next.',
		NOTE_EVENTS,
	),
	eventNotice(
		'noteUpdatesNotice',
		'Note Updated looks at contacts that have changed, and at some of the others in each poll: see Contacts to Check. Each of them costs one request, and 100 of them one more. With 1,000 contacts and 50 a poll, each contact is looked at every 20 polls, so a change may be found that late. A contact is compared from the second look on.',
		[NOTE_UPDATED],
	),
	eventNotice(
		'tasksNotice',
		'Tasks cost requests at every poll, whether anything has happened or not: see Tasks to Look At. HighLevel allows 200,000 requests a day for a location: 138 for a poll every minute.',
		TASK_EVENTS,
	),
];

const notesToCheck: INodeProperties = {
	displayName: 'Contacts to Check',
	name: 'notesToCheck',
	type: 'number',
	typeOptions: { minValue: 0 },
	displayOptions: { show: { events: [NOTE_UPDATED] } },
	default: DEFAULT_NOTES_TO_CHECK,
	description:
		'How many contacts each poll looks through for notes that have changed, in addition to contacts that have changed: a note may change while its contact does not. With 1,000 contacts and 50 a poll, each contact is looked at every 20 polls. With 0, only contacts that have changed are looked at.',
};

const completeRecord: INodeProperties = {
	displayName: 'Complete Record',
	name: 'completeRecord',
	type: 'boolean',
	displayOptions: { show: { events: COMPLETED_EVENTS } },
	default: true,
	description:
		"Whether to read each contact from HighLevel by its ID, since HighLevel's search has names in lower case only. Costs one request for each contact that starts the workflow. Without it, the name comes as nameLowerCase: do not write it to another system.",
};

export const fields = [taskScope, notesToCheck, completeRecord];

export const filters: INodeProperties[] = [
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
];
