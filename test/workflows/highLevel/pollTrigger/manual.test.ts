import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { Poller } from '../../../support/running/runPolls';
import { storeContact } from '../../../support/sandboxRuns';
import { addOpportunity } from '../opportunity/records';
import { addListing, addNote, addTask } from './records';

let sandbox: HighLevelSandbox;
beforeEach(async () => {
	sandbox = await startSandbox();
	for (const { id } of sandbox.state.contacts.inGroup(DEMO.locationId)) sandbox.state.removeContact(id);
});
afterEach(async () => await sandbox.close());

const sample = async (events: string[], parameters: IDataObject = {}) =>
	await new Poller(sandbox, { parameters: { events, ...OBJECT, ...parameters } }).test();

const EVENTS = [
	'appointmentCancelled',
	'appointmentCreated',
	'appointmentUpdated',
	'contactCreated',
	'contactUpdated',
	'noteCreated',
	'noteUpdated',
	'opportunityCreated',
	'opportunityStageUpdated',
	'opportunityStatusUpdated',
	'opportunityUpdated',
	'recordCreated',
	'recordUpdated',
	'tagAdded',
	'tagRemoved',
	'taskCompleted',
	'taskCreated',
	'taskDeleted',
	'taskUpdated',
];

/** The custom object, which the events of records ask for. */
const OBJECT = { schemaKey: byId(DEMO.objects.listings.key) };

/** Something of each further kind. @returns what changes it, and makes another */
function ofEachKind(contactId: string): () => void {
	const { state } = sandbox;
	const startTime = new Date(Date.now() + 86_400_000).toISOString();
	const book = () => {
		const { id } = state.addAppointment({ contactId, startTime, assignedUserId: DEMO.users.ben });
		return id;
	};
	const [opportunity, listing, booked] = [
		addOpportunity(sandbox, { contactId }).id,
		addListing(sandbox, { name: 'Flat' }),
		book(),
	];
	return () => {
		const at = state.clock.nextIso();
		const times = { updatedAt: at, lastStageChangeAt: at, lastStatusChangeAt: at };
		const place = { pipelineStageId: DEMO.pipelineStages.offer, status: 'won' } as const;
		state.change('opportunities', opportunity, { ...times, ...place });
		addOpportunity(sandbox, { contactId, createdAt: at });
		state.change('objectRecords', listing, { properties: { name: 'House' } });
		addListing(sandbox, { name: 'Villa' });
		const before = state.appointments.get(booked);
		if (before) {
			const changes = { appointmentStatus: 'cancelled', dateUpdated: at, title: 'Viewing' } as const;
			state.appointments.set(booked, { ...before, ...changes });
		}
		book();
	};
}

test.each(EVENTS.map((event) => [event]))(
	'%s: the sample has the fields that the event has',
	async (event) => {
		const contactId = storeContact(sandbox, { tags: ['a'] });
		const kept = addTask(sandbox, contactId).id;
		const gone = addTask(sandbox, contactId).id;
		const poller = new Poller(sandbox, { parameters: { events: [event], ...OBJECT } });
		const note = addNote(sandbox, contactId, 'Hi', 60_000);
		const change = ofEachKind(contactId);
		await poller.activate();

		const added = storeContact(sandbox, { tags: ['a', 'b'] });
		sandbox.state.updateContact(contactId, { tags: ['b'] });
		addNote(sandbox, contactId, 'Hello');
		sandbox.state.tasks.delete(gone);
		const task = sandbox.state.tasks.get(kept);
		if (task) sandbox.state.tasks.set(kept, { ...task, title: 'Visit', completed: true });
		addTask(sandbox, added);
		sandbox.state.notes.set(note.id, { ...note, body: 'Changed' });
		change();

		const [item] = await poller.poll();
		const [shown] = await poller.test();
		expect(item?.event).toBe(event);
		expect(Object.keys(shown ?? {}).sort()).toEqual(Object.keys(item ?? {}).sort());
		expect(shown?.event).toBe(event);
	},
);

test('the latest records come, a few of each event', async () => {
	const ids = Array.from({ length: 6 }, () => storeContact(sandbox));
	const items = await sample(['contactCreated']);
	expect(items.map(({ id }) => id)).toEqual(ids.reverse().slice(0, 3));
});

test('a test run leaves what the active workflow remembers as it is', async () => {
	const poller = new Poller(sandbox, { parameters: { events: ['contactCreated'] } });
	storeContact(sandbox);
	await poller.activate();
	const id = storeContact(sandbox);
	expect(await poller.test()).toHaveLength(2);
	expect((await poller.poll()).map((item) => item.id)).toEqual([id]);
});

test('filters apply to the sample too', async () => {
	storeContact(sandbox, { tags: ['seller'] });
	const buyer = storeContact(sandbox, { tags: ['buyer', 'vip'], assignedTo: 'user-1' });
	storeContact(sandbox, { tags: ['buyer'], assignedTo: 'user-2' });
	const filters = { contactTags: 'buyer', assignedTo: { __rl: true, mode: 'id', value: 'user-1' } };
	expect((await sample(['contactUpdated'], { filters })).map(({ id }) => id)).toEqual([buyer]);
	expect(await sample(['tagAdded'], { filters: { tags: 'VIP' } })).toEqual([
		expect.objectContaining({ id: buyer, addedTags: ['vip'] }),
	]);
});

test.each(EVENTS.map((event) => [event]))('%s: where there is nothing to show, it says so', async (event) => {
	await expect(sample([event])).rejects.toMatchObject({
		message: 'HighLevel has no record yet that fits the chosen events and filters',
		description: expect.stringContaining('activate the workflow'),
	});
});

test('filters of opportunities apply to their sample', async () => {
	addOpportunity(sandbox);
	const { sellers } = DEMO.pipelines;
	const { id } = addOpportunity(sandbox, {
		pipelineId: sellers,
		pipelineStageId: DEMO.sellerStages.listed,
	});
	const filters = { pipelineId: byId(sellers) };
	expect((await sample(['opportunityUpdated'], { filters })).map((item) => item.id)).toEqual([id]);
});
