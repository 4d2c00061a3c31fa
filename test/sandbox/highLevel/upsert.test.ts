import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { call, DEMO, locationId, start } from './support';

let sandbox: HighLevelSandbox;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => {
	sandbox.configure({ allowDuplicateContact: false });
	sandbox.reset();
});
afterAll(() => sandbox.close());

const upsert = (fields: Record<string, unknown>, version = '2021-07-28') =>
	call(sandbox, 'POST', '/contacts/upsert', { locationId, ...fields }, { version });

test('creates a contact that is not there', async () => {
	const { status, body } = await upsert({ email: 'a@x.example', name: 'Ada King' });
	expect(status).toBe(200);
	expect(body).toMatchObject({ new: true, contact: { name: 'Ada King' }, traceId: expect.any(String) });
});

test('updates the one that is there, and replaces its tags', async () => {
	const { id } = sandbox.state.addContact({
		locationId,
		email: 'a@x.example',
		tags: ['old'],
		city: 'Hoboken',
	});
	const { body } = await upsert({ email: 'A@x.example', tags: ['new'] });
	expect(body).toMatchObject({ new: false, contact: { id, tags: ['new'], city: 'Hoboken' } });
	expect(sandbox.state.contacts.size).toBe(1);
});

test('finds it by phone alone', async () => {
	const { id } = sandbox.state.addContact({ locationId, phone: '+12125550123' });
	expect((await upsert({ phone: '(212) 555-0123' })).body).toMatchObject({ new: false, contact: { id } });
});

test('keeps custom fields that are not sent', async () => {
	const { budget, bedrooms } = DEMO.customFields;
	sandbox.state.addContact({ locationId, email: 'a@x.example', customFields: [{ id: budget, value: 5 }] });
	const { body } = await upsert({ email: 'a@x.example', customFields: [{ id: bedrooms, field_value: 2 }] });
	expect(body.contact.customFields).toHaveLength(2);
});

test('a match on an additional e-mail puts it in the place of the primary one, which is lost', async () => {
	const { id } = sandbox.state.addContact({
		locationId,
		email: 'first@x.example',
		additionalEmails: ['second@x.example', 'third@x.example'],
	});
	await upsert({ email: 'second@x.example' });
	expect(sandbox.state.contacts.get(id)).toMatchObject({
		email: 'second@x.example',
		additionalEmails: ['third@x.example'],
	});
});

describe('when e-mail and phone belong to two contacts', () => {
	beforeEach(() => {
		sandbox.state.addContact({ locationId, id: 'e'.repeat(20), email: 'a@x.example', phone: '+12125550001' });
		sandbox.state.addContact({ locationId, id: 'p'.repeat(20), email: 'b@x.example', phone: '+12125550123' });
	});

	test('the one with the e-mail is updated and the phone is dropped in silence', async () => {
		const { body } = await upsert({ email: 'a@x.example', phone: '+12125550123', city: 'Hoboken' });
		expect(body).toMatchObject({
			new: false,
			contact: { id: 'e'.repeat(20), phone: '+12125550001', city: 'Hoboken' },
		});
		expect(sandbox.state.contacts.get('p'.repeat(20))).toMatchObject({ phone: '+12125550123', city: null });
	});

	test('the other way round where the location puts the phone first', async () => {
		const location = sandbox.state.locations.get(locationId);
		if (!location) throw new Error('no demo location');
		sandbox.state.locations.set(locationId, { ...location, identifierPriority: ['phone', 'email'] });
		const { body } = await upsert({ email: 'a@x.example', phone: '+12125550123' });
		expect(body.contact).toMatchObject({ id: 'p'.repeat(20), email: 'b@x.example' });
	});
});

describe('createNewIfDuplicateAllowed', () => {
	test('makes a second contact where the location allows duplicates', async () => {
		sandbox.configure({ allowDuplicateContact: true });
		await upsert({ email: 'a@x.example' });
		const { body } = await upsert({ email: 'a@x.example', createNewIfDuplicateAllowed: true });
		expect(body.new).toBe(true);
		expect(sandbox.state.contacts.size).toBe(2);
	});

	test('is ignored where it does not', async () => {
		await upsert({ email: 'a@x.example' });
		const { body } = await upsert({ email: 'a@x.example', createNewIfDuplicateAllowed: true });
		expect(body.new).toBe(false);
	});

	test('left out, a match is updated even where duplicates are allowed', async () => {
		sandbox.configure({ allowDuplicateContact: true });
		await upsert({ email: 'a@x.example' });
		expect((await upsert({ email: 'a@x.example' })).body.new).toBe(false);
	});
});

test('without e-mail and phone is refused', async () => {
	const { status, body } = await upsert({ firstName: 'Ada' });
	expect(status).toBe(422);
	expect(body.message).toEqual(['email or phone should not be empty']);
	expect(sandbox.state.contacts.size).toBe(0);
});

test('does not take additional e-mails', async () => {
	const { status, body } = await upsert({ email: 'a@x.example', additionalEmails: [] }, 'v3');
	expect(status).toBe(422);
	expect(body.message).toEqual(['property additionalEmails should not exist']);
});
