import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import type { CallOptions } from './support';
import { call, create, DEMO, locationId, start } from './support';

const ids = DEMO.customFields;

let sandbox: HighLevelSandbox;
beforeAll(async () => {
	sandbox = await start({ rateLimit: { max: 10_000 } });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const fields = (method: string, path = '', body?: unknown, options?: CallOptions) =>
	call(sandbox, method, `/locations/${locationId}/customFields${path}`, body, options);

async function make(body: object) {
	const answer = await fields('POST', '', body);
	expect(answer.status).toBe(201);
	return answer.body.customField;
}

describe('are read', () => {
	test('in all data types, with keys and choices', async () => {
		const { body } = await fields('GET', '?model=contact');
		expect(new Set(body.customFields.map(({ dataType }: { dataType: string }) => dataType)).size).toBe(12);
		expect(body.customFields).toContainEqual(
			expect.objectContaining({
				id: ids.propertyType,
				fieldKey: 'contact.property_type',
				picklistOptions: ['House', 'Condo', 'Townhouse', 'Land'],
			}),
		);
	});

	test('as those of contacts unless another model is asked for', async () => {
		const listed = async (query: string) =>
			(await fields('GET', query)).body.customFields.map(({ id }: { id: string }) => id);
		expect(await listed('')).not.toContain(ids.dealType);
		expect(await listed('?model=opportunity')).toEqual([ids.dealType]);
		expect(await listed('?model=all')).toHaveLength(13);
		expect((await fields('GET', '?model=task')).status).toBe(422);
	});

	test('one by one, by id or key, but not those of another location', async () => {
		expect((await fields('GET', `/${ids.budget}`)).body.customField.name).toBe('Budget');
		expect((await fields('GET', '/contact.budget')).body.customField.id).toBe(ids.budget);
		expect((await fields('GET', '/contact.pets')).status).toBe(400);
		expect((await fields('GET', `/${ids.otherLocationField}`)).status).toBe(400);
	});
});

describe('are created', () => {
	test('with a key made from model and name', async () => {
		const field = await make({ name: 'Move-out Date (planned)', dataType: 'DATE' });
		expect(field).toEqual({
			id: expect.any(String),
			name: 'Move-out Date (planned)',
			fieldKey: 'contact.moveout_date_planned',
			dataType: 'DATE',
			placeholder: '',
			position: 0,
			picklistImageOptions: [],
			isAllowedCustomOption: false,
			isMultiFileAllowed: false,
			locationId,
			model: 'contact',
		});
		expect((await fields('GET', `/${field.id}`)).body.customField).toEqual(field);
		const deal = await make({ name: 'Budget', dataType: 'TEXT', model: 'opportunity', position: 5 });
		expect(deal).toMatchObject({ fieldKey: 'opportunity.budget', model: 'opportunity', position: 5 });
	});

	test('with a key even where the name has no letter for one', async () => {
		const [first, second] = [
			await make({ name: '電話', dataType: 'TEXT' }),
			await make({ name: '住所', dataType: 'TEXT' }),
		];
		expect(first.fieldKey).toMatch(/^contact\.[a-z0-9]+$/);
		expect(second.fieldKey).not.toBe(first.fieldKey);
	});

	test('and written on a contact by that key at once', async () => {
		const { id } = await make({ name: 'Garden Size', dataType: 'NUMERICAL', placeholder: 'm2' });
		const contactId = await create(sandbox, { customFields: [{ key: 'garden_size', field_value: '40' }] });
		expect(sandbox.state.contacts.get(contactId)?.customFields).toEqual([{ id, value: 40 }]);
	});

	test('with text boxes that have ids, or with the labels as choices', async () => {
		const textBoxListOptions = [{ label: 'Home', prefillValue: 'none' }, { label: 'Work' }];
		const list = await make({ name: 'Addresses', dataType: 'TEXTBOX_LIST', textBoxListOptions });
		expect(list.picklistOptions).toEqual([
			{ id: expect.any(String), label: 'Home', prefillValue: 'none' },
			{ id: expect.any(String), label: 'Work', prefillValue: '' },
		]);
		const choice = await make({ name: 'Place', dataType: 'RADIO', textBoxListOptions });
		expect(choice.picklistOptions).toEqual(['Home', 'Work']);
	});

	test('for files, one at a time unless several are allowed', async () => {
		expect(await make({ name: 'Passport', dataType: 'FILE_UPLOAD' })).toMatchObject({
			isMultiFileAllowed: false,
			maxFileLimit: 1,
		});
		const limits = { acceptedFormat: ['.pdf'], isMultipleFile: true, maxNumberOfFiles: 3 };
		const deeds = await make({ name: 'Deeds', dataType: 'FILE_UPLOAD', ...limits });
		expect(deeds).toMatchObject({ isMultiFileAllowed: true, maxFileLimit: 3 });
		expect(sandbox.state.customFields.get(deeds.id)?.files?.formats).toEqual(['.pdf']);
	});
});

describe('are updated', () => {
	test('without losing their key or what was not sent', async () => {
		const { status, body } = await fields('PUT', `/${ids.budget}`, { name: 'Top Price', placeholder: '$' });
		expect(status).toBe(200);
		expect(body.customField).toMatchObject({
			id: ids.budget,
			name: 'Top Price',
			placeholder: '$',
			fieldKey: 'contact.budget',
			dataType: 'MONETORY',
			position: 100,
		});
	});

	test('and a text box that stays keeps its id, by which contacts hold its text', async () => {
		const { body } = await fields('PUT', `/${ids.socialProfiles}`, {
			name: 'Social Profiles',
			textBoxListOptions: [{ label: 'Mastodon' }, { label: 'LinkedIn' }],
		});
		const [mastodon, linkedIn] = body.customField.picklistOptions;
		expect(linkedIn.id).toBe(DEMO.textBoxes.linkedIn);
		expect(Object.values(DEMO.textBoxes)).not.toContain(mastodon.id);
	});

	test('in what files they take, one limit at a time', async () => {
		const path = `/${ids.documents}`;
		await fields('PUT', path, { name: 'Documents', maxNumberOfFiles: 9 });
		const { body } = await fields('PUT', path, { name: 'Documents', acceptedFormat: ['.pdf'] });
		expect(body.customField).toMatchObject({ isMultiFileAllowed: true, maxFileLimit: 9 });
	});
});

describe('are deleted', () => {
	test.each(['2021-07-28', 'v3'])('with their values on the contacts, under %s', async (version) => {
		const contactId = await create(sandbox, {
			email: 'a@x.example',
			customFields: [
				{ id: ids.budget, field_value: 1 },
				{ id: ids.bedrooms, field_value: 2 },
			],
		});
		const { status, body } = await fields('DELETE', `/${ids.budget}`, undefined, { version });
		expect(status).toBe(200);
		expect(body).toEqual({ succeded: true });
		expect((await fields('GET', `/${ids.budget}`)).status).toBe(400);
		const { contact } = (await call(sandbox, 'GET', `/contacts/${contactId}`)).body;
		expect(contact.customFields).toEqual([{ id: ids.bedrooms, value: 2 }]);
	});
});

describe('a write is refused', () => {
	test('with a property that there is not', async () => {
		const sent = { name: 'Pool', dataType: 'TEXT', options: ['yes', 'no'] };
		const { status, body } = await fields('POST', '', sent);
		expect(status).toBe(422);
		expect(body.message).toEqual(['property options should not exist']);
		const changed = await fields('PUT', `/${ids.budget}`, { name: 'Budget', dataType: 'TEXT' });
		expect(changed.body.message).toEqual(['property dataType should not exist']);
	});

	test('without a name, and with a data type or model that there is not', async () => {
		expect((await fields('POST', '', { dataType: 'TEXT' })).body.message).toContain(
			'name should not be empty',
		);
		expect((await fields('PUT', `/${ids.budget}`, {})).body.message).toContain('name should not be empty');
		const { body } = await fields('POST', '', { name: 'x', dataType: 'MONETARY', model: 'task' });
		expect(body.message).toHaveLength(2);
		expect(body.message).toContainEqual(
			expect.stringMatching(/^dataType must be one of the following values: TEXT, .*MONETORY/),
		);
		expect(body.message).toContain('model must be one of the following values: contact, opportunity');
	});

	test('when another field of the model has the key', async () => {
		const { status, body } = await fields('POST', '', { name: 'BUDGET', dataType: 'TEXT' });
		expect(status).toBe(400);
		expect(body.message).toBe('Custom field with key contact.budget already exists');
	});

	test.each([
		['POST', '', { name: 'Pool', dataType: 'TEXT' }],
		['PUT', `/${ids.budget}`, { name: 'x' }],
		['DELETE', `/${ids.budget}`, undefined],
	])('without the scope: %s', async (method, path, sent) => {
		const { status } = await fields(method, path, sent, { token: DEMO.readOnlyToken });
		expect(status).toBe(401);
		expect(sandbox.state.customFields.get(ids.budget)?.name).toBe('Budget');
	});

	test.each([
		['PUT', { name: 'x' }],
		['DELETE', undefined],
	])('for a field that the location does not have: %s', async (method, sent) => {
		const { status, body } = await fields(method, '/nobody', sent);
		expect(status).toBe(400);
		expect(body.message).toBe('Custom field with id nobody not found');
		expect((await fields(method, `/${ids.otherLocationField}`, sent)).status).toBe(400);
		expect(sandbox.state.customFields.get(ids.otherLocationField)?.name).toBe('Pets');
	});

	test('for another model than that of the field', async () => {
		const sent = { name: 'x', model: 'opportunity' };
		expect((await fields('PUT', `/${ids.budget}`, sent)).status).toBe(400);
		expect((await fields('PUT', `/${ids.dealType}`, sent)).status).toBe(200);
	});

	test('in another location', async () => {
		const path = `/locations/${DEMO.otherLocationId}/customFields`;
		expect((await call(sandbox, 'POST', path, { name: 'x', dataType: 'TEXT' })).status).toBe(403);
		expect((await call(sandbox, 'DELETE', `${path}/${ids.otherLocationField}`)).status).toBe(403);
	});
});
