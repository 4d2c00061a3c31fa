import type { IDataObject } from 'n8n-workflow';

import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { Poller } from '../../../support/running/runPolls';
import { storeContact } from '../../../support/sandboxRuns';
import { startWiseAgent } from '../../../support/wiseAgent';
import { say } from '../../../workflows/highLevel/message/records';
import { addOpportunity } from '../../../workflows/highLevel/opportunity/records';
import { addNote, addTask, changeTask } from '../../../workflows/highLevel/pollTrigger/records';
import { startApp } from '../../../workflows/highLevel/trigger/deliveries';
import { pollerOf } from '../../../workflows/wiseAgent/pollTrigger/polled';
import { startTrigger } from '../../../workflows/wiseAgent/trigger/started';
import { otherBothWays, sameBothWays } from './bothWays';
import { keysByEvent } from './complete';

/** Of each event that came both ways: its keys by webhook, and by poll. */
function bothWays(delivered: IDataObject[], polled: IDataObject[]): Map<string, [string[], string[]]> {
	const [webhook, poll] = [keysByEvent(delivered), keysByEvent(polled)];
	return new Map(
		[...webhook].flatMap(([event, keys]) => {
			const found = poll.get(event);
			return found ? [[event, [keys.sort(), found.sort()]] as const] : [];
		}),
	);
}

/** What the docs say of these events, and what came. */
function expectAsInDocs(system: string, came: Map<string, [string[], string[]]>, notHere: string[]): void {
	const events = [...came];
	const same = events.filter(([, [webhook, poll]]) => webhook.join() === poll.join());
	const apart = events.filter(([, [webhook, poll]]) => !webhook.some((key) => poll.includes(key)));
	expect(same.map(([event]) => event).sort()).toEqual(sameBothWays(system));
	expect([...apart.map(([event]) => event), ...notHere].sort()).toEqual(otherBothWays(system));
}

/** The sandbox of HighLevel delivers no events of custom objects. */
const WITHOUT_DELIVERY = ['recordCreated', 'recordUpdated'];

test('HighLevel: an event has the same key by webhook and by poll where the docs say so, and nowhere else', async () => {
	const sandbox = await startSandbox();
	const { state } = sandbox;
	const app = await startApp({ options: { publicKey: sandbox.webhooks.publicKey } });
	const known = storeContact(sandbox, { firstName: 'Ann' });
	const note = addNote(sandbox, known, 'Hello', 60_000);
	const [done, gone] = [addTask(sandbox, known).id, addTask(sandbox, known).id];
	const startTime = new Date(Date.now() + 86_400_000).toISOString();
	const booked = state.addAppointment({ contactId: known, startTime });
	const { id: opportunity } = addOpportunity(sandbox, { contactId: known });
	const events = [...sameBothWays('HighLevel'), ...otherBothWays('HighLevel')];
	const schemaKey = byId(DEMO.objects.listings.key);
	const poller = new Poller(sandbox, { parameters: { events, schemaKey } });
	await poller.activate();
	sandbox.configure({ webhooks: { url: app.url, baseDelayMs: 5 } });

	const created = storeContact(sandbox, { firstName: 'Ben', email: 'ben@example.com' });
	addNote(sandbox, created, 'Hi');
	addTask(sandbox, created);
	addOpportunity(sandbox, { contactId: created });
	state.addAppointment({ contactId: created, startTime });
	say(sandbox, created, { body: 'Thursday works' });
	state.tasks.delete(gone);
	state.updateContact(known, { firstName: 'Anna' });
	state.notes.set(note.id, { ...note, body: 'Bye' });
	changeTask(sandbox, done, { completed: true });
	const at = state.clock.nextIso();
	state.appointments.set(booked.id, { ...booked, title: 'Viewing', dateUpdated: at });
	const moved = { pipelineStageId: DEMO.pipelineStages.offer, status: 'won' } as const;
	const times = { updatedAt: at, lastStageChangeAt: at, lastStatusChangeAt: at };
	state.change('opportunities', opportunity, { ...moved, ...times });
	await sandbox.webhooks.idle();
	await poller.poll();

	expectAsInDocs('HighLevel', bothWays(app.executions, poller.items), WITHOUT_DELIVERY);
	await Promise.all([app.close(), sandbox.close()]);
});

test('Wise Agent: an event has the same key by webhook and by poll where the docs say so, and nowhere else', async () => {
	const sandbox = await startWiseAgent();
	const { state } = sandbox;
	const registered = ['contactCreate', 'contactUpdate', 'taskCreate', 'taskDelete', 'taskUpdate'];
	const server = await startTrigger(sandbox, { events: registered });
	const { ClientID } = state.addContact({ CFirst: 'Ann' });
	const [changed, done, gone] = [1, 2, 3].map(() => state.addTask({ Description: 'Call' }));
	const events = [...sameBothWays('Wise Agent'), ...otherBothWays('Wise Agent')];
	const poller = pollerOf(sandbox, { events });
	await poller.activate();
	await server.activate();

	state.addContact({ CFirst: 'Ben' });
	state.addTask({ Description: 'Visit' });
	state.updateContact(ClientID, { City: 'Rome' });
	const at = state.clock.nextIso();
	if (changed) state.tasks.set(String(changed.TaskID), { ...changed, Description: 'Visit', modifiedAt: at });
	if (done) state.tasks.set(String(done.TaskID), { ...done, completedAt: at, modifiedAt: at });
	state.tasks.delete(String(gone?.TaskID));
	await sandbox.webhooks.idle();
	await poller.poll();

	expectAsInDocs('Wise Agent', bothWays(server.executions, poller.items), []);
	await Promise.all([server.close(), sandbox.close()]);
});
