import type { IDataObject } from 'n8n-workflow';

import { startSandbox } from '../../support/highLevel';
import type { Poller } from '../../support/running/runPolls';
import { Poller as HighLevelPoller } from '../../support/running/runPolls';
import { storeContact } from '../../support/sandboxRuns';
import { startWiseAgent } from '../../support/wiseAgent';
import { addNote, addTask, changeTask } from '../../workflows/highLevel/pollTrigger/records';
import { pollerOf } from '../../workflows/wiseAgent/pollTrigger/polled';
import type { Observed } from './triggers';

const TASKS = ['taskCompleted', 'taskCreated', 'taskDeleted', 'taskUpdated'];
const CONTACTS = ['contactCreated', 'contactUpdated'];

/** What the GoHighLevel Poll Trigger stores and returns when something of every kind has happened. */
export async function pollHighLevel(taskScope: string): Promise<Observed> {
	const sandbox = await startSandbox();
	try {
		const events = [...CONTACTS, ...TASKS, 'noteAdded', 'tagAdded', 'tagRemoved'];
		// With one request left, not all that has changed can be read: the rest is kept for the next poll.
		const options = taskScope === 'changedContacts' ? { maxRequests: 1 } : {};
		const poller = new HighLevelPoller(sandbox, { parameters: { events, taskScope, options } });
		const changed = storeContact(sandbox, { email: 'ann@example.com', tags: ['a'] });
		const [done, gone] = [addTask(sandbox, changed).id, addTask(sandbox, changed).id];
		await poller.activate();
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
