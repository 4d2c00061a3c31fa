import type { IDataObject } from 'n8n-workflow';

import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { startForwarder } from '../../../support/odd/forwarder';
import { backToNow, later } from '../../../support/oAuth2';
import type { Poller } from '../../../support/running/runPolls';
import { startWiseAgent } from '../../../support/wiseAgent';
import type { Polled } from './polled';
import { eventsOf, pollerOf } from './polled';

const BOTH = ['contactCreated', 'contactUpdated'];

let sandbox: WiseAgentSandbox;
beforeEach(async () => (sandbox = await startWiseAgent()));
afterEach(async () => {
	backToNow();
	await sandbox.close();
});

async function active(parameters: IDataObject = { events: BOTH }, options: Polled = {}): Promise<Poller> {
	const poller = pollerOf(sandbox, { ...parameters }, options);
	await poller.activate();
	sandbox.requests.length = 0;
	return poller;
}

describe('what comes out', () => {
	test('a new contact as created, a changed one as updated, each as clean as the node gives it', async () => {
		const known = sandbox.state.addContact({ CFirst: 'Ann' }).ClientID;
		const poller = await active();
		const added = sandbox.state.addContact({ CFirst: 'Ben', Categories: ['Buyer'] }).ClientID;
		sandbox.state.updateContact(known, { City: 'Troy' });

		const items = await poller.poll();
		expect(eventsOf(items).sort()).toEqual([`contactCreated ${added}`, `contactUpdated ${known}`]);
		expect(items.find(({ ClientID }) => ClientID === added)).toMatchObject({
			CFirst: 'Ben',
			Categories: [{ name: 'Buyer' }],
			Birthday: null,
			DateAddedUTC: expect.stringMatching(/Z$/),
		});
		expect(await poller.poll()).toEqual([]);
	});

	test('one item for a contact that changes several times between two polls, as it is then', async () => {
		const id = sandbox.state.addContact({}).ClientID;
		const poller = await active();
		for (const City of ['Troy', 'Rome', 'Ulm']) sandbox.state.updateContact(id, { City });
		expect(await poller.poll()).toEqual([
			expect.objectContaining({ event: 'contactUpdated', ClientID: id, City: 'Ulm' }),
		]);
		expect(await poller.poll()).toEqual([]);
	});

	test('a contact that was created and changed between two polls is created, once', async () => {
		const poller = await active();
		const id = sandbox.state.addContact({}).ClientID;
		sandbox.state.updateContact(id, { City: 'Troy' });
		expect(eventsOf(await poller.poll())).toEqual([`contactCreated ${id}`]);
		sandbox.state.updateContact(id, { City: 'Rome' });
		expect(eventsOf(await poller.poll())).toEqual([`contactUpdated ${id}`]);
	});

	test('a second change of a contact in the same second as the first', async () => {
		const id = sandbox.state.addContact({}).ClientID;
		const poller = await active();
		const { updatedAt } = sandbox.state.updateContact(id, { City: 'Troy' });
		expect(await poller.poll()).toHaveLength(1);
		sandbox.state.updateContact(id, { City: 'Rome', updatedAt });
		expect(await poller.poll()).toEqual([expect.objectContaining({ City: 'Rome' })]);
		expect(await poller.poll()).toEqual([]);
	});

	test('a contact that changed in the same second as one that was seen already', async () => {
		const poller = await active();
		const { ClientID, updatedAt } = sandbox.state.addContact({});
		expect(eventsOf(await poller.poll())).toEqual([`contactCreated ${ClientID}`]);
		const other = sandbox.state.addContact({ updatedAt }).ClientID;
		expect(eventsOf(await poller.poll())).toEqual([`contactCreated ${other}`]);
	});

	test('only the chosen event, also when the other one has happened', async () => {
		const known = sandbox.state.addContact({}).ClientID;
		const poller = await active({ events: ['contactCreated'] });
		const added = sandbox.state.addContact({}).ClientID;
		sandbox.state.updateContact(known, { City: 'Troy' });
		expect(eventsOf(await poller.poll())).toEqual([`contactCreated ${added}`]);
	});

	test.each<[string, IDataObject]>([
		['categories', { categories: ['buyer'] }],
		['sources', { sources: ['Zillow', 'Redfin'] }],
		['assignment', { InsideTeamId: { __rl: true, mode: 'id', value: '98' } }],
	])('only contacts that the filter lets through: %s', async (_, filters) => {
		const poller = await active({ events: BOTH, filters });
		const fitting = { Categories: ['Buyer'], Source: 'Redfin', InsideTeamIds: [98] };
		const { ClientID } = sandbox.state.addContact(fitting);
		sandbox.state.addContact({ Categories: ['Seller'], Source: 'Trulia', InsideTeamIds: [97] });
		expect(eventsOf(await poller.poll())).toEqual([`contactCreated ${ClientID}`]);
	});
});

describe('where it begins', () => {
	test('now: nothing of what was there before, however long ago', async () => {
		sandbox.state.seedContacts(250);
		const poller = await active();
		expect(await poller.poll()).toEqual([]);
		const id = sandbox.state.addContact({}).ClientID;
		expect(eventsOf(await poller.poll())).toEqual([`contactCreated ${id}`]);
	});

	test('now: in an account that has been quiet for years, or is empty', async () => {
		const poller = await active();
		const old = sandbox.state.addContact({ updatedAt: '2020-01-01T00:00:00.000Z' }).ClientID;
		expect(eventsOf(await poller.poll())).toEqual([`contactCreated ${old}`]);
		const second = await active();
		sandbox.state.updateContact(old, { City: 'Troy' });
		expect(eventsOf(await second.poll())).toEqual([`contactUpdated ${old}`]);
	});

	test('a date: all that has changed since then, and nothing earlier', async () => {
		const at = (updatedAt: string) => sandbox.state.addContact({ updatedAt }).ClientID;
		at('2026-03-01T11:59:59.000Z');
		const first = at('2026-03-01T12:00:30.000Z');
		const second = at('2026-03-02T00:00:00.000Z');
		const parameters = { events: BOTH, startFrom: 'date', startDate: '2026-03-01T12:00:00' };
		const poller = pollerOf(sandbox, parameters, { timezone: 'UTC' });
		expect(eventsOf(await poller.activate())).toEqual([
			`contactCreated ${first}`,
			`contactCreated ${second}`,
		]);
		expect(await poller.poll()).toEqual([]);
	});
});

describe('clocks that differ', () => {
	const DAY_MS = 24 * 3_600_000;

	test.each([-400 * DAY_MS, -DAY_MS, DAY_MS, 400 * DAY_MS])(
		'a server whose clock is %d ms off its own records, or off ours, loses nothing',
		async (offMs) => {
			const date = () => new Date(Date.now() + offMs);
			const forwarder = await startForwarder(sandbox.url, { date });
			const before = sandbox.state.addContact({}).ClientID;
			const poller = await active({ events: BOTH }, { baseUrl: forwarder.url });
			expect(await poller.poll()).toEqual([]);
			const { ClientID } = sandbox.state.addContact({});
			expect(eventsOf(await poller.poll())).toEqual([`contactCreated ${ClientID}`]);
			sandbox.state.updateContact(before, { City: 'Troy' });
			expect(eventsOf(await poller.poll())).toEqual([`contactUpdated ${before}`]);
			await forwarder.close();
		},
	);
});

describe('many records', () => {
	function oldContacts(count: number): number[] {
		const updatedAt = '2020-01-01T00:00:00.000Z';
		return Array.from({ length: count }, () => sandbox.state.addContact({ updatedAt }).ClientID);
	}

	/** What changed last comes first, and most of it longer before the last change than the search may lag. */
	function moveToTroy(ids: number[]): void {
		ids.forEach((id, place) => {
			const updatedAt = new Date(Date.parse('2020-06-01') - place * 60_000).toISOString();
			sandbox.state.updateContact(id, { City: 'Troy', updatedAt });
		});
	}

	test('changes on several pages, each once', async () => {
		const ids = sandbox.state.seedContacts(350).map(({ ClientID }) => ClientID);
		const poller = await active();
		for (const id of ids) sandbox.state.updateContact(id, { City: 'Troy' });
		expect(eventsOf(await poller.poll()).sort()).toEqual(ids.map((id) => `contactUpdated ${id}`).sort());
		expect(await poller.poll()).toEqual([]);
	});

	test('nothing is lost when contacts are deleted while the pages are read', async () => {
		const ids = oldContacts(350);
		const poller = await active();
		moveToTroy(ids);
		let pages = 0;
		const push = sandbox.requests.push.bind(sandbox.requests);
		sandbox.requests.push = (...requests) => {
			pages += requests.length;
			if (pages === 2) sandbox.state.removeContact(ids[0] as number);
			if (pages === 3) sandbox.state.removeContact(ids[1] as number);
			return push(...requests);
		};
		const items = await poller.poll();
		for (let more = await poller.poll(); more.length > 0; more = await poller.poll()) items.push(...more);
		expect(pages).toBeGreaterThan(3);
		const found = eventsOf(items);
		expect(new Set(found).size).toBe(found.length);
		expect(found).toEqual(expect.arrayContaining(ids.slice(2).map((id) => `contactUpdated ${id}`)));
	});

	test('nothing is lost when there is no time to read all pages, in whatever order they come', async () => {
		const ids = oldContacts(350);
		let budgetMs = 60_000;
		const poller = pollerOf(sandbox, { events: BOTH }, { pollBudgetMs: () => budgetMs });
		await poller.activate();
		moveToTroy(ids);
		budgetMs = 0;
		expect(await poller.poll()).toHaveLength(100);
		await expect(poller.poll()).rejects.toThrow('no time to read all contacts');
		budgetMs = 60_000;
		expect(await poller.poll()).toHaveLength(250);
		expect(new Set(eventsOf(poller.items)).size).toBe(350);
		expect(await poller.poll()).toEqual([]);
	});

	test('contacts that change and come while the pages are read come out, each as it is at last', async () => {
		const ids = sandbox.state.seedContacts(350).map(({ ClientID }) => ClientID);
		const poller = await active();
		for (const id of ids) sandbox.state.updateContact(id, { City: 'Troy' });
		let count = 0;
		const push = sandbox.requests.push.bind(sandbox.requests);
		sandbox.requests.push = (...requests) => {
			if (count < 12) {
				sandbox.state.updateContact(ids[count * 29] as number, { City: `City ${count}` });
				ids.push(sandbox.state.addContact({ City: `New ${count}` }).ClientID);
				count += 1;
			}
			return push(...requests);
		};
		for (let polls = 0; polls < 6; polls++) await poller.poll();
		expect(count).toBe(12);
		const last = new Map(poller.items.map(({ ClientID, City }) => [ClientID, City]));
		const expected = ids.map((id) => [id, sandbox.state.contacts.get(String(id))?.City] as const);
		expect(last).toEqual(new Map(expected));
		const created = poller.items.filter(({ event }) => event === 'contactCreated');
		expect(created).toHaveLength(12);
		const states = poller.items.map((item) => JSON.stringify(item));
		expect(new Set(states).size).toBe(states.length);
	});

	test('a poll costs one request when nothing happens', async () => {
		sandbox.state.seedContacts(250);
		const poller = await active();
		await poller.poll();
		expect(sandbox.requests).toHaveLength(1);
	});

	test('what is remembered shrinks again when the account is quiet', async () => {
		const ids = sandbox.state.seedContacts(350).map(({ ClientID }) => ClientID);
		const poller = await active();
		for (const id of ids) sandbox.state.updateContact(id, { City: 'Troy' });
		await poller.poll();
		expect(poller.stateBytes).toBeLessThan(20_000);
		await poller.poll();
		later(10 * 60_000);
		await poller.poll();
		await poller.poll();
		expect(poller.stateBytes).toBeLessThan(600);
	});
});
