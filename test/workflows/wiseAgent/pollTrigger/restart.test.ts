import type { IDataObject } from 'n8n-workflow';

import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { seededRandom } from '../../../support/fakeClock';
import type { Poller } from '../../../support/running/runPolls';
import { Killed } from '../../../support/running/runPolls';
import { startWiseAgent } from '../../../support/wiseAgent';
import { eventsOf, pollerOf } from './polled';

const ALL = [
	'contactCreated',
	'contactUpdated',
	'taskCompleted',
	'taskCreated',
	'taskDeleted',
	'taskUpdated',
];

let sandbox: WiseAgentSandbox;
beforeEach(async () => (sandbox = await startWiseAgent()));
afterEach(async () => await sandbox.close());

async function active(durable = false): Promise<Poller> {
	const poller = pollerOf(sandbox, { events: ALL }, { durable });
	await poller.activate();
	if (durable) await poller.poll();
	return poller;
}

function change(id: number, changes: object): void {
	const task = sandbox.state.tasks.get(String(id));
	if (!task) throw new Error(`The sandbox has no task ${id}`);
	sandbox.state.tasks.set(String(id), { ...task, modifiedAt: new Date().toISOString(), ...changes });
}

/** Something of every kind happens. @returns the events */
function everything(contact: number, [done = 0, changed = 0, deleted = 0]: number[]): string[] {
	sandbox.state.updateContact(contact, { City: 'Troy' });
	const added = sandbox.state.addContact({}).ClientID;
	change(done, { completedAt: new Date().toISOString() });
	change(changed, { Description: 'Visit' });
	sandbox.state.tasks.delete(String(deleted));
	const task = sandbox.state.addTask({}).TaskID;
	return [
		`contactCreated ${added}`,
		`contactUpdated ${contact}`,
		`taskCompleted ${done}`,
		`taskCreated ${task}`,
		`taskDeleted ${deleted}`,
		`taskUpdated ${changed}`,
	].sort();
}

const known = () => ({
	contact: sandbox.state.addContact({}).ClientID,
	tasks: [1, 2, 3].map(() => sandbox.state.addTask({}).TaskID),
});

const areMarked = (items: IDataObject[]) => items.every(({ possibleRepeat }) => possibleRepeat === true);

test.each([
	['before the execution has started', 'beforeStart'],
	['before what was remembered is saved', 'beforeSave'],
] as const)('n8n is killed %s: everything comes again, and is marked', async (_, moment) => {
	const { contact, tasks } = known();
	const poller = await active();
	const events = everything(contact, tasks);
	poller.dieWhile(moment);
	await expect(poller.poll()).rejects.toThrow(Killed);
	const items = await poller.restart();
	expect(eventsOf(items).sort()).toEqual(events);
	expect(areMarked(items)).toBe(true);
	expect(await poller.poll()).toEqual([]);
});

test('with durable cursors, n8n is killed: everything comes again, once', async () => {
	const { contact, tasks } = known();
	const poller = await active(true);
	const events = everything(contact, tasks);
	poller.dieWhile('beforeStart');
	await expect(poller.poll()).rejects.toThrow(Killed);
	expect(eventsOf(await poller.restart()).sort()).toEqual(events);
	expect(await poller.restart()).toEqual([]);
	expect(eventsOf(poller.items).sort()).toEqual(events);
});

test('what has happened while n8n was down comes when it is back', async () => {
	const { contact, tasks } = known();
	const poller = await active();
	const events = everything(contact, tasks);
	expect(eventsOf(await poller.restart()).sort()).toEqual(events);
});

test.each(['getContacts', 'tasks'])('a poll in which %s fails loses nothing', async (requestType) => {
	const { contact, tasks } = known();
	const poller = await active();
	const events = everything(contact, tasks);
	sandbox.faults.add({ kind: 'refused', requestType });
	await expect(poller.poll()).rejects.toThrow('Wise Agent refused');
	sandbox.faults.clear();
	expect(eventsOf(await poller.poll()).sort()).toEqual(events);
	expect(await poller.poll()).toEqual([]);
});

test('over 40 polls with failures, every contact and task comes as it is at last, and nothing twice', async () => {
	const random = seededRandom(7);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
	const contacts = sandbox.state.seedContacts(130).map(({ ClientID }) => ClientID);
	const tasks = Array.from({ length: 130 }, () => sandbox.state.addTask({}).TaskID);
	const poller = await active();
	const last = new Map<string, string>();
	const deleted: string[] = [];
	const created: string[] = [];
	for (let round = 0; round < 40; round++) {
		for (let count = Math.floor(random() * 6); count > 0; count--) {
			const text = `${round}.${count}`;
			const id = pick(contacts);
			sandbox.state.updateContact(id, { City: text });
			last.set(`contact ${id}`, text);
			const task = pick(tasks);
			change(task, { Description: text });
			last.set(`task ${task}`, text);
		}
		if (random() < 0.4) {
			const { ClientID } = sandbox.state.addContact({ City: 'new' });
			contacts.push(ClientID);
			created.push(`contactCreated ${ClientID}`);
			last.set(`contact ${ClientID}`, 'new');
		}
		if (random() < 0.4) {
			const [gone = 0] = tasks.splice(Math.floor(random() * tasks.length), 1);
			sandbox.state.tasks.delete(String(gone));
			last.delete(`task ${gone}`);
			deleted.push(`taskDeleted ${gone}`);
		}
		if (random() < 0.3) {
			const requestType = pick(['getContacts', 'tasks']);
			sandbox.faults.add({ kind: pick(['refused', 'serverError', 'truncated']), requestType, times: 1 });
		}
		await poller.poll().catch(() => undefined);
	}
	sandbox.faults.clear();
	await poller.poll();
	await poller.poll();

	const found = new Map<string, string>();
	for (const { ClientID, City, TaskID, Description } of poller.items) {
		if (ClientID !== undefined) found.set(`contact ${String(ClientID)}`, String(City));
		if (Description !== undefined) found.set(`task ${String(TaskID)}`, String(Description));
	}
	for (const event of deleted) found.delete(event.replace('taskDeleted', 'task'));
	expect(found).toEqual(last);
	const events = eventsOf(poller.items);
	expect(events.filter((event) => event.startsWith('taskDeleted')).sort()).toEqual(deleted.sort());
	expect(events.filter((event) => event.startsWith('contactCreated')).sort()).toEqual(created.sort());
	const states = poller.items.map((item) => JSON.stringify(item));
	expect(new Set(states).size).toBe(states.length);
});

test('contacts that are chosen beside tasks begin with the tasks that come, and stay known after a restart', async () => {
	const { contact, tasks } = known();
	sandbox.state.updateContact(contact, { City: 'Troy' });
	const poller = pollerOf(sandbox, { events: ['taskUpdated'] });
	await poller.activate();
	change(tasks[0] ?? 0, { Description: 'Visit' });
	const updated = [`taskUpdated ${tasks[0]}`];
	expect(eventsOf(await poller.republish({ events: ALL }))).toEqual(updated);
	expect(eventsOf(await poller.restart())).toEqual(updated);
});
