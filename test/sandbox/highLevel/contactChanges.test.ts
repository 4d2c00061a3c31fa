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

describe('updating a contact', () => {
	test('changes what is sent and leaves the rest', async () => {
		const id = await create(sandbox, {
			firstName: 'Ada',
			city: 'Hoboken',
			email: 'a@x.example',
			tags: ['one', 'two'],
			customFields: [{ key: 'budget', field_value: 1 }],
		});
		const { status, body } = await call(sandbox, 'PUT', `/contacts/${id}`, {
			lastName: 'King',
			email: null,
			tags: ['three'],
			customFields: [{ key: 'bedrooms', field_value: 2 }],
		});
		expect(status).toBe(200);
		expect(body.succeded).toBe(true);
		expect(body).not.toHaveProperty('succeeded');
		expect(body.contact).toMatchObject({
			name: 'Ada King',
			city: 'Hoboken',
			tags: ['three'],
			customFields: [
				{ id: DEMO.customFields.budget, value: 1 },
				{ id: DEMO.customFields.bedrooms, value: 2 },
			],
		});
		expect(body.contact).not.toHaveProperty('email');
		expect(body.contact.dateUpdated > body.contact.dateAdded).toBe(true);
	});

	test('an empty custom field value removes the field', async () => {
		const id = await create(sandbox, { customFields: [{ key: 'budget', field_value: 1 }] });
		const { body } = await call(sandbox, 'PUT', `/contacts/${id}`, {
			customFields: [{ key: 'budget', field_value: '' }],
		});
		expect(body.contact.customFields).toEqual([]);
	});

	test('under v3 answers only the right spelling of the flag', async () => {
		const id = await create(sandbox, {});
		const { body } = await call(sandbox, 'PUT', `/contacts/${id}`, { city: 'x' }, { version: 'v3' });
		expect(body.succeeded).toBe(true);
		expect(body).not.toHaveProperty('succeded');
	});

	test.each(['locationId', 'companyName', 'gender'])('does not take %s', async (property) => {
		const id = await create(sandbox, {});
		const { status, body } = await call(sandbox, 'PUT', `/contacts/${id}`, { [property]: locationId });
		expect(status).toBe(422);
		expect(body.message).toEqual([`property ${property} should not exist`]);
	});
});

describe('reading and deleting a contact', () => {
	test('shows additional e-mails and phones as objects', async () => {
		const { id } = sandbox.state.addContact({
			locationId,
			additionalEmails: ['second@x.example'],
			additionalPhones: ['+12125550199'],
		});
		const { body } = await call(sandbox, 'GET', `/contacts/${id}`);
		expect(body.contact.additionalEmails).toEqual([{ email: 'second@x.example' }]);
		expect(body.contact.additionalPhones).toEqual([{ phone: '+12125550199' }]);
	});

	test('deletes it with its tasks and notes, and answers both spellings under v3', async () => {
		const id = await create(sandbox, {});
		await call(sandbox, 'POST', `/contacts/${id}/notes`, { body: 'x' });
		const { status, body } = await call(sandbox, 'DELETE', `/contacts/${id}`, undefined, { version: 'v3' });
		expect(status).toBe(200);
		expect(body).toEqual({ succeeded: true, succeded: true });
		expect(sandbox.state.notes.size).toBe(0);
	});

	test.each([
		['GET', undefined],
		['PUT', { city: 'x' }],
		['DELETE', undefined],
	])('%s of an unknown id answers 400, not 404', async (method, sent) => {
		const { status, body } = await call(sandbox, method, '/contacts/nobody', sent);
		expect(status).toBe(400);
		expect(body).toMatchObject({ message: 'Contact with id nobody not found', traceId: expect.any(String) });
	});
});
