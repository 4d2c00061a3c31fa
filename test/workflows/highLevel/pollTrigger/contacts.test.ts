import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { backToNow, later } from '../../../support/oAuth2';
import { DEMO, startSandbox } from '../../../support/highLevel';
import { requestsOf, storeContact } from '../../../support/sandboxRuns';
import { Poller } from '../../../support/running/runPolls';
import { envelopeOf, eventsOf } from './records';

const BOTH = ['contactCreated', 'contactUpdated'];

let sandbox: HighLevelSandbox;
beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => {
	backToNow();
	await sandbox.close();
});

async function active(parameters: object = { events: BOTH }): Promise<Poller> {
	const poller = new Poller(sandbox, { parameters: { ...parameters } });
	await poller.activate();
	sandbox.requests.length = 0;
	return poller;
}

describe('what comes out', () => {
	test('a new contact as created, a changed one as updated, each with its fields', async () => {
		const known = storeContact(sandbox, { firstName: 'Ann', email: 'ann@example.com' });
		const poller = await active();
		const added = storeContact(sandbox, { firstName: 'Ben', phone: '+12125550123', tags: ['buyer'] });
		sandbox.state.updateContact(known, { city: 'Troy' });

		const items = await poller.poll();
		expect(eventsOf(items)).toEqual([`contactCreated ${added}`, `contactUpdated ${known}`]);
		expect(items[0]).toEqual({
			...envelopeOf(added, added),
			event: 'contactCreated',
			id: added,
			firstName: 'Ben',
			phone: '+12125550123',
			tags: ['buyer'],
			dateAdded: expect.any(String),
			dateUpdated: expect.any(String),
			customFieldValues: {},
		});
	});

	test('all fields where Simplify is off', async () => {
		const poller = await active({ events: BOTH, simplify: false });
		const id = storeContact(sandbox, { city: 'Troy' });
		expect(await poller.poll()).toEqual([
			expect.objectContaining({ event: 'contactCreated', id, city: 'Troy', locationId: DEMO.locationId }),
		]);
	});

	test('one item for a contact that changes several times between two polls, as it is then', async () => {
		const id = storeContact(sandbox, { tags: ['a'] });
		const poller = await active();
		for (const tags of [['b'], ['c'], ['d']]) sandbox.state.updateContact(id, { tags });
		expect(await poller.poll()).toEqual([
			expect.objectContaining({ event: 'contactUpdated', id, tags: ['d'] }),
		]);
		expect(await poller.poll()).toEqual([]);
	});

	test('a contact that was created and changed between two polls is created, once', async () => {
		const poller = await active();
		const id = storeContact(sandbox);
		sandbox.state.updateContact(id, { city: 'Troy' });
		expect(eventsOf(await poller.poll())).toEqual([`contactCreated ${id}`]);
		sandbox.state.updateContact(id, { city: 'Rome' });
		expect(eventsOf(await poller.poll())).toEqual([`contactUpdated ${id}`]);
	});

	test('a second change that carries the same time as the first', async () => {
		const id = storeContact(sandbox);
		const poller = await active();
		const { dateUpdated } = sandbox.state.updateContact(id, { city: 'Troy' });
		expect(await poller.poll()).toHaveLength(1);
		sandbox.state.updateContact(id, { city: 'Rome', dateUpdated });
		expect(eventsOf(await poller.poll())).toEqual([`contactUpdated ${id}`]);
	});

	test('only the events that are chosen', async () => {
		const known = storeContact(sandbox);
		const poller = await active({ events: ['contactUpdated'] });
		storeContact(sandbox);
		sandbox.state.updateContact(known, { city: 'Troy' });
		expect(eventsOf(await poller.poll())).toEqual([`contactUpdated ${known}`]);
	});

	test('a contact that was deleted before it could be read stops nothing', async () => {
		const poller = await active({ events: [...BOTH, 'noteCreated'] });
		const gone = storeContact(sandbox);
		const stays = storeContact(sandbox);
		sandbox.configure({ searchDelayMs: 60_000 });
		sandbox.state.removeContact(gone);
		expect(eventsOf(await poller.poll())).toEqual(
			[`contactCreated ${gone}`, `contactCreated ${stays}`].sort(),
		);
	});
});

describe('where it begins', () => {
	test('contacts of before the activation do not come out', async () => {
		sandbox.state.seedContacts(150);
		const poller = await active();
		expect(await poller.poll()).toEqual([]);
	});

	test('in a location without contacts, the first one comes out', async () => {
		for (const { id } of sandbox.state.contacts.inGroup(DEMO.locationId)) sandbox.state.removeContact(id);
		const poller = await active();
		expect(await poller.poll()).toEqual([]);
		const id = storeContact(sandbox);
		expect(eventsOf(await poller.poll())).toEqual([`contactCreated ${id}`]);
	});

	test('from a date: all that was created or has changed since, at once', async () => {
		const seeded = sandbox.state.seedContacts(10);
		const long = storeContact(sandbox, {
			dateAdded: '2025-01-01T00:00:00.000Z',
			dateUpdated: '2025-01-01T00:00:00.000Z',
		});
		const changed = storeContact(sandbox, { dateAdded: '2025-01-01T00:00:00.000Z' });
		const added = storeContact(sandbox);
		const poller = new Poller(sandbox, {
			parameters: { events: BOTH, startFrom: 'date', startDate: '2025-06-01T00:00:00' },
		});
		const items = await poller.activate();
		const events = eventsOf(items);
		expect(events).toContain(`contactCreated ${added}`);
		expect(events).toContain(`contactUpdated ${changed}`);
		for (const { id } of seeded) expect(events).toContain(`contactCreated ${id}`);
		expect(items.map(({ id }) => id)).not.toContain(long);
		expect(items.some((item) => 'possibleRepeat' in item)).toBe(false);
		expect(await poller.poll()).toEqual([]);
	});

	test('a date that is missing is asked for', async () => {
		const poller = new Poller(sandbox, { parameters: { events: BOTH, startFrom: 'date' } });
		await expect(poller.activate()).rejects.toThrow('"Start Date" is empty');
	});

	test('another location begins anew, with what happens there from now on', async () => {
		const poller = await active();
		storeContact(sandbox);
		sandbox.state.seedContacts(5, DEMO.otherLocationId);
		poller.useLocation(DEMO.otherLocationId, DEMO.otherLocationToken);
		expect(await poller.poll()).toEqual([]);
		const id = sandbox.state.addContact({ locationId: DEMO.otherLocationId }).id;
		expect(eventsOf(await poller.poll())).toEqual([`contactCreated ${id}`]);
	});
});

describe('what it costs', () => {
	test('one request a poll when nothing happens, also after 2,000 contacts were changed at the same time', async () => {
		const poller = await active({
			events: BOTH,
			completeRecord: false,
			options: { searchLagSeconds: 60 },
		});
		const dateUpdated = new Date().toISOString();
		for (const { id } of sandbox.state.seedContacts(2_000)) sandbox.state.updateContact(id, { dateUpdated });
		expect(await poller.poll()).toHaveLength(2_000);

		later(61_000);
		await poller.poll();
		sandbox.requests.length = 0;
		expect(await poller.poll()).toEqual([]);
		expect(sandbox.requests).toHaveLength(1);
		expect(poller.stateBytes).toBeLessThan(500);

		const id = storeContact(sandbox);
		expect(eventsOf(await poller.poll())).toEqual([`contactCreated ${id}`]);
	});

	test('one request for each hundred contacts that have changed', async () => {
		const seeded = sandbox.state.seedContacts(250);
		const poller = await active();
		for (const { id } of seeded) sandbox.state.updateContact(id, { city: 'Troy' });
		expect(await poller.poll()).toHaveLength(250);
		expect(requestsOf(sandbox, 'POST', /search$/)).toHaveLength(3);
	});
});

describe('filters', () => {
	test('only contacts of a user', async () => {
		const poller = await active({
			events: BOTH,
			filters: { assignedTo: { __rl: true, mode: 'id', value: 'user-1' } },
		});
		const id = storeContact(sandbox, { assignedTo: 'user-1' });
		storeContact(sandbox, { assignedTo: 'user-2' });
		storeContact(sandbox);
		expect(eventsOf(await poller.poll())).toEqual([`contactCreated ${id}`]);
	});

	test('only contacts with one of some tags', async () => {
		const poller = await active({ events: BOTH, filters: { contactTags: 'Buyer, seller' } });
		const buyer = storeContact(sandbox, { tags: ['buyer', 'x'] });
		const seller = storeContact(sandbox, { tags: ['seller'] });
		storeContact(sandbox, { tags: ['x'] });
		expect(eventsOf(await poller.poll())).toEqual(
			[`contactCreated ${buyer}`, `contactCreated ${seller}`].sort(),
		);
	});
});

test('a custom field comes with its name', async () => {
	const [field] = sandbox.state.customFields
		.inGroup(DEMO.locationId)
		.filter(({ dataType }) => dataType === 'TEXT');
	const poller = await active();
	storeContact(sandbox, { customFields: [{ id: String(field?.id), value: 'hello' }] });
	const [item] = await poller.poll();
	expect(item?.customFieldValues).toEqual({ [String(field?.name)]: 'hello' });
});

test('without an event chosen, it says so instead of waiting for ever', async () => {
	const poller = new Poller(sandbox, { parameters: { events: [] } });
	await expect(poller.activate()).rejects.toMatchObject({
		message: expect.stringMatching(/^No event is chosen\. Choose under "Events"/),
	});
});

describe('Complete Record', () => {
	const ELLIE = { firstName: 'Ellie', lastName: 'McAllister', email: 'ellie@example.com', tags: ['buyer'] };

	test.each([
		['contactCreated', { events: ['contactCreated'] }],
		['tagAdded', { events: ['tagAdded'] }],
	])('is on by default, and brings the names as they are written: %s', async (event, parameters) => {
		const poller = await active(parameters);
		const id = storeContact(sandbox, ELLIE);
		const [item] = await poller.poll();

		expect(item).toMatchObject({ event, id, firstName: 'Ellie', lastName: 'McAllister' });
		expect(item).not.toHaveProperty('nameLowerCase');
		expect(requestsOf(sandbox, 'GET', /^\/contacts\/\w+$/)).toHaveLength(1);
	});

	test('is on in a test run from the editor, too', async () => {
		const id = storeContact(sandbox, ELLIE);
		const items = await new Poller(sandbox, { parameters: { events: ['contactUpdated'] } }).test();

		expect(items).toContainEqual(expect.objectContaining({ id, lastName: 'McAllister' }));
	});

	test('off, the name comes as one that nobody takes for what is written', async () => {
		const poller = await active({ events: BOTH, completeRecord: false });
		storeContact(sandbox, ELLIE);
		const [item = {}] = await poller.poll();

		expect(item).toMatchObject({ nameLowerCase: 'ellie mcallister', email: 'ellie@example.com' });
		expect(Object.keys(item).filter((name) => /^(first|last|full|contact)?name/i.test(name))).toEqual([
			'nameLowerCase',
		]);
		expect(requestsOf(sandbox, 'GET', /^\/contacts\/\w+$/)).toEqual([]);
	});

	test('reads only contacts that start the workflow', async () => {
		const poller = await active({ events: ['contactCreated'], filters: { contactTags: 'seller' } });
		storeContact(sandbox, ELLIE);

		expect(await poller.poll()).toEqual([]);
		expect(requestsOf(sandbox, 'GET', /^\/contacts\/\w+$/)).toEqual([]);
	});

	test('loses no contact that is gone when it is to be read', async () => {
		const poller = await active();
		const id = storeContact(sandbox, ELLIE);
		sandbox.faults.add({ kind: 'serverError', status: 404, times: 1, path: `^/contacts/${id}$` });
		const items = await poller.poll();

		expect(items).toMatchObject([{ id, nameLowerCase: 'ellie mcallister', recordError: expect.any(String) }]);
		expect(await poller.poll()).toEqual([]);
	});

	test('loses no contact that cannot be read, and none of those beside it', async () => {
		const poller = await active();
		const [id, other] = [storeContact(sandbox, ELLIE), storeContact(sandbox, { firstName: 'Ben' })];
		sandbox.faults.add({ kind: 'serverError', times: 100, path: `^/contacts/${id}$` });
		const items = await poller.poll();

		expect(items).toHaveLength(2);
		expect(items.find((item) => item.id === id)?.recordError).toMatch(/HighLevel did not answer/);
		expect(items.find((item) => item.id === other)).toMatchObject({ firstName: 'Ben' });
		expect(items.find((item) => item.id === other)).not.toHaveProperty('recordError');
	});
});
