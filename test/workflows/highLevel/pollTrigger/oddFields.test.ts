import type { IDataObject } from 'n8n-workflow';

import { pace } from '../../../support/pace';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import type { Forwarder } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import { startSandbox } from '../../../support/highLevel';
import { ODD_VALUES } from '../../../support/odd/oddFields';
import { RAW_ERROR } from '../../../support/odd/oddResponses';
import { Poller } from '../../../support/running/runPolls';
import { storeContact } from '../../../support/sandboxRuns';
import { addNote, addTask, eventsOf } from './records';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 0, maxMs: 0 }, looksMs: [0] });

let sandbox: HighLevelSandbox;
let forwarder: Forwarder;
beforeEach(async () => {
	sandbox = await startSandbox();
	forwarder = await startForwarder(sandbox.url);
});
afterEach(async () => {
	await forwarder.close();
	await sandbox.close();
});

/** From now on, the records with these ids have something odd in these fields. */
function spoil(ids: string[], odd: IDataObject): void {
	const changed = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(changed);
		if (typeof value !== 'object' || value === null) return value;
		const entries = Object.entries(value).map(([name, entry]) => [name, changed(entry)]);
		const isMeant = ids.includes(String((value as IDataObject).id));
		return { ...Object.fromEntries(entries), ...(isMeant ? odd : {}) } as unknown;
	};
	forwarder.passage.answer = (text) => JSON.stringify(changed(JSON.parse(text)));
}

async function active(events: string[], parameters: IDataObject = {}): Promise<Poller> {
	const poller = new Poller(sandbox, { baseUrl: forwarder.url, parameters: { events, ...parameters } });
	await poller.activate();
	return poller;
}

const oddTimes = Object.entries(ODD_VALUES).map(([what, odd]) => ({ what, odd }));

test.each(oddTimes)(
	'a new contact with $what as the time of its creation comes out as created, once',
	async ({ odd }) => {
		const old = storeContact(sandbox);
		const poller = await active(['contactCreated', 'contactUpdated']);
		const id = storeContact(sandbox);
		spoil([id], { dateAdded: odd } as IDataObject);
		expect(eventsOf(await poller.poll())).toEqual([`contactCreated ${id}`]);
		expect(await poller.poll()).toEqual([]);
		sandbox.state.updateContact(id, { city: 'Rome' });
		sandbox.state.updateContact(old, { city: 'Rome' });
		expect(eventsOf(await poller.poll())).toEqual([`contactUpdated ${id}`, `contactUpdated ${old}`].sort());
	},
);

test.each(oddTimes)('a new note with $what as the time of its creation comes out, once', async ({ odd }) => {
	const contactId = storeContact(sandbox);
	const poller = await active(['noteAdded']);
	const note = addNote(sandbox, contactId, 'Called');
	const second = addNote(sandbox, contactId, 'Called again');
	spoil([note.id], { dateAdded: odd } as IDataObject);
	sandbox.state.updateContact(contactId, { city: 'Rome' });
	expect(eventsOf(await poller.poll())).toEqual([`noteAdded ${note.id}`, `noteAdded ${second.id}`].sort());
	sandbox.state.updateContact(contactId, { city: 'Oslo' });
	expect(await poller.poll()).toEqual([]);
});

const CONTACT_FIELDS = ['id', 'dateUpdated', 'tags', 'customFields', 'assignedTo', 'firstNameLowerCase'];

test.each(CONTACT_FIELDS.flatMap((field) => oddTimes.map((one) => ({ field, ...one }))))(
	'a changed contact with $what as its $field keeps no other one from coming out',
	async ({ field, odd }) => {
		const [first, second] = [storeContact(sandbox), storeContact(sandbox)];
		const poller = await active(['contactUpdated', 'noteAdded', 'tagAdded'], {
			filters: { tags: 'vip', contactTags: '' },
		});
		const note = addNote(sandbox, second, 'Called');
		sandbox.state.updateContact(first, { city: 'Rome', tags: ['vip'] });
		sandbox.state.updateContact(second, { city: 'Rome', tags: ['vip'] });
		spoil([first], { [field]: odd } as IDataObject);
		const { items, text } = await poller.poll().then(
			(found) => ({ items: found, text: '' }),
			(error: Error & { description?: string }) => ({
				items: [],
				text: `${error.message} ${error.description ?? ''}`,
			}),
		);
		expect(text).not.toMatch(RAW_ERROR);
		if (text !== '') expect(text).toContain('did not answer like HighLevel');
		else {
			expect(eventsOf(items)).toEqual(
				expect.arrayContaining([`contactUpdated ${second}`, `noteAdded ${note.id}`, `tagAdded ${second}`]),
			);
			// Under another id than its own, HighLevel does not know the contact.
			if (field !== 'id') expect(items.length).toBeGreaterThan(3);
		}
	},
);

const TASK_FIELDS = ['id', 'title', 'dueDate', 'assignedTo', 'contactId', 'completed'];

test.each(TASK_FIELDS.flatMap((field) => oddTimes.map((one) => ({ field, ...one }))))(
	'a task with $what as its $field keeps no other one from coming out',
	async ({ field, odd }) => {
		const contactId = storeContact(sandbox);
		const poller = await active(['taskCreated']);
		const [first, second] = [addTask(sandbox, contactId), addTask(sandbox, contactId)];
		spoil([first.id], { [field]: odd } as IDataObject);
		const { events, text } = await poller.poll().then(
			(items) => ({ events: eventsOf(items), text: '' }),
			(error: Error & { description?: string }) => ({
				events: [],
				text: `${error.message} ${error.description ?? ''}`,
			}),
		);
		expect(text).not.toMatch(RAW_ERROR);
		expect(events).toContain(`taskCreated ${second.id}`);
	},
);
