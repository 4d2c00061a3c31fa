import type { IDataObject } from 'n8n-workflow';

import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { pace } from '../../../support/pace';
import type { WiseAgentRun } from '../../../support/wiseAgent';
import {
	connectWiseAgent,
	fails,
	requestsOfType,
	runWiseAgent,
	startWiseAgent,
	succeeds,
	UNKNOWN,
} from '../../../support/wiseAgent';
import { contactsOf, person, store, WRITES } from './people';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

let sandbox: WiseAgentSandbox;
beforeAll(async () => (sandbox = await startWiseAgent()));
beforeEach(() => {
	sandbox.reset();
	sandbox.configure({ mergedContact: 'notFound' });
});
afterAll(async () => await sandbox.close());

const ADA = { CFirst: 'Ada', CLast: 'Byron', CEmail: 'ada@example.com' };
const PHONE = '480-555-0142';
const [OURS, OTHERS] = ['ocQHyuzHvysMo5N5VsXc', 'AnotherHighLevelId12'];
const STORES = ['addClientCustom', 'editClientCustomData'];

/** A person of HighLevel with this ID there, and what is known of their ID here. */
function linked(fields: IDataObject, clientId = '', own: IDataObject = {}): IDataObject {
	const match = { matchBy: 'clientIdEmailPhone', clientId, externalId: OURS, ...own };
	return { ...match, ...person({ ...ADA, ...fields }, { City: 'Mesa' }) };
}

/** Gives a contact an ID of HighLevel, as a person or another workflow does. */
function carry(id: string, Value: string, Key = 'HighLevel ID'): void {
	const ClientCustomID = 900_000 + sandbox.state.customData.size;
	sandbox.state.customData.set(String(ClientCustomID), { ClientCustomID, ClientID: Number(id), Key, Value });
}

/** The IDs of HighLevel that a contact carries. */
function carried(id: unknown): string[] {
	const data = sandbox.state.customData.inGroup(String(id));
	return data.filter(({ Key }) => Key === 'HighLevel ID').map(({ Value }) => Value);
}

const upsert = async (parameters: IDataObject, run: WiseAgentRun = {}) =>
	await succeeds(sandbox, 'contact.upsert', { ...run, parameters });
const refused = async (parameters: IDataObject) => await fails(sandbox, 'contact.upsert', { parameters });

describe('a contact with its Client ID', () => {
	test('is found whatever its email is, gets the other ID, and is then unchanged by one request', async () => {
		const id = store(sandbox, { ...ADA, CEmail: 'old@example.com' });
		const [updated] = await upsert(linked({}, id));

		expect(updated).toMatchObject({
			...{ outcome: 'updated', ClientID: Number(id), CEmail: 'ada@example.com', City: 'Mesa' },
			changedFields: ['CEmail', 'City', 'CustomData.HighLevel ID'],
			changes: { 'CustomData.HighLevel ID': { from: null, to: OURS } },
			CustomData: [{ Key: 'HighLevel ID', Value: OURS }],
		});
		sandbox.requests.length = 0;
		const [again] = await upsert(linked({}, id));
		expect(again).toMatchObject({ outcome: 'unchanged', changedFields: [] });
		expect(requestsOfType(sandbox).map(({ requestType }) => requestType)).toEqual(['getSingleContact']);
	});

	test('needs neither email nor phone', async () => {
		const id = store(sandbox, ADA);
		const options = { ifNoIdentifier: 'skip' };
		const [contact] = await upsert({ ...linked({ CEmail: '' }, id), options });

		expect(contact).toMatchObject({ outcome: 'updated', ClientID: Number(id), CEmail: 'ada@example.com' });
	});

	test('is not looked for where email and phone are chosen', async () => {
		const [other, own] = [store(sandbox, { CFirst: 'Bea' }), store(sandbox, ADA)];
		const [contact] = await upsert(linked({}, other, { matchBy: 'emailPhoneName' }));

		expect(contact).toMatchObject({ ClientID: Number(own), changedFields: ['City'] });
	});

	test.each(['abc', 'V26855', '1.5'])(
		'that cannot be one (%s) is refused before anything is sent',
		async (id) => {
			const { message, details } = await refused(linked({}, id));

			expect(message).toBe(`"Client ID" is not the ID of a contact in Wise Agent: ${id}`);
			expect(details.field).toBe('clientId');
			expect(requestsOfType(sandbox)).toEqual([]);
		},
	);

	test('from an AI agent or a table may be a number', async () => {
		const id = store(sandbox, ADA);
		const item = { clientId: Number(id), matchBy: 'clientId' };
		const parameters = linked({}, '={{ $json.clientId }}', { matchBy: '={{ $json.matchBy }}' });
		expect(await upsert(parameters, { items: [item] })).toMatchObject([{ ClientID: Number(id) }]);
	});
});

describe('a contact that was deleted, or merged with another one', () => {
	test.each<[string, () => string]>([
		['never was there', () => UNKNOWN],
		['was merged', () => merged('notFound')],
		['was merged, and is answered with the one that is left', () => merged('survivor')],
	])('is found by its email where it %s, and linked', async (_, gone) => {
		const id = store(sandbox, ADA);
		const [contact] = await upsert(linked({}, gone()));

		expect(contact).toMatchObject({ outcome: 'updated', ClientID: Number(id) });
		expect(carried(id)).toEqual([OURS]);
	});

	const merged = (mergedContact: 'notFound' | 'survivor') => {
		sandbox.configure({ mergedContact });
		const [kept] = contactsOf(sandbox);
		const gone = store(sandbox, { CFirst: 'Ada', CEmail: 'second@example.com' });
		sandbox.state.mergeContacts(Number(kept?.ClientID), gone);
		return gone;
	};

	test('is refused where the Client ID alone counts, and where nothing else could find it', async () => {
		store(sandbox, ADA);
		const { message, description } = await refused(linked({}, UNKNOWN, { matchBy: 'clientId' }));
		expect(message).toBe(`Contact ${UNKNOWN} was not found`);
		expect(description).toContain('Client ID, Then Email, Then Phone');
		expect((await refused(linked({ CEmail: '' }, UNKNOWN))).message).toContain(
			`Contact ${UNKNOWN} was not found, and there is neither an email nor a phone`,
		);
		expect(requestsOfType(sandbox, ...WRITES, ...STORES)).toEqual([]);
	});
});

describe('without a Client ID, where it alone counts', () => {
	const only = (fields: IDataObject, id = '') => linked(fields, id, { matchBy: 'clientId' });

	test('a contact is created, and is the same one the next time, though it has neither email nor phone', async () => {
		const [first] = await upsert(only({ CEmail: '' }));
		expect(first).toMatchObject({ outcome: 'created', CustomData: [{ Key: 'HighLevel ID', Value: OURS }] });
		expect(first?.changedFields).toContain('CustomData.HighLevel ID');
		expect(await upsert(only({ CEmail: '' }))).toMatchObject([
			{ outcome: 'unchanged', ClientID: first?.ClientID },
		]);
		expect(contactsOf(sandbox)).toHaveLength(1);
	});

	test('somebody who has the email already is named, unless they carry the ID of this item', async () => {
		const id = store(sandbox, ADA);
		const { message, description } = await refused(only({}));
		expect(message).toContain(`Wise Agent has a contact with this email or phone: ${id}`);
		expect(description).toContain(`map ${id} to "Client ID"`);
		carry(id, OURS);
		expect(await upsert(only({}))).toMatchObject([{ outcome: 'updated', ClientID: Number(id) }]);
	});
});

describe('a contact that carries the ID of another record', () => {
	test.each<[string, IDataObject, boolean]>([
		['Client ID', {}, true],
		['email', {}, false],
		['phone', { CEmail: '', MobilePhone: PHONE }, false],
	])('is not written to when it is found by its %s, and both are named', async (_, fields, isById) => {
		const id = store(sandbox, { ...ADA, MobilePhone: PHONE });
		carry(id, OTHERS, 'highlevel id');
		const parameters = linked(fields, isById ? id : '');
		const { message, description, details } = await refused(parameters);

		expect(message).toBe(
			`Contact ${id} belongs to another record: its "HighLevel ID" is ${OTHERS}, and this item has ${OURS}`,
		);
		expect(description).toContain(`empty "HighLevel ID" in the custom data of contact ${id}`);
		expect(details).toMatchObject({ contactId: id, externalId: OURS, otherExternalId: OTHERS });
		expect(requestsOfType(sandbox, ...WRITES, ...STORES)).toEqual([]);

		const [{ ClientCustomID } = { ClientCustomID: 0 }] = sandbox.state.customData.inGroup(id);
		sandbox.state.customData.set(String(ClientCustomID), {
			...{ ClientCustomID, ClientID: Number(id) },
			...{ Key: 'highlevel id', Value: '' },
		});
		const [contact] = await upsert(parameters);
		expect(contact).toMatchObject({
			ClientID: Number(id),
			CustomData: [{ Key: 'highlevel id', Value: OURS }],
		});
	});

	test('loses to the one that carries the ID of this item, where a family shares a phone', async () => {
		const family = ['Bea', 'Max', 'Kim'].map((CFirst) => store(sandbox, { CFirst, HomePhone: PHONE }));
		const [bea = '', max = ''] = family;
		carry(bea, OTHERS);
		carry(max, OURS);
		const parameters = linked({ CEmail: '', MobilePhone: PHONE });
		expect(await upsert(parameters)).toMatchObject([{ outcome: 'updated', ClientID: Number(max) }]);

		carry(family[2] ?? '', OURS);
		expect((await refused(parameters)).message).toBe(
			`Several contacts have the "HighLevel ID" ${OURS}: ${max}, ${family[2]}`,
		);
	});

	test('leaves its namesake, where nobody carries the ID of this item', async () => {
		const [one, two] = [store(sandbox, ADA), store(sandbox, ADA)];
		carry(one, OTHERS);
		expect(await upsert(linked({}))).toMatchObject([{ ClientID: Number(two) }]);
		expect(carried(two)).toEqual([OURS]);
	});

	test('is the one that one of two executions at once has linked; the other is refused', async () => {
		const id = store(sandbox, ADA);
		const run = async (externalId: string) =>
			await runWiseAgent(sandbox, 'contact.upsert', { parameters: linked({}, id, { externalId }) });
		const runs = await Promise.all([run(OURS), run(OTHERS)]);

		expect(runs.filter(({ error }) => error)).toHaveLength(1);
		expect(carried(id)).toHaveLength(1);
	});
});

describe('an email that belongs to another contact than the Client ID', () => {
	let [own, other] = ['', ''];
	beforeEach(() => {
		own = store(sandbox, { ...ADA, CEmail: 'old@example.com' });
		other = store(sandbox, { CFirst: 'Bea', CEmail: ADA.CEmail });
	});

	test('is refused, with both named', async () => {
		const { message, description } = await refused(linked({}, own));
		expect(message).toBe(
			`The email of this item belongs to another contact: ${other}. By its ID, the item is contact ${own}`,
		);
		expect(description).toContain('If Email and Phone Differ');
		expect(requestsOfType(sandbox, ...WRITES, ...STORES)).toEqual([]);
	});

	test('is left out where the operator chose that', async () => {
		const options = { identifierConflict: 'preferPhone' };
		const [contact] = await upsert({ ...linked({}, own), options });
		expect(contact).toMatchObject({ ClientID: Number(own), CEmail: 'old@example.com', City: 'Mesa' });
	});
});

describe('the ID of the other system that cannot be stored', () => {
	test.each<[string, boolean]>([
		['a new contact', false],
		['a contact that is there', true],
	])('is told of %s, and stored by the next run', async (_, isThere) => {
		if (isThere) store(sandbox, ADA);
		sandbox.faults.add({ kind: 'refused', requestType: 'addClientCustom', times: 1 });
		const { message, details } = await refused(linked({}));
		const [contact] = contactsOf(sandbox);

		expect(message).toMatch(
			isThere ? /was updated, but its "HighLevel ID" was not stored/ : /was created, but/,
		);
		expect(details).toMatchObject({
			contactId: String(contact?.ClientID),
			[isThere ? 'updated' : 'created']: true,
		});
		expect(await upsert(linked({}))).toMatchObject([
			{ outcome: 'updated', changedFields: ['CustomData.HighLevel ID'], ClientID: contact?.ClientID },
		]);
		expect(contactsOf(sandbox)).toHaveLength(1);
		expect(carried(contact?.ClientID)).toEqual([OURS]);
	});

	test('makes no second contact of one that has neither email nor phone', async () => {
		sandbox.faults.add({ kind: 'refused', requestType: 'addClientCustom', times: 1 });
		const parameters = linked({ CEmail: '' }, '', { matchBy: 'clientId' });
		expect((await refused(parameters)).message).toContain('was created, but');
		expect(await upsert(parameters)).toMatchObject([{ changedFields: ['CustomData.HighLevel ID'] }]);
		expect(contactsOf(sandbox)).toHaveLength(1);
	});
});

test('40 people twice in each of two executions at once, every third answer lost: 40 contacts, linked once', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', method: 'POST', probability: 0.3 });
	const people = Array.from({ length: 40 }, (_, index) => ({
		email: index % 2 ? `person${index}@example.com` : '',
		first: `Ada${index}`,
		hl: `hl${index}`,
	}));
	const parameters = linked({ CEmail: '={{ $json.email }}', CFirst: '={{ $json.first }}' }, '', {
		...{ matchBy: 'clientId', externalId: '={{ $json.hl }}' },
	});
	const connection = connectWiseAgent(sandbox);
	const run = async () => await upsert(parameters, { connection, items: [...people, ...people] });
	const items = (await Promise.all([run(), run()])).flat();

	expect(contactsOf(sandbox)).toHaveLength(40);
	expect([...sandbox.state.customData.values()].map(({ Value }) => Value).sort()).toEqual(
		people.map(({ hl }) => hl).sort(),
	);
	expect(items.filter(({ outcome }) => outcome === 'created')).toHaveLength(40);
	expect(new Set(items.map(({ ClientID }) => ClientID)).size).toBe(40);
}, 60_000);

test('a Dry Run says which ID would be stored, and stores none', async () => {
	const planned = async () => await upsert({ ...linked({}), dryRun: true });
	const change = { 'CustomData.HighLevel ID': { from: null, to: OURS } };
	expect(await planned()).toMatchObject([{ outcome: 'wouldCreate', changes: change }]);
	const id = store(sandbox, { ...ADA, City: 'Mesa' });
	expect(await planned()).toMatchObject([{ outcome: 'wouldUpdate', changes: change, ClientID: Number(id) }]);
	carry(id, OURS);
	expect(await planned()).toMatchObject([{ outcome: 'unchanged', changes: {} }]);
	expect(requestsOfType(sandbox, ...WRITES, ...STORES)).toEqual([]);
});
