import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { submit } from '../../../sandbox/highLevel/submissions/submit';
import { DEMO, startSandbox } from '../../support/highLevel';
import type { Poller } from '../../support/running/runPolls';
import { Poller as HighLevelPoller } from '../../support/running/runPolls';
import { storeContact } from '../../support/sandboxRuns';
import { startWiseAgent } from '../../support/wiseAgent';
import { say } from '../../workflows/highLevel/message/records';
import { addOpportunity } from '../../workflows/highLevel/opportunity/records';
import { addListing, addNote, addTask, changeTask } from '../../workflows/highLevel/pollTrigger/records';
import { pollerOf } from '../../workflows/wiseAgent/pollTrigger/polled';
import type { Observed } from './triggers';

const TASKS = ['taskCompleted', 'taskCreated', 'taskDeleted', 'taskUpdated'];
const CONTACTS = ['contactCreated', 'contactUpdated'];

const FURTHER = [
	...['appointmentCancelled', 'appointmentCreated', 'appointmentUpdated', 'noteUpdated'],
	...['opportunityCreated', 'opportunityStageUpdated', 'opportunityStatusUpdated', 'opportunityUpdated'],
	...['formSubmitted', 'messageReceived', 'recordCreated', 'recordUpdated', 'surveySubmitted'],
];

/** One of each further kind. @returns what changes it, and makes another */
function furtherOf(sandbox: HighLevelSandbox, contactId: string): () => void {
	const { state } = sandbox;
	const startTime = new Date(Date.now() + 86_400_000).toISOString();
	const opportunity = addOpportunity(sandbox, { contactId }).id;
	const listing = addListing(sandbox, { name: 'Flat' });
	const booked = state.addAppointment({ contactId, startTime });
	const note = addNote(sandbox, contactId, 'Hi', 60_000);
	return () => {
		const at = state.clock.nextIso();
		const times = { updatedAt: at, lastStageChangeAt: at, lastStatusChangeAt: at };
		const place = { pipelineStageId: DEMO.pipelineStages.offer, status: 'won' } as const;
		state.change('opportunities', opportunity, { ...times, ...place });
		addOpportunity(sandbox, { contactId, createdAt: at });
		state.change('objectRecords', listing, { properties: { name: 'House' } });
		addListing(sandbox, { name: 'Villa' });
		const changes = { appointmentStatus: 'cancelled', dateUpdated: at, title: 'Viewing' } as const;
		state.appointments.set(booked.id, { ...booked, ...changes });
		state.addAppointment({ contactId, startTime });
		state.notes.set(note.id, { ...note, body: 'Changed' });
		say(sandbox, contactId, { body: 'Thursday works' });
		submit(state, 'form', DEMO.forms.inquiry, { email: 'ada@example.com' });
		submit(state, 'survey', DEMO.surveys.viewing, { email: 'ada@example.com' });
	};
}

/** What the GoHighLevel Poll Trigger stores and returns when something of every kind has happened. */
export async function pollHighLevel(taskScope: string): Promise<Observed> {
	const sandbox = await startSandbox();
	try {
		const events = [...CONTACTS, ...TASKS, 'noteCreated', 'tagAdded', 'tagRemoved', ...FURTHER];
		const schemaKey = { mode: 'id', value: DEMO.objects.listings.key, __rl: true };
		// With one request left, not all that has changed can be read: the rest is kept for the next poll.
		const options = taskScope === 'changedContacts' ? { maxRequests: 1 } : {};
		const poller = new HighLevelPoller(sandbox, {
			parameters: { events, taskScope, options, schemaKey },
		});
		const changed = storeContact(sandbox, { email: 'ann@example.com', tags: ['a'] });
		const [done, gone] = [addTask(sandbox, changed).id, addTask(sandbox, changed).id];
		const change = furtherOf(sandbox, changed);
		await poller.activate();
		change();
		for (const { id } of [...sandbox.state.contacts.values()])
			sandbox.state.updateContact(id, { tags: ['b'] });
		storeContact(sandbox, { email: 'ben@example.com' });
		addNote(sandbox, changed, 'Hello');
		addTask(sandbox, changed, { title: 'New' });
		changeTask(sandbox, done, { title: 'Visit', completed: true });
		sandbox.state.tasks.delete(gone);
		await poller.poll();
		// What the last poll found comes once more, and is marked.
		await poller.restart();
		return observed(poller, events, taskScope === 'all');
	} finally {
		await sandbox.close();
	}
}

/** The same of the Wise Agent Poll Trigger. */
export async function pollWiseAgent(): Promise<Observed> {
	const sandbox = await startWiseAgent();
	try {
		const events = [...CONTACTS, ...TASKS];
		const poller = pollerOf(sandbox, { events });
		const { ClientID } = sandbox.state.addContact({ CFirst: 'Ann' });
		const tasks = [1, 2, 3].map(() => sandbox.state.addTask({ Description: 'Call' }));
		await poller.activate();
		const modifiedAt = new Date().toISOString();
		const { contacts, tasks: stored } = sandbox.state;
		const contact = contacts.get(String(ClientID));
		if (contact) contacts.set(String(ClientID), { ...contact, CFirst: 'Anna', updatedAt: modifiedAt });
		sandbox.state.addContact({ CFirst: 'Ben' });
		const [changed, done, gone] = tasks.map((task) => ({ ...task, modifiedAt }));
		if (changed) stored.set(String(changed.TaskID), { ...changed, Description: 'Visit' });
		if (done) stored.set(String(done.TaskID), { ...done, completedAt: modifiedAt });
		stored.delete(String(gone?.TaskID));
		sandbox.state.addTask({ Description: 'New' });
		await poller.poll();
		await poller.restart();
		return observed(poller, events, true);
	} finally {
		await sandbox.close();
	}
}

function observed({ saved, items }: Poller, events: string[], isWhole: boolean): Observed {
	// A kind of event that did not come out would go unseen in the snapshot.
	if (isWhole)
		expect([...new Set(items.map(({ event }) => String(event)))].sort()).toEqual([...events].sort());
	return { state: Object.values(saved)[0] as IDataObject, items };
}
