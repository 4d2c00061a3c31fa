import type { IDataObject } from 'n8n-workflow';

import { GoHighLevelPollTrigger } from '../../../../nodes/GoHighLevel/GoHighLevelPollTrigger.node.ts';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import type { Forwarder } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { Poller } from '../../../support/running/runPolls';
import { editorContext } from '../pickers/editor';
import { addListing, envelopeOf, eventsOf } from './records';

const BOTH = ['recordCreated', 'recordUpdated'];
const { listings } = DEMO.objects;

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

async function active(parameters: IDataObject = {}): Promise<Poller> {
	const poller = new Poller(sandbox, {
		baseUrl: forwarder.url,
		parameters: { events: BOTH, schemaKey: byId(listings.key), ...parameters },
	});
	expect(await poller.activate()).toEqual([]);
	sandbox.requests.length = 0;
	return poller;
}

const change = (id: string, properties: IDataObject) =>
	sandbox.state.change('objectRecords', id, { properties });

test('the list has the objects that the location has defined, and none of HighLevel’s own', async () => {
	const { searchCustomObjects } = new GoHighLevelPollTrigger().methods.listSearch;
	const { results } = await searchCustomObjects.call(editorContext(sandbox));
	expect(results).toEqual([{ name: 'Listings', value: listings.key }]);
	expect((await searchCustomObjects.call(editorContext(sandbox), 'xyz')).results).toEqual([]);
});

test('records that are new or have changed are returned, each once, and what was there before is not', async () => {
	sandbox.state.seedListings();
	const poller = await active();
	const added = addListing(sandbox, { name: 'Pier flat' });
	change(DEMO.listings.oldMill, { name: 'Old mill', price: 1 });
	expect(eventsOf(await poller.poll())).toEqual([
		`recordCreated ${added}`,
		`recordUpdated ${DEMO.listings.oldMill}`,
	]);
	expect(await poller.poll()).toEqual([]);
});

test('the item is the record as HighLevel has it', async () => {
	const poller = await active();
	const id = addListing(sandbox, { name: 'Pier flat' }, { owner: [DEMO.users.ben] });
	expect(await poller.poll()).toEqual([
		{
			...envelopeOf(id, null),
			event: 'recordCreated',
			id,
			objectId: listings.id,
			objectKey: listings.key,
			owner: [DEMO.users.ben],
			followers: [],
			properties: { name: 'Pier flat' },
			createdAt: expect.any(String),
			updatedAt: expect.any(String),
			createdBy: expect.any(Object),
			lastUpdatedBy: expect.any(Object),
		},
	]);
});

test('only records of the owner that the filter names', async () => {
	const poller = await active({ filters: { assignedTo: byId(DEMO.users.ben) } });
	const mine = addListing(sandbox, { name: 'a' }, { owner: [DEMO.users.ben] });
	addListing(sandbox, { name: 'b' }, { owner: [DEMO.users.chloe] });
	expect(eventsOf(await poller.poll())).toEqual([`recordCreated ${mine}`]);
});

test('a poll costs one request, and one per 100 that have changed', async () => {
	const ids = Array.from({ length: 250 }, (_, number) => addListing(sandbox, { name: `Flat ${number}` }));
	const poller = await active({ options: { searchLagSeconds: 0 } });
	await poller.poll();
	expect(sandbox.requests).toHaveLength(1);
	for (const id of ids) change(id, { name: 'x' });
	sandbox.requests.length = 0;
	expect(await poller.poll()).toHaveLength(250);
	expect(sandbox.requests).toHaveLength(3);
});

test('another object begins with what happens to its records from then on', async () => {
	const poller = await active();
	const other = {
		...sandbox.state.customObjects.get(listings.id),
		id: 'obOther',
		key: 'custom_objects.keys',
	};
	sandbox.state.add('customObjects', other);
	const of = { objectId: 'obOther', objectKey: 'custom_objects.keys' };
	addListing(sandbox, { name: 'Old key' }, of);
	expect(await poller.republish({ schemaKey: byId('custom_objects.keys') })).toEqual([]);
	addListing(sandbox, { name: 'House' });
	const id = addListing(sandbox, { name: 'New key' }, of);
	expect(eventsOf(await poller.poll())).toEqual([`recordCreated ${id}`]);
});

test('a poll without time goes on in the next one, and returns each record once', async () => {
	let budgetMs = 60_000;
	const poller = new Poller(sandbox, {
		parameters: { events: BOTH, schemaKey: byId(listings.key) },
		pollBudgetMs: () => budgetMs,
	});
	await poller.activate();
	const ids = Array.from({ length: 250 }, (_, number) => addListing(sandbox, { name: `Flat ${number}` }));
	budgetMs = 0;
	for (let poll = 0; poll < 6; poll++) await poller.poll();
	expect(poller.items.map(({ id }) => id).sort()).toEqual([...ids].sort());
});

test('a search that gives the records in another order is refused, since changes would be missed', async () => {
	const poller = await active();
	const ids = [1, 2, 3].map((number) => addListing(sandbox, { name: `Flat ${number}` }));
	forwarder.passage.answer = (text) => {
		const answer = JSON.parse(text) as { records?: object[] };
		return JSON.stringify(answer.records ? { ...answer, records: [...answer.records].reverse() } : answer);
	};
	await expect(poller.poll()).rejects.toThrow('HighLevel did not return the records in the order');
	forwarder.passage.answer = undefined;
	expect((await poller.poll()).map(({ id }) => id)).toEqual(ids);
});

test('an object that the location does not have, and none at all, are refused before the workflow is switched on', async () => {
	const unknown = new Poller(sandbox, {
		parameters: { events: BOTH, schemaKey: byId('custom_objects.boats') },
	});
	await expect(unknown.activate()).rejects.toMatchObject({
		message: expect.stringContaining('custom_objects.boats'),
	});
	const none = new Poller(sandbox, { parameters: { events: BOTH } });
	await expect(none.activate()).rejects.toThrow('"Object" is empty');
});
