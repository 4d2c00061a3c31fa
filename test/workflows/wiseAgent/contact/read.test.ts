import type { IDataObject } from 'n8n-workflow';

import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { byId, fails, requestsOfType, startWiseAgent, succeeds } from '../../../support/wiseAgent';
import { store } from './people';

let sandbox: WiseAgentSandbox;
beforeAll(async () => (sandbox = await startWiseAgent()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const getAll = async (filters: IDataObject) =>
	await succeeds(sandbox, 'contact.getAll', { parameters: { returnAll: true, filters } });

const namesOf = (contacts: object[]) =>
	contacts.map((contact) => (contact as { CFirst: string }).CFirst).sort();

describe('filters', () => {
	beforeEach(() => {
		store(sandbox, { CFirst: 'Ada', CLast: 'Byron', Categories: ['Buyer'], Source: 'Zillow' });
		store(sandbox, {
			CFirst: 'Bea',
			CLast: 'Stone',
			Categories: ['Buyer', 'Ski, Golf'],
			Source: 'Fair, 2026',
		});
		store(sandbox, { CFirst: 'Max', CLast: 'Byron', Company: 'Stone Inc', Source: 'Zillow' });
	});

	test.each<[IDataObject, string[]]>([
		[{}, ['Ada', 'Bea', 'Max']],
		[{ categories: ['Buyer'] }, ['Ada', 'Bea']],
		[{ categories: ['buyer', 'Ski, Golf'] }, ['Ada', 'Bea']],
		[{ categories: ['Buyer', 'Ski, Golf'], categoryAll: true }, ['Bea']],
		[{ sources: ['Zillow'] }, ['Ada', 'Max']],
		[{ sources: ['Fair, 2026'] }, ['Bea']],
		[{ nameQuery: 'stone' }, ['Bea', 'Max']],
		[{ nameQuery: 'ada byron' }, ['Ada']],
		[{ nameQuery: 'stone', categories: ['Buyer'] }, ['Bea']],
		[{ nameQuery: 'byron', sources: ['Zillow'], categories: ['Buyer'] }, ['Ada']],
		[{ nameQuery: 'nobody' }, []],
	])('%j find %j, and as many are counted', async (filters, names) => {
		expect(namesOf(await getAll(filters))).toEqual(names);
		const [counted] = await succeeds(sandbox, 'contact.count', { parameters: { filters } });
		expect(counted).toEqual({ count: names.length });
	});

	test('contacts since a moment are found, whatever the zone of the workflow', async () => {
		store(sandbox, { CFirst: 'Old', updatedAt: '2026-03-01T11:59:00.000Z' });
		store(sandbox, { CFirst: 'New', updatedAt: '2026-03-01T12:00:00.000Z' });
		const since = async (updatedSince: string, timezone: string) =>
			namesOf(
				await succeeds(sandbox, 'contact.getAll', {
					parameters: { returnAll: true, filters: { updatedSince } },
					timezone,
				}),
			);
		const expected = ['Ada', 'Bea', 'Max', 'New'];
		expect(await since('2026-03-01T12:00:00Z', 'Asia/Tokyo')).toEqual(expected);
		expect(await since('2026-03-01T07:00:00', 'America/New_York')).toEqual(expected);
		expect(await since('2026-03-01T13:00:00', 'Europe/Berlin')).toEqual(expected);
		expect(requestsOfType(sandbox, 'getContacts').map(({ query }) => query.DateUpdatedUTC)).toEqual(
			Array<string>(3).fill('2026-03-01 12:00'),
		);
	});
});

describe('pages', () => {
	test('a limit takes no more pages than it needs', async () => {
		sandbox.state.seedContacts(250);
		const parameters = { returnAll: false, limit: 7, filters: {} };
		expect(await succeeds(sandbox, 'contact.getAll', { parameters })).toHaveLength(7);
		expect(requestsOfType(sandbox, 'getContacts')).toHaveLength(1);
		const more = { returnAll: false, limit: 150, filters: {} };
		expect(await succeeds(sandbox, 'contact.getAll', { parameters: more })).toHaveLength(150);
	});

	test('200 contacts are read whole, though the last page is full', async () => {
		sandbox.state.seedContacts(200);
		const contacts = await getAll({});
		expect(new Set(contacts.map(({ ClientID }) => ClientID)).size).toBe(200);
	});

	test('a contact that moved to a page that was read already, because another was deleted, is not missed', async () => {
		const seeded = sandbox.state.seedContacts(250);
		const deletion = setInterval(() => {
			if (requestsOfType(sandbox, 'getContacts').length < 2) return;
			clearInterval(deletion);
			for (const { ClientID } of seeded.slice(0, 20)) sandbox.state.removeContact(ClientID);
		}, 1);
		sandbox.configure({ latencyMs: 30 });
		const contacts = await getAll({});
		clearInterval(deletion);
		sandbox.configure({ latencyMs: 0 });

		const read = new Set(contacts.map(({ ClientID }) => ClientID));
		const there = [...sandbox.state.contacts.values()].map(({ ClientID }) => ClientID);
		expect(there).toHaveLength(230);
		expect(there.filter((id) => !read.has(id))).toEqual([]);
	});
});

describe('Find by Email or Phone', () => {
	test('puts out all contacts that have the e-mail, or else the phone', async () => {
		store(sandbox, { CFirst: 'Ada', CEmail: 'home@example.com', HomePhone: '(480) 555-0142' });
		store(sandbox, { CFirst: 'Max', CEmail: 'home@example.com' });
		const find = async (CEmail: string, phone: string) =>
			namesOf(await succeeds(sandbox, 'contact.find', { parameters: { CEmail, phone } }));

		expect(await find('HOME@example.com', '')).toEqual(['Ada', 'Max']);
		expect(await find('nobody@example.com', '480.555.0142')).toEqual(['Ada']);
		expect(await find('', '+14805550142')).toEqual(['Ada']);
		expect(await find('nobody@example.com', '')).toEqual([]);
	});
});

describe('Get', () => {
	test('takes the address of the page in Wise Agent', async () => {
		const id = store(sandbox, { CFirst: 'Ada' });
		const contactId = {
			__rl: true,
			mode: 'url',
			value: `https://thewiseagent.com/secure/client/summary?clientId=${id}`,
		};
		expect(await succeeds(sandbox, 'contact.get', { parameters: { contactId } })).toMatchObject([
			{ ClientID: Number(id), CFirst: 'Ada' },
		]);
	});

	test('puts records out as they came where that is asked for', async () => {
		const id = store(sandbox, { CFirst: 'Ada', Categories: ['Buyer'], lastContactAt: null });
		const parameters = { contactId: byId(id), options: { rawOutput: true } };
		const [raw] = await succeeds(sandbox, 'contact.get', { parameters });

		expect(raw).toMatchObject({ ClientID: Number(id), CLast: '', Categories: '[{"name":"Buyer"}]' });
		expect(raw?.DtUpdated).toMatch(/^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2}:\d{2} [AP]M$/);
	});

	test('names a contact that is not there', async () => {
		const { message } = await fails(sandbox, 'contact.get', { parameters: { contactId: byId('4711') } });
		expect(message).toBe('Contact 4711 was not found');
	});
});

describe('custom data', () => {
	const set = async (id: string, Key: string, Value: string) =>
		(
			await succeeds(sandbox, 'contact.setCustomData', { parameters: { contactId: byId(id), Key, Value } })
		)[0];
	const read = async (id: string) =>
		(await succeeds(sandbox, 'contact.getCustomData', { parameters: { contactId: byId(id) } }))[0];

	test.each(['both', 'PUT', 'DELETE'] as const)(
		'is added, changed and left as it is, whichever verb Wise Agent takes (%s)',
		async (editCustomDataVerb) => {
			sandbox.configure({ editCustomDataVerb });
			const id = store(sandbox, { CFirst: 'Ada' });
			expect(await set(id, 'HighLevel Contact ID', 'one')).toMatchObject({ outcome: 'created' });
			expect(await set(id, 'HighLevel Contact ID', 'two')).toMatchObject({ outcome: 'updated' });
			expect(await set(id, 'highlevel contact id', 'two')).toMatchObject({ outcome: 'unchanged' });
			await set(id, 'Other', 'x');

			expect(await read(id)).toEqual({
				contactId: id,
				customDataValues: { 'HighLevel Contact ID': 'two', Other: 'x' },
				CustomData: [
					{ Key: 'HighLevel Contact ID', Value: 'two' },
					{ Key: 'Other', Value: 'x' },
				],
			});
			sandbox.configure({ editCustomDataVerb: 'both' });
		},
	);
});

test('addresses are added and read', async () => {
	const id = store(sandbox, { CFirst: 'Ada' });
	const parameters = {
		contactId: byId(id),
		AddressNum: 5636,
		Address: 'E McDowell Rd',
		additionalFields: { Zip: '01234' },
	};
	const [added] = await succeeds(sandbox, 'contact.addAddress', { parameters });
	const [read] = await succeeds(sandbox, 'contact.getAddresses', { parameters: { contactId: byId(id) } });

	expect(read).toMatchObject({
		...{ ClientAddressID: added?.ClientAddressID, AddressNum: '5636', Zip: '01234', City: null },
	});
});
