import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { fail, stored, succeed } from './requests';

/** One person, written in all the ways in which forms and spreadsheets write her. */
const AVA = [
	{ email: 'ava@mail.example', phone: '', city: 'one' },
	{ email: 'AVA@Mail.Example', phone: '(212) 555-0142', city: 'two' },
	{ email: '', phone: '+1 212 555 0142', city: 'three' },
	{ email: ' ava@mail.example', phone: '212.555.0142', city: 'four' },
	{ email: '', phone: '12125550142', city: 'five' },
];
const PERSON = {
	email: '={{ $json.email }}',
	phone: '={{ $json.phone }}',
	additionalFields: { city: '={{ $json.city }}', tags: '={{ $json.city }}' },
};

describe.each([
	['refuses duplicates', false, 0],
	['refuses duplicates and whose search lags behind', false, 1500],
	['allows duplicates', true, 0],
	['allows duplicates and whose search lags behind', true, 1500],
])('in a location that %s', (_, allowDuplicateContact, searchDelayMs) => {
	let sandbox: HighLevelSandbox;
	beforeEach(async () => {
		sandbox = await startSandbox({ allowDuplicateContact, searchDelayMs, latencyMs: 3 });
	});
	afterEach(async () => await sandbox.close());

	test('the same person several times in one execution becomes one contact, and the last item wins', async () => {
		const contacts = await succeed(sandbox, 'upsert', { items: AVA, parameters: PERSON });

		expect(stored(sandbox)).toMatchObject([
			{
				email: 'ava@mail.example',
				phone: '+12125550142',
				city: 'five',
				tags: ['one', 'two', 'three', 'four', 'five'],
			},
		]);
		expect(contacts.map(({ outcome }) => outcome)).toEqual([
			'created',
			'updated',
			'updated',
			'updated',
			'updated',
		]);
		expect(new Set(contacts.map(({ id }) => id)).size).toBe(1);
	});

	test('two executions at the same time make one contact of one person', async () => {
		const people = Array.from({ length: 10 }, (_entry, index) => ({ email: `person${index}@mail.example` }));
		const run = async (items: Array<{ email: string }>) =>
			await succeed(sandbox, 'upsert', { items, parameters: { email: '={{ $json.email }}' } });
		const [first, second] = await Promise.all([run(people), run([...people].reverse())]);

		expect(stored(sandbox)).toHaveLength(10);
		const outcomes = [...first, ...second].map(({ outcome }) => outcome).sort();
		expect(outcomes).toEqual([...Array(10).fill('created'), ...Array(10).fill('unchanged')]);
	});

	test('a contact that was created a moment ago is found by Create or Update', async () => {
		const [created] = await succeed(sandbox, 'create', { parameters: { email: 'ava@mail.example' } });
		const [written] = await succeed(sandbox, 'upsert', {
			parameters: { email: 'ava@mail.example', lastName: 'Nguyen' },
		});

		expect(written).toMatchObject({ id: created?.id, outcome: 'updated' });
		expect(stored(sandbox)).toHaveLength(1);
	});

	test('a contact that was deleted a moment ago is created again', async () => {
		const parameters = { email: 'ava@mail.example', phone: '2125550142' };
		const [first] = await succeed(sandbox, 'upsert', { parameters });
		// The deleted contact still shows in a search that lags behind.
		sandbox.configure({ searchDelayMs });
		await succeed(sandbox, 'delete', { parameters: { contactId: byId(first?.id as string) } });
		const [second] = await succeed(sandbox, 'upsert', { parameters });

		expect(second?.outcome).toBe('created');
		expect(stored(sandbox).map(({ id }) => id)).toEqual([second?.id]);
	});

	test('two contacts that were created a moment ago are told apart', async () => {
		const [byEmail] = await succeed(sandbox, 'upsert', { parameters: { email: 'ava@mail.example' } });
		const [byPhone] = await succeed(sandbox, 'upsert', { parameters: { phone: '+12125550142' } });
		const error = await fail(sandbox, 'upsert', {
			parameters: { email: 'ava@mail.example', phone: '+12125550142' },
		});

		expect(error.details).toMatchObject({ emailContactId: byEmail?.id, phoneContactId: byPhone?.id });
		expect(stored(sandbox)).toMatchObject([
			{ email: 'ava@mail.example', phone: null },
			{ email: null, phone: '+12125550142' },
		]);
	});

	test('a phone whose owner was deleted or merged a moment ago belongs to nobody else', async () => {
		const [ava] = await succeed(sandbox, 'upsert', { parameters: { email: 'ava@mail.example' } });
		const [double] = await succeed(sandbox, 'upsert', { parameters: { phone: '+12125550142' } });
		// Both are in the search by now; that one is gone is not.
		sandbox.configure({ searchDelayMs });
		await succeed(sandbox, 'delete', { parameters: { contactId: byId(double?.id as string) } });
		const [written] = await succeed(sandbox, 'upsert', {
			parameters: { email: 'ava@mail.example', phone: '+12125550142' },
		});

		expect(written).toMatchObject({ id: ava?.id, outcome: 'updated', changedFields: ['phone'] });
		expect(stored(sandbox)).toMatchObject([{ email: 'ava@mail.example', phone: '+12125550142' }]);
	});

	test('an e-mail that a contact had until a moment ago makes a new contact', async () => {
		const [first] = await succeed(sandbox, 'upsert', { parameters: { email: 'old@mail.example' } });
		sandbox.configure({ searchDelayMs });
		await succeed(sandbox, 'update', {
			parameters: { contactId: byId(first?.id as string), updateFields: { email: 'new@mail.example' } },
		});
		sandbox.configure({ searchDelayMs });
		await succeed(sandbox, 'upsert', { parameters: { email: 'old@mail.example' } });

		expect(sandbox.state.contacts.get(first?.id as string)?.email).toBe('new@mail.example');
		expect(stored(sandbox)).toHaveLength(2);
	});
});

describe('in a location that has duplicates', () => {
	let sandbox: HighLevelSandbox;
	beforeEach(async () => (sandbox = await startSandbox({ allowDuplicateContact: true })));
	afterEach(async () => await sandbox.close());

	const add = (fields: object) => sandbox.state.addContact({ locationId: DEMO.locationId, ...fields });

	test('a person who is there twice is not created a third time', async () => {
		for (const city of ['one', 'two']) add({ email: 'ava@mail.example', city });
		await succeed(sandbox, 'upsert', {
			parameters: { email: 'ava@mail.example', additionalFields: { city: 'three' } },
		});

		expect(
			stored(sandbox)
				.map(({ city }) => city)
				.sort(),
		).toEqual(['three', 'two']);
	});

	test('company name and gender go to the contact that was found, and not to one with the same e-mail', async () => {
		const first = add({ email: 'family@mail.example' });
		const second = add({ email: 'family@mail.example', phone: '+12125550142' });
		await succeed(sandbox, 'upsert', {
			parameters: {
				phone: '+12125550142',
				additionalFields: { companyName: 'North Pier', gender: 'female' },
			},
		});

		expect(sandbox.state.contacts.get(first.id)).toEqual(first);
		expect(sandbox.state.contacts.get(second.id)).toMatchObject({
			email: 'family@mail.example',
			companyName: 'North Pier',
			gender: 'female',
		});
	});

	test('where HighLevel would write company name and gender to another contact, the operator is told', async () => {
		const first = add({ email: 'family@mail.example' });
		const second = add({ email: 'family@mail.example', additionalEmails: ['noah@mail.example'] });
		const error = await fail(sandbox, 'upsert', {
			parameters: {
				email: 'noah@mail.example',
				additionalFields: { companyName: 'North Pier', city: 'Boston' },
			},
		});

		expect(error.details).toMatchObject({ field: 'companyName, gender', contactId: second.id });
		expect(error.description).toContain('other fields were written');
		expect(sandbox.state.contacts.get(first.id)).toEqual(first);
		expect(sandbox.state.contacts.get(second.id)).toMatchObject({ city: 'Boston', companyName: null });
	});
});
