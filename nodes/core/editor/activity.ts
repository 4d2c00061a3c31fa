import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { Failure } from '../failure';
import { listOf } from '../values/texts';

/** What is kept of a person, beside the contact itself. */
export type ActivityKind = 'appointment' | 'call' | 'message' | 'note' | 'task';

/** One entry of a person's activity; the same for every service, so that a list may mix them. */
export interface Activity extends IDataObject {
	/** `notRead` says what is missing in the list, and why. */
	kind: ActivityKind | 'notRead';
	/** ISO 8601: when it was written, sent or done, else when it is planned. A day alone where the service has no time. */
	at: string | null;
	title: string | null;
	/** Without markup. */
	text: string | null;
	/** In the words of the service, or `open` and `completed`. */
	status: string | null;
	/** Of the record. */
	id: string | null;
	/** The record as the operation that reads it alone returns it. */
	record: IDataObject;
}

const NAMES: Record<ActivityKind, { name: string; plural: string }> = {
	appointment: { name: 'Appointments', plural: 'appointments' },
	call: { name: 'Calls', plural: 'calls' },
	message: { name: 'Messages', plural: 'messages' },
	note: { name: 'Notes', plural: 'notes' },
	task: { name: 'Tasks', plural: 'tasks' },
};

/** The field that chooses what the list has. */
export function activityKinds(kinds: ActivityKind[], description: string): INodeProperties {
	const sorted = [...kinds].sort();
	return {
		displayName: 'Kinds',
		name: 'kinds',
		type: 'multiOptions',
		required: true,
		options: sorted.map((value) => ({ name: NAMES[value].name, value })),
		default: [...sorted],
		description,
	};
}

/** The kinds that are chosen. Throws a `Failure` when there is none. */
export function chosenKinds(value: unknown): Set<ActivityKind> {
	const kinds = new Set(listOf(value, 'Kinds') as ActivityKind[]);
	if (kinds.size > 0) return kinds;
	throw new Failure('No kind is chosen', 'Choose under "Kinds" what to read.', { field: 'kinds' });
}

/** What the list lacks, as an entry of it: the service refuses to give it. */
export function notRead(kind: ActivityKind, { message, remedy }: Failure): Activity {
	return {
		kind: 'notRead',
		at: null,
		title: `The ${NAMES[kind].plural} were not read`,
		text: remedy ? `${message}. ${remedy}` : message,
		status: null,
		id: null,
		record: { kind },
	};
}

/**
 * The newest entries first, and those without a readable time last. What was not read comes before all of them and does
 * not count.
 *
 * @param dayZone offset of the zone of days and of times that have none, such as `-07:00`
 */
export function newestFirst(activities: Activity[], limit: number, dayZone: string): Activity[] {
	const missing = activities.filter(({ kind }) => kind === 'notRead');
	const timeOf = ({ at }: Activity) => {
		const [, day, clock] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?))?$/.exec(at ?? '') ?? [];
		const time = Date.parse(day === undefined ? (at ?? '') : `${day}T${clock ?? '00:00:00'}${dayZone}`);
		return Number.isNaN(time) ? -Infinity : time;
	};
	const read = activities
		.filter(({ kind }) => kind !== 'notRead')
		.map((activity) => ({ activity, time: timeOf(activity) }))
		.sort((a, b) => (a.time === b.time ? 0 : b.time - a.time))
		.map(({ activity }) => activity);
	return [...missing, ...read.slice(0, limit)];
}
