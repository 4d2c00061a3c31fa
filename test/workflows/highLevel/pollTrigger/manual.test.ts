import type { IDataObject, NodeHint } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import { GoHighLevelPollTrigger } from '../../../../nodes/GoHighLevel/GoHighLevelPollTrigger.node';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { Poller } from '../../../support/running/runPolls';
import { TestNodeTypes } from '../../../support/running/runWorkflow';
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

test('the first sample names each chosen event that has none, and how to get one', async () => {
	storeContact(sandbox);
	const events = ['contactCreated', 'formSubmitted', 'messageReceived', 'opportunityStageUpdated'];
	const [first, ...others] = await sample(events);
	expect(first?.noSample).toEqual([
		expect.stringMatching(/^Opportunity Stage Updated: .*moved to another stage.*Move an opportunity/),
		expect.stringMatching(/^Form Submitted: .*no submission of a form.*Fill in a form/),
		expect.stringMatching(/^Message Received: .*no message of a contact.*Send a message/),
	]);
	expect(others.filter((one) => 'noSample' in one)).toEqual([]);
});

describe('hints of the editor', () => {
	/** As the editor asks before the first run. */
	const hintsFor = (events: string[], parameters: IDataObject = {}) => {
		const { description } = new GoHighLevelPollTrigger();
		const name = 'Poll';
		const type = description.name;
		const node = {
			...{ id: '1', name, type, typeVersion: 1, position: [0, 0] as [number, number] },
			parameters: { events, ...parameters },
		};
		const nodeTypes = new TestNodeTypes({ [type]: new GoHighLevelPollTrigger() });
		const workflow = new Workflow({ id: '1', nodes: [node], connections: {}, active: false, nodeTypes });
		const isShown = ({ displayCondition = '' }: NodeHint) =>
			workflow.expression.getParameterValue(displayCondition, null, 0, 0, name, [], 'manual', {}) === true;
		return (description.hints ?? []).filter(isShown).map(({ message }) => message);
	};

	test('say what has to be filled in before there can be a test step', () => {
		const empty = { __rl: true, mode: 'list', value: '' };
		expect(hintsFor([])).toEqual([expect.stringContaining('<b>Events</b>')]);
		expect(hintsFor(['recordCreated'], { schemaKey: empty })).toEqual([
			expect.stringContaining('<b>Object</b>'),
		]);
		expect(hintsFor(['recordCreated'], OBJECT)).toEqual([]);
		expect(hintsFor(['appointmentCreated'], { appointmentsOf: 'user', userId: empty })).toEqual([
			expect.stringContaining('<b>User</b>'),
		]);
	});
});

test('of stage and status, the sample has opportunities that were moved, and whose status was changed', async () => {
	const at = new Date(Date.now() - 86_400_000);
	const later = { updatedAt: new Date(+at + 3_600_000).toISOString() };
	const createdAt = at.toISOString();
	const moved = addOpportunity(sandbox, { createdAt, ...later, lastStageChangeAt: later.updatedAt }).id;
	const won = addOpportunity(sandbox, { createdAt, ...later, lastStatusChangeAt: later.updatedAt }).id;
	addOpportunity(sandbox);
	const ids = async (event: string) => (await sample([event])).map(({ id }) => id);
	expect(await ids('opportunityStageUpdated')).toEqual([moved]);
	expect(await ids('opportunityStatusUpdated')).toEqual([won]);
	expect(await ids('opportunityUpdated')).toHaveLength(3);
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
