import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { startForwarder } from '../../../support/odd/forwarder';
import { startSandbox } from '../../../support/highLevel';
import { Poller } from '../../../support/running/runPolls';
import { requestsOf, storeContact } from '../../../support/sandboxRuns';
import { eventsOf } from './records';

const BOTH = ['tagAdded', 'tagRemoved'];

let sandbox: HighLevelSandbox;
beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => await sandbox.close());

async function active(parameters: IDataObject = {}): Promise<Poller> {
	const poller = new Poller(sandbox, { parameters: { events: BOTH, ...parameters } });
	expect(await poller.activate()).toEqual([]);
	sandbox.requests.length = 0;
	return poller;
}

const tagsIn = (items: IDataObject[]) =>
	items.map(({ event, id, addedTags, removedTags }) => ({ event, id, tags: addedTags ?? removedTags }));

test('what was added and what was removed, each in an item of its own, with the contact', async () => {
	const id = storeContact(sandbox, { email: 'ann@example.com', tags: ['a', 'b'] });
	const poller = await active();
	sandbox.state.updateContact(id, { tags: ['b', 'c', 'd'] });

	const items = await poller.poll();
	expect(tagsIn(items)).toEqual([
		{ event: 'tagAdded', id, tags: ['c', 'd'] },
		{ event: 'tagRemoved', id, tags: ['a'] },
	]);
	for (const item of items) expect(item).toMatchObject({ email: 'ann@example.com', tags: ['b', 'c', 'd'] });
	expect(await poller.poll()).toEqual([]);
});

test('the tags of a new contact are added to it', async () => {
	const poller = await active();
	const id = storeContact(sandbox, { tags: ['a'] });
	storeContact(sandbox);
	expect(tagsIn(await poller.poll())).toEqual([{ event: 'tagAdded', id, tags: ['a'] }]);
});

test('a tag that goes and comes back between two polls is no event, nor is another change', async () => {
	const id = storeContact(sandbox, { tags: ['a'] });
	const poller = await active();
	sandbox.state.updateContact(id, { tags: [] });
	sandbox.state.updateContact(id, { tags: ['a'] });
	sandbox.state.updateContact(id, { city: 'Troy' });
	expect(await poller.poll()).toEqual([]);
});

test('each poll compares with what the one before has seen', async () => {
	const id = storeContact(sandbox, { tags: ['a'] });
	const poller = await active();
	const steps = [['a', 'b'], ['b'], [], ['a', 'c, d: "e"'], ['c, d: "e"']];
	const seen: IDataObject[][] = [];
	for (const tags of steps) {
		sandbox.state.updateContact(id, { tags });
		seen.push(tagsIn(await poller.poll()));
	}
	expect(seen).toEqual([
		[{ event: 'tagAdded', id, tags: ['b'] }],
		[{ event: 'tagRemoved', id, tags: ['a'] }],
		[{ event: 'tagRemoved', id, tags: ['b'] }],
		[{ event: 'tagAdded', id, tags: ['a', 'c, d: "e"'] }],
		[{ event: 'tagRemoved', id, tags: ['a'] }],
	]);
});

test('changes of 1,000 contacts are compared each with its own earlier tags', async () => {
	const contacts = sandbox.state.seedContacts(1_000);
	const before = new Map(contacts.map(({ id, tags }) => [id, tags]));
	const poller = await active();
	contacts.forEach(({ id, tags }, index) => {
		sandbox.state.updateContact(id, { tags: index % 2 ? [...tags, `tag ${index % 7}`] : tags.slice(1) });
	});
	const items = await poller.poll();
	const removed = contacts.filter(({ tags }, index) => index % 2 === 0 && tags.length > 0);
	expect(items.filter(({ event }) => event === 'tagAdded')).toHaveLength(500);
	expect(items.filter(({ event }) => event === 'tagRemoved')).toHaveLength(removed.length);
	for (const { id, removedTags } of items.filter(({ event }) => event === 'tagRemoved')) {
		expect(removedTags).toEqual([before.get(String(id))?.[0]]);
	}
});

describe('the first reading of all tags', () => {
	test('costs a request for each hundred contacts, once', async () => {
		sandbox.state.seedContacts(450);
		const poller = new Poller(sandbox, { parameters: { events: BOTH } });
		await poller.activate();
		const contacts = sandbox.state.contacts.size;
		// Where the reading begins, and what is there already, take a request each.
		expect(requestsOf(sandbox, 'POST', /search$/).length).toBe(Math.ceil(contacts / 100) + 2);
		sandbox.requests.length = 0;
		await poller.poll();
		expect(sandbox.requests).toHaveLength(1);
	});

	test('goes on in the next polls when there is no time for all of it, and begins with nothing twice', async () => {
		const contacts = sandbox.state.seedContacts(1_000);
		const poller = new Poller(sandbox, { parameters: { events: BOTH }, pollBudgetMs: () => 0 });
		await poller.activate();
		const [first] = contacts;
		sandbox.state.updateContact(String(first?.id), { tags: ['meanwhile'] });
		for (let poll = 0; poll < 12; poll++) expect(await poller.poll()).toEqual([]);

		sandbox.requests.length = 0;
		sandbox.state.updateContact(String(first?.id), { tags: ['meanwhile', 'after'] });
		expect(tagsIn(await poller.poll())).toEqual([{ event: 'tagAdded', id: first?.id, tags: ['after'] }]);
		expect(requestsOf(sandbox, 'POST', /search$/).length).toBeLessThanOrEqual(2);
	});

	test('meets a contact that changes during it with its later tags', async () => {
		const contacts = sandbox.state.seedContacts(300);
		const [first] = contacts;
		let pages = 0;
		const forwarder = await startForwarder(sandbox.url, {
			drops: () => {
				// The first two look where to begin.
				if (++pages === 4) sandbox.state.updateContact(String(first?.id), { tags: ['during'] });
				return false;
			},
		});
		const poller = new Poller(sandbox, { baseUrl: forwarder.url, parameters: { events: BOTH } });
		await poller.activate();
		expect(pages).toBeGreaterThan(4);
		sandbox.state.updateContact(String(first?.id), { tags: ['during', 'after'] });
		expect(tagsIn(await poller.poll())).toEqual([{ event: 'tagAdded', id: first?.id, tags: ['after'] }]);
		await forwarder.close();
	});
});

describe('watched tags', () => {
	const WATCHED = { filters: { tags: 'Hot Lead, closed' } };

	test('are the only ones that come out', async () => {
		const id = storeContact(sandbox, { tags: ['closed', 'x'] });
		const poller = await active(WATCHED);
		sandbox.state.updateContact(id, { tags: ['hot lead', 'y'] });
		expect(tagsIn(await poller.poll())).toEqual([
			{ event: 'tagAdded', id, tags: ['hot lead'] },
			{ event: 'tagRemoved', id, tags: ['closed'] },
		]);
	});

	test('make the first reading as small as the number of contacts that have them', async () => {
		sandbox.state.seedContacts(2_000);
		storeContact(sandbox, { tags: ['closed'] });
		const poller = new Poller(sandbox, { parameters: { events: BOTH, ...WATCHED } });
		await poller.activate();
		expect(sandbox.requests).toHaveLength(3);
		expect(poller.stateBytes).toBeLessThan(1_000);
	});

	test('that are added to the list later do not come out for contacts that have them', async () => {
		const id = storeContact(sandbox, { tags: ['closed', 'vip'] });
		const poller = await active(WATCHED);
		expect(await poller.republish({ filters: { tags: 'closed, vip' } })).toEqual([]);
		sandbox.state.updateContact(id, { tags: ['closed'] });
		expect(eventsOf(await poller.poll())).toEqual([`tagRemoved ${id}`]);
	});
});

test('tag events that are chosen later begin then', async () => {
	const id = storeContact(sandbox, { tags: ['a'] });
	const poller = await active({ events: ['contactUpdated'] });
	expect(await poller.republish({ events: ['contactUpdated', 'tagRemoved'] })).toEqual([]);
	sandbox.state.updateContact(id, { tags: [] });
	expect(eventsOf(await poller.poll())).toEqual([`contactUpdated ${id}`, `tagRemoved ${id}`]);
});
