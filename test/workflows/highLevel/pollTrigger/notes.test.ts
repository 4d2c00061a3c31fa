import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { startSandbox } from '../../../support/highLevel';
import { Poller } from '../../../support/running/runPolls';
import { requestsOf, storeContact } from '../../../support/sandboxRuns';
import { addNote, envelopeOf, eventsOf } from './records';

const DAY_MS = 86_400_000;

let sandbox: HighLevelSandbox;
let contactId: string;
beforeEach(async () => {
	sandbox = await startSandbox();
	contactId = storeContact(sandbox);
});
afterEach(async () => await sandbox.close());

async function active(parameters: IDataObject = {}): Promise<Poller> {
	const poller = new Poller(sandbox, { parameters: { events: ['noteCreated'], ...parameters } });
	await poller.activate();
	sandbox.requests.length = 0;
	return poller;
}

let city = 0;
function touch(id = contactId): void {
	sandbox.state.updateContact(id, { city: `City ${++city}` });
}

const noteReads = () => requestsOf(sandbox, 'GET', /\/notes$/);

test('a note on a contact that has changed comes out once, whole, and no older one does', async () => {
	addNote(sandbox, contactId, 'Old', 60_000);
	const poller = await active();
	const { id, dateAdded } = addNote(sandbox, contactId, 'Called');
	touch();
	expect(await poller.poll()).toEqual([
		{
			...envelopeOf(id, contactId, dateAdded),
			...{ event: 'noteCreated', id, body: 'Called', dateAdded, pinned: false, reference: null },
		},
	]);
	touch();
	expect(await poller.poll()).toEqual([]);
	expect(noteReads()).toHaveLength(2);
});

test('a note that is a copy comes with its reference, and its text without it', async () => {
	const poller = await active();
	const { id } = addNote(sandbox, contactId, 'Called\nWise Agent note 8812345');
	touch();
	const reference = { text: 'Wise Agent note 8812345', system: 'Wise Agent', kind: 'note', id: '8812345' };
	expect(await poller.poll()).toMatchObject([{ event: 'noteCreated', id, body: 'Called', reference }]);
});

test('a note that was added while its contact did not change comes with the next change, days later', async () => {
	const poller = await active();
	const first = addNote(sandbox, contactId, 'First');
	touch();
	expect(eventsOf(await poller.poll())).toEqual([`noteCreated ${first.id}`]);
	const second = addNote(sandbox, contactId, 'Second');
	const third = addNote(sandbox, contactId, 'Third');
	expect(await poller.poll()).toEqual([]);
	touch();
	expect(eventsOf(await poller.poll())).toEqual(
		[`noteCreated ${second.id}`, `noteCreated ${third.id}`].sort(),
	);
});

test('two notes of the same moment come out both, although one shows up later', async () => {
	const poller = await active();
	const first = addNote(sandbox, contactId, 'First', -5_000);
	touch();
	await poller.poll();
	const second = addNote(sandbox, contactId, 'Second');
	sandbox.state.notes.set(second.id, { ...second, dateAdded: first.dateAdded });
	const before = addNote(sandbox, contactId, 'A little before', -4_000);
	touch();
	expect(eventsOf(await poller.poll())).toEqual(
		[`noteCreated ${before.id}`, `noteCreated ${second.id}`].sort(),
	);
	touch();
	expect(await poller.poll()).toEqual([]);
});

test('a note of a new contact comes out', async () => {
	const poller = await active({ events: ['contactCreated', 'noteCreated'] });
	const id = storeContact(sandbox);
	const note = addNote(sandbox, id, 'Hello');
	expect(eventsOf(await poller.poll())).toEqual([`contactCreated ${id}`, `noteCreated ${note.id}`]);
});

test('from a date, notes that were added since come out', async () => {
	addNote(sandbox, contactId, 'Too old', 9 * DAY_MS);
	const { id } = addNote(sandbox, contactId, 'Recent', 2 * DAY_MS);
	const poller = new Poller(sandbox, {
		parameters: {
			events: ['noteCreated'],
			startFrom: 'date',
			startDate: new Date(Date.now() - 3 * DAY_MS).toISOString(),
		},
	});
	expect(eventsOf(await poller.activate())).toContain(`noteCreated ${id}`);
	expect(poller.items.some(({ body }) => body === 'Too old')).toBe(false);
});

test('notes of contacts that the filter leaves out are not read', async () => {
	const poller = await active({ filters: { contactTags: 'buyer' } });
	addNote(sandbox, contactId, 'Of another');
	touch();
	const buyer = storeContact(sandbox, { tags: ['buyer'] });
	const { id } = addNote(sandbox, buyer, 'Of a buyer');
	expect(eventsOf(await poller.poll())).toEqual([`noteCreated ${id}`]);
	expect(noteReads()).toHaveLength(1);
});

test('when more contacts have changed than a poll may ask for, the next polls go on, and none is forgotten', async () => {
	const contacts = sandbox.state.seedContacts(45).map(({ id }) => id);
	const poller = await active({ options: { maxRequests: 20 } });
	const notes = contacts.map((id) => addNote(sandbox, id, 'Hello').id);
	for (const id of contacts) touch(id);
	const items: IDataObject[] = [];
	for (let poll = 0; poll < 3; poll++) {
		sandbox.requests.length = 0;
		items.push(...(await poller.poll()));
		expect(noteReads().length).toBeLessThanOrEqual(20);
	}
	expect(eventsOf(items)).toEqual(notes.map((id) => `noteCreated ${id}`).sort());
	sandbox.requests.length = 0;
	expect(await poller.poll()).toEqual([]);
	expect(noteReads()).toHaveLength(0);
});

test('a poll that fails at the notes puts nothing out, and the next one all', async () => {
	const poller = await active({ events: ['contactUpdated', 'noteCreated'] });
	const { id } = addNote(sandbox, contactId, 'Hello');
	touch();
	sandbox.faults.add({ kind: 'serverError', path: '/notes$' });
	await expect(poller.poll()).rejects.toThrow('HighLevel did not answer');
	sandbox.faults.clear();
	expect(eventsOf(await poller.poll())).toEqual([`contactUpdated ${contactId}`, `noteCreated ${id}`]);
});
