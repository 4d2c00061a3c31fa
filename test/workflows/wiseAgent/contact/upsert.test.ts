import type { IDataObject } from 'n8n-workflow';

import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { byId, fails, requestsOfType, startWiseAgent, succeeds } from '../../../support/wiseAgent';
import { contactsOf, person, store, WRITES } from './people';

let sandbox: WiseAgentSandbox;
beforeAll(async () => (sandbox = await startWiseAgent()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const ADA = { CFirst: 'Ada', CLast: 'Byron', CEmail: 'ada@example.com', MobilePhone: '480-555-0142' };

const upsert = async (parameters: IDataObject, items?: IDataObject[]) =>
	await succeeds(sandbox, 'contact.upsert', { parameters, items });

test('a person whom Wise Agent does not know is created, with all that is given', async () => {
	const [contact] = await upsert(
		person({ ...ADA }, { County: 'Maricopa', Zip: '85201', Country: 'USA', Categories: 'Buyer, Investor' }),
	);

	expect(contact).toMatchObject({ outcome: 'created', ...ADA, County: 'Maricopa', Zip: '85201' });
	expect(contact?.changedFields).toEqual(
		expect.arrayContaining(['CEmail', 'County', 'Categories', 'Source']),
	);
	expect(contactsOf(sandbox)).toMatchObject([
		{ ...ADA, Source: 'Website', County: 'Maricopa', Country: 'USA', Categories: ['Buyer', 'Investor'] },
	]);
});

test('the same person again changes nothing, and nothing is written', async () => {
	const parameters = person(
		{ ...ADA },
		{ City: 'Mesa', Rank: 'B', ContactStatus: 'Nurture', Categories: ['Buyer'] },
	);
	await upsert(parameters);
	sandbox.requests.length = 0;
	const [contact] = await upsert({
		...parameters,
		MobilePhone: '+1 (480) 555-0142',
		CEmail: 'ADA@example.com',
	});

	expect(contact).toMatchObject({ outcome: 'unchanged', changedFields: [], City: 'Mesa', Status: 'Nurture' });
	expect(requestsOfType(sandbox, ...WRITES)).toEqual([]);
	expect(contactsOf(sandbox)).toHaveLength(1);
});

test('only what differs is written, and named', async () => {
	const id = store(sandbox, { ...ADA, City: 'Mesa', State: 'AZ', Company: 'Engines' });
	const [contact] = await upsert(person({ ...ADA }, { City: 'Tempe', State: 'AZ', Company: '' }));

	expect(contact).toMatchObject({ outcome: 'updated', changedFields: ['City'], ClientID: Number(id) });
	expect(requestsOfType(sandbox, 'updateContact').map(({ body }) => body)).toEqual([
		{ clientID: id, City: 'Tempe' },
	]);
	expect(contactsOf(sandbox)).toMatchObject([{ ...ADA, City: 'Tempe', Company: 'Engines', State: 'AZ' }]);
});

test.each<[string, IDataObject]>([
	['by the e-mail in capitals', { CEmail: 'ADA@EXAMPLE.COM', MobilePhone: '' }],
	['by the mobile phone in another way of writing', { CEmail: '', MobilePhone: '+1 (480) 555-0142' }],
	['by a phone that is another of the contact', { CEmail: '', MobilePhone: '4805550143' }],
])('a person is known %s', async (_, identity) => {
	const id = store(sandbox, { ...ADA, HomePhone: '480-555-0143', MobilePhone: '480.555.0142' });
	const [contact] = await upsert(person(identity, { City: 'Mesa' }));

	expect(contact).toMatchObject({ outcome: 'updated', ClientID: Number(id), City: 'Mesa' });
	expect(contactsOf(sandbox)).toHaveLength(1);
});

test('a part of another address finds nobody', async () => {
	// The search of a program that compares parts of texts would find Dan for "an@example.com".
	store(sandbox, { CFirst: 'Dan', CLast: 'Byron', CEmail: 'dan@example.com' });
	const [contact] = await upsert(person({ CFirst: 'An', CEmail: 'an@example.com' }));

	expect(contact).toMatchObject({ outcome: 'created', CFirst: 'An' });
	expect(contactsOf(sandbox).map(({ CFirst }) => CFirst)).toEqual(['Dan', 'An']);
});

test('rows for the same person are worked on one after the other: one contact, and the last row wins', async () => {
	const items = Array.from({ length: 10 }, (_, index) => ({ city: `City ${index}` }));
	const contacts = await upsert(person({ ...ADA }, { City: '={{ $json.city }}' }), items);

	expect(contacts.map(({ outcome }) => outcome)).toEqual(['created', ...Array<string>(9).fill('updated')]);
	expect(contactsOf(sandbox)).toMatchObject([{ ...ADA, City: 'City 9' }]);
});

test('100 people at once become 100 contacts, in the order of the rows', async () => {
	const items = Array.from({ length: 100 }, (_, index) => ({ email: `person${index}@example.com` }));
	const contacts = await upsert(person({ CEmail: '={{ $json.email }}' }), items);

	expect(contacts.map(({ CEmail }) => CEmail)).toEqual(items.map(({ email }) => email));
	expect(new Set(contactsOf(sandbox).map(({ CEmail }) => CEmail)).size).toBe(100);
	expect(contactsOf(sandbox)).toHaveLength(100);
});

test('what Wise Agent wants for a new contact is asked for, and not for one that exists', async () => {
	const nameless = { CFirst: '', CLast: '', Source: byId('') };
	const error = await fails(sandbox, 'contact.upsert', {
		parameters: person({ CEmail: 'new@example.com', ...nameless }),
	});
	expect(error.message).toBe('Wise Agent creates no contact without "First Name", "Last Name", "Source"');
	expect(contactsOf(sandbox)).toEqual([]);

	store(sandbox, ADA);
	const [contact] = await upsert(person({ CEmail: ADA.CEmail, ...nameless }, { City: 'Mesa' }));
	expect(contact).toMatchObject({ outcome: 'updated', CFirst: 'Ada', City: 'Mesa' });
});

describe('a contact that exists', () => {
	const given = person({ ...ADA }, { City: 'Tempe', Company: 'Engines', Rank: 'A', Categories: ['Seller'] });

	test('stays as it is when nothing is to be done with it', async () => {
		store(sandbox, { ...ADA, City: 'Mesa', Categories: ['Buyer'] });
		const [contact] = await upsert({ ...given, options: { onExisting: 'doNothing' } });

		expect(contact).toMatchObject({ outcome: 'unchanged', City: 'Mesa', Company: null });
		expect(requestsOfType(sandbox, ...WRITES)).toEqual([]);
	});

	test('gets values only where it has none, when only empty fields are to be filled', async () => {
		store(sandbox, { ...ADA, City: 'Mesa', Rank: 'Unranked', Categories: ['Buyer'] });
		const [contact] = await upsert({ ...given, options: { onExisting: 'fillEmpty' } });

		expect(contact).toMatchObject({
			...{ outcome: 'updated', City: 'Mesa', Company: 'Engines', Rank: 'A' },
			Categories: [{ name: 'Buyer' }, { name: 'Seller' }],
		});
		expect(contact?.changedFields).toEqual(['Company', 'Rank', 'Categories']);
	});

	test('is written as a whole when changes are not looked for', async () => {
		store(sandbox, { ...ADA, City: 'Tempe', Company: 'Engines' });
		const [contact] = await upsert({ ...given, options: { writeOnlyChanges: false } });

		expect(contact?.outcome).toBe('updated');
		expect(requestsOfType(sandbox, 'updateContact')[0]?.body).toMatchObject({
			City: 'Tempe',
			Clast: 'Byron',
			AddCategories: 'Seller',
		});
	});

	test('keeps its source and what else only a new contact can be given', async () => {
		store(sandbox, { ...ADA, Source: 'Zillow', Website: 'https://ada.example' });
		const [contact] = await upsert(
			person({ ...ADA }, { Website: 'https://other.example', Fax: '1', DNC: true, Price: '5' }),
		);

		expect(contact).toMatchObject({ outcome: 'unchanged', Source: 'Zillow', Website: 'https://ada.example' });
	});
});
