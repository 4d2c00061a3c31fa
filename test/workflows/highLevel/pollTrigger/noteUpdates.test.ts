import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import type { NoteRecord } from '../../../../sandbox/highLevel/resources/notes';
import { startSandbox } from '../../../support/highLevel';
import { Poller } from '../../../support/running/runPolls';
import { requestsOf, storeContact } from '../../../support/sandboxRuns';
import { addNote, addTask, eventsOf } from './records';

let sandbox: HighLevelSandbox;
beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => await sandbox.close());

async function active(parameters: IDataObject = {}): Promise<Poller> {
	const poller = new Poller(sandbox, { parameters: { events: ['noteUpdated'], ...parameters } });
	expect(await poller.activate()).toEqual([]);
	sandbox.requests.length = 0;
	return poller;
}

function edit(id: string, changes: Partial<NoteRecord>): void {
	const note = sandbox.state.notes.get(id);
	if (!note) throw new Error(`The sandbox has no note ${id}`);
	sandbox.state.notes.set(id, { ...note, ...changes });
}

/** Contacts with a note each. */
function withNotes(count: number): string[] {
	return Array.from({ length: count }, () => addNote(sandbox, storeContact(sandbox), 'Hello').id);
}

const noteReads = () => requestsOf(sandbox, 'GET', /\/notes$/);

test('a note that changes on a contact that does not is found, once, whatever has changed about it', async () => {
	const [text, pinned, titled] = withNotes(3) as [string, string, string];
	const poller = await active();
	expect(await poller.poll()).toEqual([]);
	edit(text, { body: 'Called' });
	edit(pinned, { pinned: true });
	edit(titled, { title: 'Call' });
	const items = await poller.poll();
	expect(eventsOf(items)).toEqual([text, pinned, titled].map((id) => `noteUpdated ${id}`).sort());
	expect(items.find(({ id }) => id === text)).toMatchObject({
		body: 'Called',
		contactId: expect.any(String),
	});
	expect(await poller.poll()).toEqual([]);
});

test('each poll looks at as many contacts as it may, and the round at all of them', async () => {
	const notes = withNotes(45);
	const poller = await active({ notesToCheck: 10 });
	for (let poll = 0; poll < 5; poll++) {
		sandbox.requests.length = 0;
		await poller.poll();
		expect(noteReads().length).toBeLessThanOrEqual(10);
	}
	for (const id of notes) edit(id, { body: 'Changed' });
	for (let poll = 0; poll < 6; poll++) await poller.poll();
	expect(eventsOf(poller.items)).toEqual(notes.map((id) => `noteUpdated ${id}`).sort());
});

test('a contact that changes is looked at in the next poll, before the round comes to it', async () => {
	const notes = withNotes(30);
	const poller = await active({ notesToCheck: 1 });
	const id = notes[20] as string;
	const contactId = String(sandbox.state.notes.get(id)?.contactId);
	sandbox.state.updateContact(contactId, { city: 'Rome' });
	expect(await poller.poll()).toEqual([]);
	edit(id, { body: 'Changed' });
	sandbox.state.updateContact(contactId, { city: 'Oslo' });
	expect(eventsOf(await poller.poll())).toEqual([`noteUpdated ${id}`]);
});

test('with 0, only contacts that have changed are looked at', async () => {
	const [id] = withNotes(1) as [string];
	const poller = await active({ notesToCheck: 0 });
	await poller.poll();
	edit(id, { body: 'Changed' });
	expect(await poller.poll()).toEqual([]);
	expect(noteReads()).toHaveLength(0);
});

test('a note that is added is no change, and one that is added and changed later is both, each once', async () => {
	const contactId = storeContact(sandbox);
	const poller = await active({ events: ['noteCreated', 'noteUpdated'] });
	const { id } = addNote(sandbox, contactId, 'Hello');
	expect(eventsOf(await poller.poll())).toEqual([`noteCreated ${id}`]);
	edit(id, { body: 'Changed' });
	expect(eventsOf(await poller.poll())).toEqual([`noteUpdated ${id}`]);
	expect(await poller.poll()).toEqual([]);
});

test('what is waiting for its tasks keeps waiting for them when the round comes to it', async () => {
	const contactId = storeContact(sandbox);
	const poller = await active({
		events: ['noteUpdated', 'taskCreated'],
		taskScope: 'changedContacts',
		filters: { contactTags: 'buyer' },
		options: { maxRequests: 1 },
	});
	const tasks = Array.from({ length: 3 }, () => {
		const id = storeContact(sandbox);
		return addTask(sandbox, id).id;
	});
	sandbox.state.updateContact(contactId, { city: 'Rome' });
	for (let poll = 0; poll < 8; poll++) await poller.poll();
	expect(eventsOf(poller.items)).toEqual(tasks.map((id) => `taskCreated ${id}`).sort());
});

test('the round leaves contacts away that the filter does', async () => {
	const buyer = addNote(sandbox, storeContact(sandbox, { tags: ['buyer'] }), 'Hello').id;
	const [other] = withNotes(1) as [string];
	const poller = await active({ filters: { contactTags: 'buyer' } });
	await poller.poll();
	expect(noteReads()).toHaveLength(1);
	for (const id of [buyer, other]) edit(id, { body: 'Changed' });
	expect(eventsOf(await poller.poll())).toEqual([`noteUpdated ${buyer}`]);
});

test('a poll that fails in the round goes on where the last one has ended, and misses nothing', async () => {
	const notes = withNotes(6);
	const poller = await active({ notesToCheck: 3 });
	for (let poll = 0; poll < 3; poll++) await poller.poll();
	for (const id of notes) edit(id, { body: 'Changed' });
	sandbox.faults.add({ kind: 'serverError', path: '/notes$' });
	await expect(poller.poll()).rejects.toThrow('HighLevel did not answer');
	sandbox.faults.clear();
	for (let poll = 0; poll < 4; poll++) await poller.poll();
	expect(eventsOf(poller.items)).toEqual(notes.map((id) => `noteUpdated ${id}`).sort());
});
