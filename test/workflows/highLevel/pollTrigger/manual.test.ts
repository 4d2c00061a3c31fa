import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO, startSandbox } from '../../../support/highLevel';
import { Poller } from '../../../support/running/runPolls';
import { storeContact } from '../../../support/sandboxRuns';
import { addNote, addTask } from './records';

let sandbox: HighLevelSandbox;
beforeEach(async () => {
	sandbox = await startSandbox();
	for (const { id } of sandbox.state.contacts.inGroup(DEMO.locationId)) sandbox.state.removeContact(id);
});
afterEach(async () => await sandbox.close());

const sample = async (events: string[], parameters: IDataObject = {}) =>
	await new Poller(sandbox, { parameters: { events, ...parameters } }).test();

const EVENTS = [
	'contactCreated',
	'contactUpdated',
	'noteAdded',
	'tagAdded',
	'tagRemoved',
	'taskCompleted',
	'taskCreated',
	'taskDeleted',
	'taskUpdated',
];

test.each(EVENTS.map((event) => [event]))(
	'%s: the sample has the fields that the event has',
	async (event) => {
		const contactId = storeContact(sandbox, { tags: ['a'] });
		const kept = addTask(sandbox, contactId).id;
		const gone = addTask(sandbox, contactId).id;
		const poller = new Poller(sandbox, { parameters: { events: [event] } });
		await poller.activate();

		const added = storeContact(sandbox, { tags: ['a', 'b'] });
		sandbox.state.updateContact(contactId, { tags: ['b'] });
		addNote(sandbox, contactId, 'Hello');
		sandbox.state.tasks.delete(gone);
		const task = sandbox.state.tasks.get(kept);
		if (task) sandbox.state.tasks.set(kept, { ...task, title: 'Visit', completed: true });
		addTask(sandbox, added);

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
