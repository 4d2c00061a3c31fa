import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { call, create, DEMO, locationId, start } from './support';

let sandbox: HighLevelSandbox;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => {
	sandbox.configure({ allowDuplicateContact: false });
	sandbox.reset();
});
afterAll(() => sandbox.close());

const post = (fields: Record<string, unknown>) =>
	call(sandbox, 'POST', '/contacts/', { locationId, ...fields });

describe('creating a contact', () => {
	test('answers 201 with what was stored, in normal form', async () => {
		const { status, body } = await post({
			name: 'Ada King Lovelace',
			email: 'Ada@X.example',
			phone: '(212) 555-0123',
			tags: ['VIP', ' vip ', 'Buyer'],
			dateOfBirth: '12/10/1990',
			dndSettings: { SMS: { status: 'active' } },
		});
		expect(status).toBe(201);
		expect(body.contact).toMatchObject({
			id: expect.stringMatching(/^[A-Za-z0-9]{20}$/),
			locationId,
			firstName: 'Ada',
			lastName: 'King Lovelace',
			email: 'Ada@X.example',
			emailLowerCase: 'ada@x.example',
			phone: '+12125550123',
			country: 'US',
			tags: ['vip', 'buyer'],
			dateOfBirth: '1990-12-10T00:00:00.000Z',
			birthMonth: 12,
			birthDay: 10,
			dndSettings: { SMS: { status: 'active' } },
			dateAdded: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
		});
	});

	test('makes new tags known to the location', async () => {
		await post({ email: 'a@x.example', tags: ['Brand New'] });
		const { body } = await call(sandbox, 'GET', `/locations/${locationId}/tags`);
		expect(body.tags.map(({ name }: { name: string }) => name)).toContain('brand new');
	});

	test.each([
		'1990/12/10',
		'12/10/1990',
		'1990-12-10',
		'12-10-1990',
		'1990.12.10',
		'12.10.1990',
		'1990_12_10',
		'12_10_1990',
	])('takes the date of birth %s', async (dateOfBirth) => {
		const id = await create(sandbox, { dateOfBirth });
		const { body } = await call(sandbox, 'GET', `/contacts/${id}`);
		expect(body.contact.dateOfBirth).toBe('1990-12-10');
	});

	test('takes custom fields by id or key, with any of the three names of the value', async () => {
		const { customFields } = DEMO;
		const id = await create(sandbox, {
			customFields: [
				{ id: customFields.budget, field_value: '350000' },
				{ key: 'property_type', fieldValue: 'Condo' },
				{ key: 'contact.interests', value: 'Buying' },
				{ id: 'cfNobodyKnowsThis000', field_value: 'x' },
			],
		});
		const { body } = await call(sandbox, 'GET', `/contacts/${id}`);
		expect(body.contact.customFields).toEqual([
			{ id: customFields.budget, value: 350000 },
			{ id: customFields.propertyType, value: 'Condo' },
			{ id: customFields.interests, value: ['Buying'] },
		]);
	});

	test('under v3 names the channels of dndSettings in lower case', async () => {
		const { body } = await call(
			sandbox,
			'POST',
			'/contacts/',
			{ locationId, dndSettings: { whatsApp: { status: 'permanent' } } },
			{ version: 'v3' },
		);
		expect(body.contact.dndSettings).toEqual({ whatsApp: { status: 'permanent' } });
		const dated = await call(sandbox, 'GET', `/contacts/${body.contact.id}`);
		expect(dated.body.contact.dndSettings).toEqual({ WhatsApp: { status: 'permanent' } });
	});

	test('never gives two contacts the same time', async () => {
		await Promise.all([...Array(20).keys()].map((index) => post({ email: `n${index}@x.example` })));
		const times = [...sandbox.state.contacts.values()].map(({ dateAdded }) => dateAdded);
		expect(new Set(times).size).toBe(20);
	});
});

describe('a body that does not fit is refused with 422 and a list', () => {
	test.each([
		[{ additionalEmails: ['b@x.example'] }, 'property additionalEmails should not exist'],
		[{ additionalPhones: ['+12125550123'] }, 'property additionalPhones should not exist'],
		[{ firstName: 7 }, 'firstName must be a string'],
		[{ dnd: 'yes' }, 'dnd must be a boolean value'],
		[{ tags: 'vip' }, 'tags must be an array'],
		[{ tags: [1] }, 'each value in tags must be a string'],
		[{ email: 'not an address' }, 'email must be an email'],
		[{ phone: '12' }, 'phone must be a valid phone number'],
		[{ dateOfBirth: 'yesterday' }, 'dateOfBirth must be a valid date'],
		[{ country: 'Germany' }, 'country must be a valid ISO31661 Alpha2 code'],
		[{ dndSettings: { Fax: { status: 'active' } } }, 'dndSettings.property Fax should not exist'],
		[{ dndSettings: { SMS: {} } }, 'dndSettings.SMS.status should not be empty'],
		[
			{ dndSettings: { SMS: { status: 'off' } } },
			'dndSettings.SMS.status must be one of the following values: active, inactive, permanent',
		],
		[{ customFields: [{ field_value: 'x' }] }, 'customFields.0.id or key should not be empty'],
	])('%j', async (fields, message) => {
		const { status, body } = await post(fields);
		expect(status).toBe(422);
		expect(body).toEqual({
			statusCode: 422,
			message: expect.arrayContaining([message]),
			error: 'Unprocessable Entity',
			traceId: expect.any(String),
		});
		expect(sandbox.state.contacts.size).toBe(0);
	});

	test('a missing location', async () => {
		const { status, body } = await call(sandbox, 'POST', '/contacts/', { email: 'a@x.example' });
		expect(status).toBe(422);
		expect(body.message).toEqual(['locationId should not be empty', 'locationId must be a string']);
	});

	test('no body at all', async () => {
		expect((await call(sandbox, 'POST', '/contacts/')).status).toBe(422);
	});

	test('but malformed JSON with 400', async () => {
		const response = await fetch(`${sandbox.url}/contacts/`, {
			method: 'POST',
			headers: { Authorization: `Bearer ${DEMO.token}`, Version: 'v3', 'Content-Type': 'application/json' },
			body: '{"locationId":',
		});
		expect(response.status).toBe(400);
	});
});

describe('a duplicate', () => {
	test.each([
		['e-mail, whatever its case', { email: 'ADA@x.example' }, 'email'],
		['phone, however it is written', { phone: '212-555-0123' }, 'phone'],
		['additional e-mail', { email: 'second@x.example' }, 'email'],
		['additional phone', { phone: '+12125550199' }, 'phone'],
	])('by %s is refused with 400 and names the contact', async (_case, fields, matchingField) => {
		const { id } = sandbox.state.addContact({
			locationId,
			firstName: 'Ada',
			lastName: 'King',
			email: 'ada@x.example',
			phone: '+12125550123',
			additionalEmails: ['second@x.example'],
			additionalPhones: ['+12125550199'],
		});
		const { status, body } = await post(fields);
		expect(status).toBe(400);
		expect(body).toMatchObject({
			message: 'This location does not allow duplicated contacts.',
			meta: { contactId: id, contactName: 'Ada King', matchingField },
		});
	});

	test('is let in where the location allows it', async () => {
		sandbox.configure({ allowDuplicateContact: true });
		expect((await post({ email: 'a@x.example' })).status).toBe(201);
		expect((await post({ email: 'a@x.example' })).status).toBe(201);
	});

	test('in another location is none', async () => {
		sandbox.state.addContact({ locationId: DEMO.otherLocationId, email: 'a@x.example' });
		expect((await post({ email: 'a@x.example' })).status).toBe(201);
	});

	test('made by an update is refused as well, but keeping the own address is not', async () => {
		await create(sandbox, { email: 'a@x.example' });
		const id = await create(sandbox, { email: 'b@x.example' });
		const put = (email: string) => call(sandbox, 'PUT', `/contacts/${id}`, { email });
		expect((await put('a@x.example')).body.meta.matchingField).toBe('email');
		expect((await put('B@x.example')).status).toBe(200);
	});
});
