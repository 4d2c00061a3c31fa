import type { INodeProperties, NodeHint } from 'n8n-workflow';

import { collection, options } from '../../../core/editor/fields';
import { simplify } from '../../../core/operation/simplify';
import { startFrom } from '../../../core/polling/fields';
import { requiredHints } from '../../../core/polling/testStep';
import { userLocator } from '../../pickers/locators';
import type { PollKind } from './kind';
import { KINDS } from './kinds';
import { noticesOf } from './notices';

export const DEFAULT_LAG_SECONDS = 120;
export const DEFAULT_MAX_REQUESTS = 100;
export const DEFAULT_MAX_CONTACTS = 10_000;

const events: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	required: true,
	default: [],
	options: KINDS.flatMap((kind) => kind.events)
		.map(({ name, value, description }) => ({ name, value, description }))
		.sort((a, b) => a.name.localeCompare(b.name, 'en')),
	description:
		'What to start the workflow on. What differs in HighLevel from one poll to the next comes once, as it is then.',
};

const filters = collection(
	'Filters',
	'filters',
	[
		userLocator(
			'Assigned To',
			'assignedTo',
			'Only contacts, tasks, opportunities and appointments that are assigned to this user, and records that the user owns',
		),
		...KINDS.flatMap((kind) => kind.filters ?? []),
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
			'About how many changed contacts, and changed opportunities, one poll takes at most; the rest comes with the next one. With Complete Record, no more than can be read in half the time of a poll.',
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
	...KINDS.flatMap((kind) => kind.options ?? []),
);

/** Everything that the node asks for, beyond how to connect. */
export const pollFields: INodeProperties[] = [
	events,
	...ownFields(),
	...startFrom({
		choice: 'Where the very first poll begins. Tags, tasks and changed notes begin now in any case.',
		date: 'Begin with what has happened to contacts, opportunities, appointments and records since a date',
		startDate: 'What has changed since then comes with the first poll',
	}),
	{
		...simplify,
		displayOptions: { show: { events: KINDS.flatMap(({ simplified = [] }) => simplified) } },
	},
	filters,
	behaviour,
	...noticesOf(KINDS),
];

/** Why the button for a test step cannot be used. */
export const pollHints: NodeHint[] = requiredHints(pollFields);

/** Of the kinds, those first of which something has to be filled in. */
function ownFields(): INodeProperties[] {
	const place = ({ fields = [] }: PollKind) => fields.findIndex(({ required }) => required === true);
	const [asking, others] = [
		KINDS.filter((kind) => place(kind) >= 0),
		KINDS.filter((kind) => place(kind) < 0),
	];
	asking.sort((a, b) => place(a) - place(b));
	return [...asking, ...others].flatMap(({ fields = [] }) => fields);
}
