import type { IDataObject } from 'n8n-workflow';

import { pace } from '../../../support/pace';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import type { Forwarder } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { ODD_VALUES } from '../../../support/odd/oddFields';
import { RAW_ERROR } from '../../../support/odd/oddResponses';
import { Poller } from '../../../support/running/runPolls';
import { storeContact } from '../../../support/sandboxRuns';
import { addOpportunity } from '../opportunity/records';
import { addListing, addNote, addTask, eventsOf } from './records';

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
	const poller = await active(['noteCreated']);
	const note = addNote(sandbox, contactId, 'Called');
	const second = addNote(sandbox, contactId, 'Called again');
	spoil([note.id], { dateAdded: odd } as IDataObject);
	sandbox.state.updateContact(contactId, { city: 'Rome' });
	expect(eventsOf(await poller.poll())).toEqual(
		[`noteCreated ${note.id}`, `noteCreated ${second.id}`].sort(),
	);
	sandbox.state.updateContact(contactId, { city: 'Oslo' });
	expect(await poller.poll()).toEqual([]);
});

const CONTACT_FIELDS = ['id', 'dateUpdated', 'tags', 'customFields', 'assignedTo', 'firstNameLowerCase'];

test.each(CONTACT_FIELDS.flatMap((field) => oddTimes.map((one) => ({ field, ...one }))))(
	'a changed contact with $what as its $field keeps no other one from coming out',
	async ({ field, odd }) => {
		const [first, second] = [storeContact(sandbox), storeContact(sandbox)];
		const poller = await active(['contactUpdated', 'noteCreated', 'tagAdded'], {
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
				expect.arrayContaining([`contactUpdated ${second}`, `noteCreated ${note.id}`, `tagAdded ${second}`]),
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

/** What makes records of each further kind, and changes one. */
const FURTHER = {
	opportunityUpdated: {
		fields: [
			'id',
			'createdAt',
			'updatedAt',
			'lastStageChangeAt',
			'pipelineStageId',
			'status',
			'customFields',
		],
		make: () => addOpportunity(sandbox).id,
		change: (id: string) => sandbox.state.change('opportunities', id, { name: 'Loft' }),
	},
	recordUpdated: {
		fields: ['id', 'createdAt', 'updatedAt', 'properties', 'owner', 'searchAfter'],
		make: () => addListing(sandbox, { name: 'Flat' }),
		change: (id: string) => sandbox.state.change('objectRecords', id, { properties: { name: 'House' } }),
	},
	appointmentUpdated: {
		fields: ['id', 'dateAdded', 'dateUpdated', 'appointmentStatus', 'startTime', 'assignedUserId'],
		make: () => {
			const startTime = new Date(Date.now() + 86_400_000).toISOString();
			return sandbox.state.addAppointment({ contactId: storeContact(sandbox), startTime }).id;
		},
		change: (id: string) => {
			const before = sandbox.state.appointments.get(id);
			if (!before) throw new Error(`The sandbox has no appointment ${id}`);
			const dateUpdated = sandbox.state.clock.nextIso();
			sandbox.state.appointments.set(id, { ...before, title: 'Viewing', dateUpdated });
		},
	},
	noteUpdated: {
		fields: ['id', 'body', 'dateAdded', 'pinned', 'title'],
		make: () => addNote(sandbox, storeContact(sandbox), 'Hello').id,
		change: (id: string) => {
			const note = sandbox.state.notes.get(id);
			if (note) sandbox.state.notes.set(id, { ...note, body: 'Changed' });
		},
	},
};

const ofFurther = Object.entries(FURTHER).flatMap(([event, { fields, ...kind }]) =>
	fields.flatMap((field) => oddTimes.map((one) => ({ event, field, ...kind, ...one }))),
);

test.each(ofFurther)(
	'$event: a record with $what as its $field keeps no other one from being returned',
	async ({ event, field, odd, make, change }) => {
		const [first, second] = [make(), make()];
		const poller = await active([event], { schemaKey: byId(DEMO.objects.listings.key) });
		await poller.poll();
		change(first);
		change(second);
		spoil([first], { [field]: odd } as IDataObject);
		const { events, text } = await poller.poll().then(
			(items) => ({ events: eventsOf(items), text: '' }),
			(error: Error & { description?: string }) => ({
				events: [],
				text: `${error.message} ${error.description ?? ''}`,
			}),
		);
		expect(text).not.toMatch(RAW_ERROR);
		if (text === '') expect(events).toContain(`${event} ${second}`);
		else {
			// A poll that cannot be sure returns nothing, and the next one everything.
			expect(text).toMatch(/did not answer like HighLevel|in the order of their changes/);
			forwarder.passage.answer = undefined;
			expect(eventsOf(await poller.poll())).toEqual([`${event} ${first}`, `${event} ${second}`].sort());
		}
	},
);
