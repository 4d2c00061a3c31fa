import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO, startSandbox } from '../../../support/highLevel';
import { Poller } from '../../../support/running/runPolls';
import { storeContact } from '../../../support/sandboxRuns';

const BOTH = ['contactCreated', 'contactUpdated'];

let sandbox: HighLevelSandbox;
beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => await sandbox.close());

const idsOf = (items: IDataObject[]) => items.map(({ id }) => String(id));

function expectEachOnce(items: IDataObject[], ids: string[]): void {
	const found = new Set(idsOf(items));
	expect(ids.filter((id) => !found.has(id))).toEqual([]);
	expect(items).toHaveLength(ids.length);
}

test('12,000 contacts that have changed between two polls come out once each, in two polls', async () => {
	const ids = sandbox.state.seedContacts(12_000).map(({ id }) => id);
	const poller = new Poller(sandbox, { parameters: { events: BOTH, completeRecord: false } });
	await poller.activate();
	for (const id of ids) sandbox.state.updateContact(id, { city: 'Troy' });

	expect(await poller.poll()).toHaveLength(10_000);
	await poller.poll();
	expectEachOnce(poller.items, ids);
	expect(await poller.poll()).toEqual([]);
}, 120_000);

test('a backlog of days comes out once each, poll by poll', async () => {
	const { length } = sandbox.state.seedContacts(450);
	const poller = new Poller(sandbox, {
		parameters: {
			events: BOTH,
			startFrom: 'date',
			startDate: '2020-01-01T00:00:00Z',
			options: { maxContacts: 100 },
		},
	});
	await poller.activate();
	for (let poll = 0; poll < 6; poll++) await poller.poll();
	const ids = sandbox.state.contacts.inGroup(DEMO.locationId).map(({ id }) => id);
	expect(ids.length).toBeGreaterThanOrEqual(length);
	expectEachOnce(poller.items, ids);
});

test('contacts that were created and changed in a backlog are created once, wherever the polls part it', async () => {
	const poller = new Poller(sandbox, { parameters: { events: BOTH, options: { maxContacts: 100 } } });
	await poller.activate();
	const added = Array.from({ length: 250 }, () => storeContact(sandbox));
	// Changed in another order than they were created in.
	for (const id of [...added].reverse()) sandbox.state.updateContact(id, { city: 'Troy' });

	const first = await poller.poll();
	const changedAgain = idsOf(first).slice(0, 10);
	for (const id of changedAgain) sandbox.state.updateContact(id, { city: 'Rome' });
	for (let poll = 0; poll < 4; poll++) await poller.poll();

	const created = poller.items.filter(({ event }) => event === 'contactCreated');
	const updated = poller.items.filter(({ event }) => event === 'contactUpdated');
	expectEachOnce(created, added);
	expectEachOnce(updated, changedAgain);
	expect(poller.stateBytes).toBeLessThan(20_000);
});

test('when there is little time, a poll gives what it has, and each poll comes further', async () => {
	const ids = sandbox.state.seedContacts(450).map(({ id }) => id);
	const poller = new Poller(sandbox, { parameters: { events: BOTH }, pollBudgetMs: () => 0 });
	await poller.activate();
	const dateUpdated = new Date().toISOString();
	for (const id of ids) sandbox.state.updateContact(id, { city: 'Troy', dateUpdated });

	for (let poll = 0; poll < 6; poll++) await poller.poll();
	expect(poller.batches.map(({ length }) => length)).toEqual([100, 100, 100, 100, 50]);
	expectEachOnce(poller.items, ids);
});

test('contacts that change while the pages are read come out, once', async () => {
	const contacts = sandbox.state.seedContacts(600);
	const poller = new Poller(sandbox, { parameters: { events: BOTH, completeRecord: false } });
	await poller.activate();
	for (const { id } of contacts) sandbox.state.updateContact(id, { city: 'Troy' });
	sandbox.configure({ latencyMs: 10 });
	let added = 0;
	const timer = setInterval(() => {
		const contact = contacts[(added * 37) % contacts.length];
		if (contact) sandbox.state.updateContact(contact.id, { city: `City ${added}` });
		storeContact(sandbox, { firstName: `New ${added++}` });
	}, 3);
	const items = await poller.poll().finally(() => clearInterval(timer));
	expect(added).toBeGreaterThan(5);
	const later = [...(await poller.poll()), ...(await poller.poll())];

	const created = [...items, ...later].filter(({ event }) => event === 'contactCreated');
	expect(created).toHaveLength(added);
	// One that changes after it was read comes once more, as it is then.
	const states = [...items, ...later].map(({ id, dateUpdated }) => `${String(id)} ${String(dateUpdated)}`);
	expect(new Set(states).size).toBe(states.length);
	for (const { id } of contacts) {
		const last = [...items, ...later].filter((item) => item.id === id).pop();
		expect(last?.dateUpdated).toBe(sandbox.state.contacts.get(id)?.dateUpdated);
	}
	expect(sandbox.state.contacts.inGroup(DEMO.locationId).length).toBeGreaterThan(600);
});
