import type { IDataObject } from 'n8n-workflow';

import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { DEMO } from '../../../../sandbox/wiseAgent';
import { byId, fails, requestsOfType, startWiseAgent, succeeds } from '../../../support/wiseAgent';
import { contactsOf, person, store, WRITES } from './people';

let sandbox: WiseAgentSandbox;
beforeAll(async () => (sandbox = await startWiseAgent()));
beforeEach(() => sandbox.reset());
afterEach(() => sandbox.configure({ emptyClearsField: false, homePhoneName: 'both' }));
afterAll(async () => await sandbox.close());

const ADA = { CFirst: 'Ada', CLast: 'Byron', CEmail: 'ada@example.com' };

describe('Create', () => {
	test('refuses a person who is there already, before anything is sent that changes something', async () => {
		const id = store(sandbox, { ...ADA, MobilePhone: '4805550142' });
		for (const identity of [{ CEmail: 'ADA@example.com' }, { MobilePhone: '+1 480 555 0142' }]) {
			const { message, details } = await fails(sandbox, 'contact.create', { parameters: person(identity) });
			expect(message).toBe(`This contact already exists: ${id}`);
			expect(details.contactId).toBe(id);
		}
		expect(requestsOfType(sandbox, ...WRITES)).toEqual([]);
	});

	test('takes a person without e-mail and phone', async () => {
		const [contact] = await succeeds(sandbox, 'contact.create', { parameters: person({}) });
		expect(contact).toMatchObject({ outcome: 'created', CFirst: 'Ada', CLast: 'Byron', CEmail: null });
	});

	test.each(['both', 'HomePhone', 'HomePhome'] as const)(
		'writes the phone at home, whichever of its two names Wise Agent takes (%s)',
		async (homePhoneName) => {
			sandbox.configure({ homePhoneName });
			const [contact] = await succeeds(sandbox, 'contact.create', {
				parameters: person({}, { HomePhone: '480-555-0143' }),
			});
			expect(contact).toMatchObject({ HomePhone: '480-555-0143' });
		},
	);

	test('says that the contact is there when one of its fields is refused', async () => {
		const { message, details } = await fails(sandbox, 'contact.create', {
			parameters: person(ADA, { InsideTeamId: byId('4711') }),
		});
		const [contact] = contactsOf(sandbox);
		expect(message).toBe(
			`Contact ${contact?.ClientID} was created, but not with all of its fields: Wise Agent refused the data: Invalid Field InsideTeamId - ${contact?.ClientID} not updated`,
		);
		expect(details).toMatchObject({ contactId: String(contact?.ClientID), created: true });
	});

	test('writes what has no field of its own to the extra details', async () => {
		const details = [
			{ name: 'bedrooms', value: 3 },
			{ name: 'pool', value: 'yes' },
			{ name: 'empty', value: '' },
		];
		await succeeds(sandbox, 'contact.create', { parameters: person(ADA, { extraDetails: { details } }) });
		expect(contactsOf(sandbox)[0]?.extraDetails).toBe('bedrooms: 3\npool: yes');
	});

	test.each(['City', 'a,b'])(
		'refuses the extra detail "%s", which would become something else',
		async (name) => {
			const { message } = await fails(sandbox, 'contact.create', {
				parameters: person(ADA, { extraDetails: { details: [{ name, value: 'x' }] } }),
			});
			expect(message).toBe(`"${name}" cannot be the name of an extra detail`);
			expect(contactsOf(sandbox)).toEqual([]);
		},
	);
});

describe.each(['contact.create', 'contact.upsert'])(
	'the names of the fields that %s has written',
	(operation) => {
		const namesFor = async (additionalFields: IDataObject) => {
			const [contact] = await succeeds(sandbox, operation, { parameters: person(ADA, additionalFields) });
			return (contact?.changedFields as string[]).slice().sort();
		};
		const IDENTITY = [...Object.keys(ADA), 'Source'].sort();

		test.each<[string, IDataObject]>([
			['a switch that is off', { DNC: false }],
			['a switch that a text turns off', { DNC: '0' }],
			['details without a text', { extraDetails: { details: [{ name: 'pool', value: '' }] } }],
			['a property without a value', { property: { pcity: '' } }],
			['a search without a wish', { searchProfile: { propInfoCity: ' ' } }],
			['an empty address', { wholeAddress: '' }],
			['no category', { Categories: [] }],
		])('leave out what is not sent: %s', async (_, given) => {
			expect(await namesFor(given)).toEqual(IDENTITY);
		});

		test('have each field that is sent, also behind the creation', async () => {
			const given = {
				...{ DNC: 'yes', County: 'Maricopa', Categories: ['A;B'], ContactStatus: 'Nurture' },
				...{ wholeAddress: 'PO Box 12', searchProfile: { propInfoCity: 'Mesa' } },
			};
			const { wholeAddress: _, ...others } = given;
			expect(await namesFor(given)).toEqual([...IDENTITY, ...Object.keys(others), 'AddressStreet'].sort());
		});
	},
);

describe('categories', () => {
	test.each<[string, string[], object]>([
		['are put onto a new contact, with whatever marks in their names', ['A;B', 'C, D', 'Buyer'], {}],
		['are added to those of a contact', ['Seller', 'Buyer'], { Categories: ['Buyer', 'Old'] }],
	])('%s', async (_, Categories, before) => {
		if (Object.keys(before).length > 0) store(sandbox, { ...ADA, ...before });
		const [contact] = await succeeds(sandbox, 'contact.upsert', { parameters: person(ADA, { Categories }) });

		const names = (contact?.Categories as Array<{ name: string }>).map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(Categories));
		expect(contactsOf(sandbox)[0]?.Categories.length).toBe(new Set([...Categories, ...names]).size);
	});

	test.each<[string, string[], string[]]>([
		['add', ['Ski, Golf', 'buyer'], ['Buyer', 'Old, Times', 'Ski, Golf']],
		['remove', ['BUYER', 'Old, Times', 'Never'], []],
		['replace', ['Seller', 'buyer'], ['Buyer', 'Seller']],
	])('of Update: %s', async (categoriesMode, Categories, expected) => {
		const id = store(sandbox, { ...ADA, Categories: ['Buyer', 'Old, Times'] });
		const parameters = { contactId: byId(id), updateFields: { Categories }, options: { categoriesMode } };
		const [contact] = await succeeds(sandbox, 'contact.update', { parameters });

		expect(contactsOf(sandbox)[0]?.Categories).toEqual(expect.arrayContaining(expected));
		expect(contactsOf(sandbox)[0]?.Categories).toHaveLength(expected.length);
		expect(contact?.changedFields).toEqual(['Categories']);
		sandbox.requests.length = 0;
		const [again] = await succeeds(sandbox, 'contact.update', { parameters });
		expect(again?.outcome).toBe('unchanged');
		expect(requestsOfType(sandbox, ...WRITES)).toEqual([]);
	});

	test('Add Categories and Remove Categories leave the others alone, and say what there is then', async () => {
		const id = store(sandbox, { ...ADA, Categories: ['Buyer'] });
		const contactId = byId(id);
		const [added] = await succeeds(sandbox, 'contact.addCategories', {
			parameters: { contactId, Categories: 'Seller, Investor' },
		});
		expect(added).toEqual({
			contactId: id,
			Categories: [{ name: 'Buyer' }, { name: 'Seller' }, { name: 'Investor' }],
		});
		const [removed] = await succeeds(sandbox, 'contact.removeCategories', {
			parameters: { contactId, Categories: ['Buyer', 'Investor'] },
		});
		expect(removed?.Categories).toEqual([{ name: 'Seller' }]);
	});
});

describe('Update', () => {
	test('writes the status, and gives the contact to the chosen member beside the others or in their place', async () => {
		const id = store(sandbox, { ...ADA, InsideTeamIds: [DEMO.team.dana] });
		const updateFields = { InsideTeamId: byId(String(DEMO.team.priya)), ContactStatus: 'Hot Lead' };
		const parameters = { contactId: byId(id), updateFields };
		const [shared] = await succeeds(sandbox, 'contact.update', { parameters });
		expect(shared).toMatchObject({
			Status: 'Hot Lead',
			InsideTeamAssignment: [{ InsideTeamId: DEMO.team.dana }, { InsideTeamId: DEMO.team.priya }],
		});

		const options = { reassign: true, writeOnlyChanges: false };
		const [taken] = await succeeds(sandbox, 'contact.update', { parameters: { ...parameters, options } });
		expect(taken?.InsideTeamAssignment).toEqual([{ InsideTeamId: DEMO.team.priya }]);
	});

	test('clears a field where that is asked for, and says so when Wise Agent does not', async () => {
		const id = store(sandbox, { ...ADA, City: 'Mesa', Company: 'Engines' });
		const parameters = {
			contactId: byId(id),
			updateFields: { City: '', Company: '', State: 'AZ' },
			options: { clearWhenEmpty: ['City'] },
		};
		const { message, description } = await fails(sandbox, 'contact.update', { parameters });
		expect(message).toBe(`Wise Agent did not clear City of contact ${id}`);
		expect(description).toContain('All other fields were written');
		expect(contactsOf(sandbox)).toMatchObject([{ City: 'Mesa', Company: 'Engines', State: 'AZ' }]);

		sandbox.configure({ emptyClearsField: true });
		const [contact] = await succeeds(sandbox, 'contact.update', { parameters });
		expect(contact).toMatchObject({ outcome: 'updated', City: null, Company: 'Engines' });
		expect(contact?.changedFields).toEqual(['City']);
	});

	test('keeps the order of the rows that write to one contact', async () => {
		const id = store(sandbox, ADA);
		sandbox.configure({ latencyMs: 2 });
		const items = Array.from({ length: 20 }, (_, index) => ({ city: `City ${index}` }));
		await succeeds(sandbox, 'contact.update', {
			items,
			parameters: { contactId: byId(id), updateFields: { City: '={{ $json.city }}' } },
		});
		sandbox.configure({ latencyMs: 0 });
		expect(contactsOf(sandbox)).toMatchObject([{ City: 'City 19' }]);
	});
});
