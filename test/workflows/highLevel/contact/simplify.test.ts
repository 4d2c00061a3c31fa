import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { storeContact } from '../../../support/sandboxRuns';
import { succeed } from './requests';

const { northPier } = DEMO.businesses;

let sandbox: HighLevelSandbox;
let contactId: string;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => {
	sandbox.reset();
	contactId = storeContact(sandbox, {
		firstName: 'Ada',
		lastName: 'McKing',
		email: 'ada@mail.example',
		phone: '+12125550142',
		companyName: 'Analytical Engines',
		address1: '1 Pier Street',
		businessId: northPier,
		tags: ['buyer'],
		assignedTo: DEMO.users.ben,
		dateAdded: '2026-03-01T12:00:00.000Z',
		dateUpdated: '2026-03-09T12:00:00.000Z',
		customFields: [{ id: DEMO.customFields.bedrooms, value: 3 }],
	});
});
afterAll(async () => await sandbox.close());

const useful = () => ({
	id: contactId,
	email: 'ada@mail.example',
	phone: '+12125550142',
	companyName: 'Analytical Engines',
	tags: ['buyer'],
	assignedTo: DEMO.users.ben,
	dateAdded: '2026-03-01T12:00:00.000Z',
	dateUpdated: '2026-03-09T12:00:00.000Z',
	customFieldValues: { Bedrooms: 3 },
});

/** Reads that HighLevel answers with the names as they were written, and those of its search. */
const reads: Array<[operation: string, parameters: () => IDataObject, names: IDataObject]> = [
	['get', () => ({ contactId: byId(contactId) }), { firstName: 'Ada', lastName: 'McKing' }],
	['getAll', () => ({}), { nameLowerCase: 'ada mcking' }],
	['getAll', () => ({ options: { completeRecord: true } }), { firstName: 'Ada', lastName: 'McKing' }],
	['getAll', () => ({ options: { endpoint: 'list' } }), { firstName: 'Ada', lastName: 'McKing' }],
	['search', () => ({}), { nameLowerCase: 'ada mcking' }],
	['search', () => ({ options: { completeRecord: true } }), { firstName: 'Ada', lastName: 'McKing' }],
	['getByBusiness', () => ({ businessId: byId(northPier) }), { firstName: 'Ada', lastName: 'McKing' }],
	[
		'getByBusiness',
		() => ({ businessId: byId(northPier), options: { completeRecord: true } }),
		{ firstName: 'Ada', lastName: 'McKing' },
	],
	['findDuplicate', () => ({ email: 'ada@mail.example' }), { firstName: 'Ada', lastName: 'McKing' }],
];

describe.each(reads)('%s (%#)', (operation, parametersOf, names) => {
	test('puts out what a sync needs, and names only as HighLevel gave them', async () => {
		expect(await succeed(sandbox, operation, { parameters: parametersOf() })).toEqual([
			{ ...useful(), ...names },
		]);
	});

	test('puts out the whole record when it is asked to', async () => {
		const parameters = { ...parametersOf(), simplify: false };
		const [contact] = await succeed(sandbox, operation, { parameters });

		const { nameLowerCase, ...asWritten } = names;
		expect(contact).toMatchObject({
			...useful(),
			...(nameLowerCase ? { firstNameLowerCase: 'ada', lastNameLowerCase: 'mcking' } : asWritten),
			locationId: DEMO.locationId,
			businessId: northPier,
		});
		expect(Object.keys(contact ?? {}).length).toBeGreaterThan(20);
	});

	test('takes the choice from each item', async () => {
		const contacts = await succeed(sandbox, operation, {
			items: [{ simple: true }, { simple: false }],
			parameters: { ...parametersOf(), simplify: '={{ $json.simple }}' },
		});

		expect(contacts.map((contact) => 'locationId' in contact)).toEqual([false, true]);
	});
});

test('a contact without a last name gets none from elsewhere', async () => {
	const id = storeContact(sandbox, { firstName: 'Noah' });
	const [contact] = await succeed(sandbox, 'get', { parameters: { contactId: byId(id) } });

	expect(contact).toMatchObject({ firstName: 'Noah' });
	expect(Object.keys(contact ?? {}).filter((name) => name.startsWith('lastName'))).toEqual([]);
});

describe('the appointments of a contact', () => {
	beforeEach(() => {
		sandbox.state.addAppointment({
			contactId,
			title: 'Viewing',
			startTime: '2027-03-02T15:00:00.000Z',
			assignedUserId: DEMO.users.ben,
			users: [DEMO.users.ben],
			notes: 'bring the keys',
			address: '3 Pier Street',
		});
	});

	test('come with what one needs of them', async () => {
		const [event] = await succeed(sandbox, 'getAppointments', {
			parameters: { contactId: byId(contactId) },
		});

		expect(event).toEqual({
			id: expect.any(String),
			title: 'Viewing',
			appointmentStatus: expect.any(String),
			startTime: '2027-03-02 10:00:00',
			endTime: '2027-03-02 10:30:00',
			calendarId: DEMO.calendars.viewings,
			assignedUserId: DEMO.users.ben,
			contactId,
			address: '3 Pier Street',
			notes: 'bring the keys',
		});
	});

	test('come whole when they are asked for so', async () => {
		const [event] = await succeed(sandbox, 'getAppointments', {
			parameters: { contactId: byId(contactId), simplify: false },
		});

		expect(event).toMatchObject({ title: 'Viewing', users: [DEMO.users.ben], locationId: DEMO.locationId });
	});
});
