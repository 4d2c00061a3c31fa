import type { IDataObject } from 'n8n-workflow';

import type { ContactRecord, HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO, startSandbox } from '../../../support/highLevel';
import { bodyOf, calls, fail, mapped, stored, succeed, writes } from './requests';

const F = DEMO.customFields;

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

function existing(fields: Partial<ContactRecord> = {}): Readonly<ContactRecord> {
	return sandbox.state.addContact({
		locationId: DEMO.locationId,
		firstName: 'Ava',
		email: 'ava@mail.example',
		phone: '+12125550142',
		city: 'New York',
		country: 'US',
		tags: ['buyer'],
		...fields,
	});
}

async function upsert(parameters: IDataObject): Promise<IDataObject> {
	const [contact] = await succeed(sandbox, 'upsert', { parameters });
	return contact as IDataObject;
}

describe('the item says what happened', () => {
	test('created', async () => {
		const contact = await upsert({
			email: 'ava@mail.example',
			firstName: 'Ava',
			additionalFields: { city: 'Boston', tags: 'buyer', companyName: 'North Pier', gender: 'female' },
			customFields: mapped({ [F.bedrooms]: 3 }),
			options: { clearWhenEmpty: ['lastName', 'customFields'] },
		});

		expect(contact).toMatchObject({ id: stored(sandbox)[0]?.id, outcome: 'created' });
		expect([...(contact.changedFields as string[])].sort()).toEqual(
			['city', 'companyName', 'Bedrooms', 'email', 'firstName', 'gender', 'tags'].sort(),
		);
		expect(bodyOf(sandbox, 'POST', '/contacts/')).toEqual({
			locationId: DEMO.locationId,
			email: 'ava@mail.example',
			firstName: 'Ava',
			city: 'Boston',
			companyName: 'North Pier',
			gender: 'female',
			tags: ['buyer'],
			customFields: [{ id: F.bedrooms, field_value: 3 }],
		});
	});

	test('updated, with nothing sent but what differs', async () => {
		const { id } = existing();
		const contact = await upsert({
			email: 'AVA@mail.example',
			phone: '212 555 0142',
			firstName: 'Ava',
			lastName: 'Nguyen',
			additionalFields: { city: 'Boston' },
		});

		expect(contact).toMatchObject({ id, outcome: 'updated', changedFields: ['lastName', 'city'] });
		expect(bodyOf(sandbox, 'PUT', `/contacts/${id}`)).toEqual({ lastName: 'Nguyen', city: 'Boston' });
		expect(stored(sandbox)).toHaveLength(1);
	});

	test('unchanged', async () => {
		const before = existing();
		const contact = await upsert({
			email: 'ava@mail.example',
			additionalFields: { city: 'New York', tags: 'Buyer' },
		});

		expect(contact).toMatchObject({
			id: before.id,
			firstName: 'Ava',
			outcome: 'unchanged',
			changedFields: [],
		});
		expect(stored(sandbox)).toEqual([before]);
	});
});

describe('what it costs, once the settings of the location are known', () => {
	beforeEach(async () => {
		await upsert({ email: 'first@mail.example' });
		sandbox.requests.length = 0;
	});

	test('a new contact costs one request', async () => {
		await upsert({ email: 'ava@mail.example', phone: '2125550142', additionalFields: { tags: 'buyer' } });

		expect(calls(sandbox)).toEqual(['POST /contacts/']);
	});

	test('a contact that is unchanged costs two', async () => {
		const { id } = existing();
		await upsert({ email: 'ava@mail.example', phone: '2125550142', additionalFields: { tags: 'buyer' } });

		expect(calls(sandbox)).toEqual(['POST /contacts/', `GET /contacts/${id}`]);
	});

	test('a contact that changed costs three', async () => {
		const { id } = existing();
		await upsert({ email: 'ava@mail.example', lastName: 'Nguyen' });

		expect(calls(sandbox)).toEqual(['POST /contacts/', `GET /contacts/${id}`, `PUT /contacts/${id}`]);
	});
});

test('a write without comparing sends all given fields', async () => {
	const { id } = existing();
	await upsert({ email: 'ava@mail.example', firstName: 'Ava', options: { writeOnlyChanges: false } });

	expect(bodyOf(sandbox, 'PUT', `/contacts/${id}`)).toEqual({ email: 'ava@mail.example', firstName: 'Ava' });
});

test('neither e-mail nor phone is told before anything is sent', async () => {
	const error = await fail(sandbox, 'upsert', {
		items: [{ email: '', phone: null }],
		parameters: { email: '={{ $json.email }}', phone: '={{ $json.phone }}', firstName: 'Ava' },
	});

	expect(error.message).toContain('neither an email nor a phone');
	expect(error.description).toContain('Nothing was sent for this item.');
	expect(error.details).toMatchObject({ field: 'email, phone' });
	expect(sandbox.requests).toEqual([]);
});

test('an invalid e-mail is told with the name of the field, and nothing is written', async () => {
	existing();
	const error = await fail(sandbox, 'upsert', {
		parameters: { email: 'jürgen@mail.example', phone: '+12125550142' },
	});

	expect(error.details).toMatchObject({ field: 'email', httpCode: 422 });
	expect(writes(sandbox).filter(({ status }) => status === 200)).toEqual([]);
});
