import type { IDataObject } from 'n8n-workflow';

import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { fails, requestsOfType, startWiseAgent, succeeds } from '../../../support/wiseAgent';

let sandbox: WiseAgentSandbox;
beforeAll(async () => (sandbox = await startWiseAgent()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const person = (own: IDataObject = {}): IDataObject => ({
	CEmail: 'ada@example.com',
	MobilePhone: '',
	CFirst: 'Ada',
	CLast: 'Byron',
	Source: { __rl: true, mode: 'name', value: 'Zillow' },
	additionalFields: {},
	options: {},
	...own,
});

const withAddress = (wholeAddress: string, own: IDataObject = {}) =>
	person({ additionalFields: { wholeAddress, ...own } });

describe('one field for the address', () => {
	test.each<[string, string | null, string]>([
		['123 Main St', '123', 'Main St'],
		['  12B   Main St ', '12B', 'Main St'],
		['123 1/2 Main St', '123 1/2', 'Main St'],
		['123-B Main St', '123-B', 'Main St'],
		['12B-C Main St', '12B-C', 'Main St'],
		['123–125 Main St', '123–125', 'Main St'],
		['123½ Main St', '123½', 'Main St'],
		['123 ½, Main St', '123 ½', 'Main St'],
		['123-½ Main St', '123-½', 'Main St'],
		['8 Main St', '8', 'Main St'],
		['8 1/2 Main', '8 1/2', 'Main'],
		['8 Mile Rd', null, '8 Mile Rd'],
		['8 1/2 Mile Rd', null, '8 1/2 Mile Rd'],
		['8½ Mile Rd', null, '8½ Mile Rd'],
		['15200 8 1/2 Mile Rd', '15200', '8 1/2 Mile Rd'],
		['7 Mile End Rd', '7', 'Mile End Rd'],
		['5-Mile Rd', null, '5-Mile Rd'],
		['120-24 41st Ave', '120-24', '41st Ave'],
		['123, Main St', '123', 'Main St'],
		['N6W23001 Bluemound Rd', 'N6W23001', 'Bluemound Rd'],
		['1st Avenue', null, '1st Avenue'],
		['PO Box 12', null, 'PO Box 12'],
		['Main St', null, 'Main St'],
		['Hauptstraße 12', null, 'Hauptstraße 12'],
	])(
		'"%s" is stored as number and street, and is unchanged the next time',
		async (address, number, street) => {
			const [created] = await succeeds(sandbox, 'contact.upsert', { parameters: withAddress(address) });
			expect(created).toMatchObject({ outcome: 'created', AddressNumber: number, AddressStreet: street });
			const [again] = await succeeds(sandbox, 'contact.upsert', { parameters: withAddress(address) });
			expect(again).toMatchObject({ outcome: 'unchanged', changedFields: [] });
		},
	);

	test('is unchanged where somebody has stored all of it as the street', async () => {
		await succeeds(sandbox, 'contact.upsert', {
			parameters: person({ additionalFields: { AddressStreet: '123 Main St' } }),
		});
		const [again] = await succeeds(sandbox, 'contact.upsert', { parameters: withAddress('123 Main St') });
		expect(again).toMatchObject({ outcome: 'unchanged', AddressStreet: '123 Main St' });
	});

	test('that changes, changes both parts', async () => {
		await succeeds(sandbox, 'contact.upsert', { parameters: withAddress('123 Main St') });
		const [changed] = await succeeds(sandbox, 'contact.upsert', { parameters: withAddress('7 Elm St') });
		expect(changed).toMatchObject({
			outcome: 'updated',
			changedFields: ['AddressNumber', 'AddressStreet'],
			AddressNumber: '7',
			AddressStreet: 'Elm St',
		});
	});

	test('gives way to street number and street name', async () => {
		const [created] = await succeeds(sandbox, 'contact.create', {
			parameters: withAddress('123 Main St', { AddressNumber: '9' }),
		});
		expect(created).toMatchObject({ AddressNumber: '9', AddressStreet: 'Main St' });
	});
});

describe('a lead without a last name', () => {
	const lead = (options: IDataObject) => person({ CLast: '', options });

	test.each(['contact.create', 'contact.upsert'])(
		'is created by %s with the one of the option',
		async (id) => {
			const [created] = await succeeds(sandbox, id, { parameters: lead({ lastNameIfEmpty: 'Unknown' }) });
			expect(created).toMatchObject({ outcome: 'created', CFirst: 'Ada', CLast: 'Unknown' });
		},
	);

	test('keeps the last name that the contact has', async () => {
		await succeeds(sandbox, 'contact.upsert', { parameters: person() });
		const [again] = await succeeds(sandbox, 'contact.upsert', {
			parameters: lead({ lastNameIfEmpty: 'Unknown' }),
		});
		expect(again).toMatchObject({ outcome: 'unchanged', CLast: 'Byron' });
	});

	test('is refused without the option', async () => {
		const { message } = await fails(sandbox, 'contact.upsert', { parameters: lead({}) });
		expect(message).toContain('without "Last Name"');
	});
});

describe('an item with neither email nor phone', () => {
	const nobody = (options: IDataObject) => person({ CEmail: '', MobilePhone: ' ', options });

	test('is skipped with a reason where that is chosen, and the others go on', async () => {
		const items = await succeeds(sandbox, 'contact.upsert', {
			items: [{ email: '' }, { email: 'bea@example.com' }],
			parameters: person({ CEmail: '={{ $json.email }}', options: { ifNoIdentifier: 'skip' } }),
		});
		expect(items.map(({ outcome }) => outcome)).toEqual(['skipped', 'created']);
		expect(items[0]).toEqual({
			outcome: 'skipped',
			changedFields: [],
			reason: expect.stringContaining('email') as string,
		});
	});

	test('sends nothing', async () => {
		await succeeds(sandbox, 'contact.upsert', { parameters: nobody({ ifNoIdentifier: 'skip' }) });
		expect(requestsOfType(sandbox)).toEqual([]);
	});

	test('fails otherwise, with the option in the remedy', async () => {
		const { description } = await fails(sandbox, 'contact.upsert', { parameters: nobody({}) });
		expect(description).toContain('If Email and Phone Are Empty');
	});
});

test('a phone that is none is told as such, not as a missing one', async () => {
	const { message } = await fails(sandbox, 'contact.upsert', {
		parameters: person({ CEmail: '', MobilePhone: 'abc' }),
	});
	expect(message).toMatch(/"Mobile Phone" is not a phone number.*: abc$/);
});
