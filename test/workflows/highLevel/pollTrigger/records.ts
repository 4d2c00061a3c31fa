import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox, TaskRecord } from '../../../../sandbox/highLevel';
import type { NoteRecord } from '../../../../sandbox/highLevel/resources/notes';
import type { ObjectRecord } from '../../../../sandbox/highLevel/resources/objectRecords';
import { DEMO } from '../../../support/highLevel';

/** Stores a note. @param agoMs how long ago it was added */
export function addNote(
	{ state }: HighLevelSandbox,
	contactId: string,
	body: string,
	agoMs = 0,
): Readonly<NoteRecord> {
	const dateAdded = new Date(state.clock.nextMs() - agoMs).toISOString();
	const note: NoteRecord = {
		id: state.newId(),
		contactId,
		locationId: state.contacts.get(contactId)?.locationId ?? '',
		body,
		userId: null,
		title: null,
		color: null,
		pinned: false,
		dateAdded,
		dateUpdated: dateAdded,
	};
	state.notes.set(note.id, note);
	return note;
}

/** Stores a task, the newest of all unless told. */
export function addTask(
	{ state }: HighLevelSandbox,
	contactId: string,
	fields: Partial<TaskRecord> = {},
): Readonly<TaskRecord> {
	const now = state.clock.nextIso();
	const task: TaskRecord = {
		id: state.newId(),
		contactId,
		locationId: state.contacts.get(contactId)?.locationId ?? '',
		title: 'Call',
		body: null,
		assignedTo: null,
		dueDate: '2026-12-01T10:00:00.000Z',
		completed: false,
		dateAdded: now,
		dateUpdated: now,
		...fields,
	};
	state.tasks.set(task.id, task);
	return task;
}

/** Changes a stored task. */
export function changeTask({ state }: HighLevelSandbox, id: string, changes: Partial<TaskRecord>): void {
	const task = state.tasks.get(id);
	if (!task) throw new Error(`The sandbox has no task ${id}`);
	state.tasks.set(id, { ...task, ...changes });
}

/** Stores a record of the demo's own object. @returns its id */
export function addListing(
	{ state }: HighLevelSandbox,
	properties: IDataObject,
	more: Partial<ObjectRecord> = {},
): string {
	const { id: objectId, key: objectKey } = DEMO.objects.listings;
	const { locationId } = DEMO;
	return state.add('objectRecords', { locationId, objectId, objectKey, properties, ...more }).id;
}

/** Event and record of each item, in the order of the text. */
export function eventsOf(items: IDataObject[]): string[] {
	return items.map(({ event, id }) => `${String(event)} ${String(id)}`).sort();
}

/** What every item has first, beside its `event`. @param at `null` where HighLevel does not tell when it happened */
export function envelopeOf(
	recordId: string,
	contactId: string | null,
	at: unknown = expect.stringMatching(/Z$/),
): Record<string, unknown> {
	const { locationId } = DEMO;
	return { system: 'HighLevel', eventKey: expect.any(String), locationId, recordId, contactId, at };
}
