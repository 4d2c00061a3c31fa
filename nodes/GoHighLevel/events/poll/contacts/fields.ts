import type { INodeProperties } from 'n8n-workflow';

import type { KindNotice } from '../kind';
import { COMPLETED_EVENTS, NOTE_EVENTS, NOTE_UPDATED, TAG_EVENTS, TASK_EVENTS } from './events';

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

export const cost: KindNotice[] = [
	{
		name: 'tasksNotice',
		text: 'Each poll reads tasks, whether anything has changed or not: one request per 100 tasks, or what Tasks to Look At says. Other events add at least one request each. HighLevel allows 200,000 requests a day for a sub-account: 138 for each poll, at one poll a minute.',
		events: TASK_EVENTS,
		rank: 4,
	},
	{
		name: 'noteUpdatesNotice',
		text: 'Each poll costs one request, one more for each contact that has changed, and one for each of Contacts to Check. Other kinds of records add at least one request each.',
		events: [NOTE_UPDATED],
		rank: 3,
	},
	{
		name: 'notesNotice',
		text: 'Each poll costs one request, and one more for each contact that has changed. Other kinds of records add at least one request each.',
		events: NOTE_EVENTS,
		rank: 2,
	},
	{
		name: 'contactsNotice',
		text: 'Each poll costs one request, and one more per 100 contacts that have changed. With Complete Record, each contact that starts the workflow costs one more. Other kinds of records add at least one request each.',
		events: COMPLETED_EVENTS,
		rank: 0,
	},
];

export const lateness: KindNotice[] = [
	{
		name: 'noteUpdatesLateNotice',
		text: 'A changed note may be found late: with 1,000 contacts and 50 Contacts to Check, after up to 20 polls. Each contact has to be looked at twice.',
		events: [NOTE_UPDATED],
		rank: 3,
	},
	{
		name: 'notesLateNotice',
		text: 'A note on a contact that does not change is found when the contact changes next.',
		events: NOTE_EVENTS,
		rank: 2,
	},
	{
		name: 'tagsLateNotice',
		text: 'Tag events begin when the tags of all contacts have been read once: one request per 100 contacts, in the first poll. With Watched Tags, only contacts that have one of them are read.',
		events: TAG_EVENTS,
		rank: 1,
	},
];

const notesToCheck: INodeProperties = {
	displayName: 'Contacts to Check',
	name: 'notesToCheck',
	type: 'number',
	typeOptions: { minValue: 0 },
	displayOptions: { show: { events: [NOTE_UPDATED] } },
	default: DEFAULT_NOTES_TO_CHECK,
	description:
		'How many contacts each poll looks through for notes that have changed, in addition to contacts that have changed: a note may change while its contact does not. With 1,000 contacts and 50 a poll, each contact is looked at every 20 polls. Each of them costs one request. With 0, only contacts that have changed are looked at.',
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
