import type { INodeProperties, NodeHint } from 'n8n-workflow';

import { collection, options } from '../../../core/editor/fields';
import { eventNotice, startFrom } from '../../../core/polling/fields';
import type { Lack } from '../../../core/polling/testStep';
import { requiredHints } from '../../../core/polling/testStep';
import { teamMemberLocator } from '../../pickers/locators';

export const DEFAULT_LAG_SECONDS = 120;

/** Wise Agent may write times to the minute, so a change may be as late as that. */
export const LEAST_LAG_SECONDS = 60;

export const CONTACT_EVENTS = ['contactCreated', 'contactUpdated'];
export const TASK_EVENTS = ['taskCompleted', 'taskCreated', 'taskDeleted', 'taskUpdated'];

const CONTACT = { of: 'contact that was created or changed lately', make: 'Create or change a contact' };
const TASK = { of: 'task', make: 'Create a task' };

interface PollEventOption {
	name: string;
	value: string;
	description: string;
	/** What there is none of, where a test step has nothing to show. */
	lack: Lack;
}

/** In the order of the panel. */
export const EVENTS: PollEventOption[] = [
	{ name: 'Contact Created', value: 'contactCreated', description: 'A contact is new', lack: CONTACT },
	{
		name: 'Contact Updated',
		value: 'contactUpdated',
		description: 'Something about a contact has changed',
		lack: CONTACT,
	},
	{
		name: 'Task Completed',
		value: 'taskCompleted',
		description: 'A task is done',
		lack: { of: 'completed task', make: 'Complete a task' },
	},
	{ name: 'Task Created', value: 'taskCreated', description: 'A task is new', lack: TASK },
	{ name: 'Task Deleted', value: 'taskDeleted', description: 'A task is gone', lack: TASK },
	{
		name: 'Task Updated',
		value: 'taskUpdated',
		description: 'Something else about a task has changed, or it is open again',
		lack: TASK,
	},
];

const events: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	required: true,
	default: [],
	options: EVENTS.map(({ name, value, description }) => ({ name, value, description })),
	description:
		'What to start the workflow on. What differs in Wise Agent from one poll to the next comes once, as it is then.',
};

const notices: INodeProperties[] = [
	eventNotice(
		'contactsNotice',
		'For contacts, each poll costs one request when at most 100 have changed, and two per 100 otherwise. The credential needs the scope <b>contacts</b>.',
		CONTACT_EVENTS,
	),
	eventNotice(
		'tasksNotice',
		'For tasks, each poll reads and compares all of them, whether anything has changed or not: one request per 100 tasks. The credential needs the scope <b>team</b>.',
		TASK_EVENTS,
	),
];

const filters = collection(
	'Filters',
	'filters',
	[
		teamMemberLocator(
			'Assigned To',
			'Only contacts, and only tasks, that are assigned to this member of the inside team',
		),
		{
			displayName: 'Category Names or IDs',
			name: 'categories',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getCategories' },
			default: [],
			description:
				'Only contacts in one of these categories, by name. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
		{
			displayName: 'Source Names or IDs',
			name: 'sources',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getSources' },
			default: [],
			description:
				'Only contacts that came from one of these sources, by name. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
	],
	'Add Filter',
);

const behaviour = options({
	displayName: 'Search Lag (Seconds)',
	name: 'searchLagSeconds',
	type: 'number',
	typeOptions: { minValue: LEAST_LAG_SECONDS },
	default: DEFAULT_LAG_SECONDS,
	description:
		'How long it may take until Wise Agent shows that a contact has changed. A change that takes longer may be missed.',
});

/** Everything that the node asks for. */
export const pollFields: INodeProperties[] = [
	events,
	...startFrom({
		choice: 'Where the very first poll begins',
		date: 'Begin with what has happened since a date',
		startDate: 'Contacts and tasks that have changed since then come with the first poll',
	}),
	filters,
	behaviour,
	...notices,
];

/** Why the button for a test step cannot be used. */
export const pollHints: NodeHint[] = requiredHints(pollFields);
