import type { IDataObject } from 'n8n-workflow';

import type { ContactRecord, HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO, runContact, startSandbox } from '../../../support/highLevel';
import { fail, stored, succeed, writes } from './requests';

describe.each([
	['a location that refuses duplicates', false],
	['a location that allows duplicates', true],
])('in %s', (_, allowDuplicateContact) => {
	let sandbox: HighLevelSandbox;
	beforeAll(async () => (sandbox = await startSandbox({ allowDuplicateContact })));
	beforeEach(() => sandbox.reset());
	afterAll(async () => await sandbox.close());

	function add(fields: Partial<ContactRecord>): Readonly<ContactRecord> {
		return sandbox.state.addContact({ locationId: DEMO.locationId, ...fields });
	}

	async function upsert(parameters: IDataObject): Promise<IDataObject> {
		const [contact] = await succeed(sandbox, 'upsert', { parameters });
		return contact as IDataObject;
	}

	describe('an e-mail or phone that is an additional one of the contact never takes the place of the first', () => {
		test('e-mail', async () => {
			const { id } = add({
				email: 'ava@mail.example',
				additionalEmails: ['ava@work.example'],
				city: 'New York',
			});
			const contact = await upsert({ email: 'AVA@work.example', additionalFields: { city: 'Boston' } });

			expect(contact).toMatchObject({ id, outcome: 'updated', changedFields: ['city'] });
			expect(stored(sandbox)).toMatchObject([
				{ id, email: 'ava@mail.example', additionalEmails: ['ava@work.example'], city: 'Boston' },
			]);
		});

		test('phone', async () => {
			const { id } = add({ phone: '+12125550142', additionalPhones: ['+12125550143'], city: 'New York' });
			const contact = await upsert({ phone: '(212) 555-0143', additionalFields: { city: 'Boston' } });

			expect(contact).toMatchObject({ id, outcome: 'updated', changedFields: ['city'] });
			expect(stored(sandbox)).toMatchObject([
				{ id, phone: '+12125550142', additionalPhones: ['+12125550143'], city: 'Boston' },
			]);
		});

		test('an additional e-mail together with a new company name', async () => {
			const { id } = add({ email: 'ava@mail.example', additionalEmails: ['ava@work.example'] });
			await upsert({ email: 'ava@work.example', additionalFields: { companyName: 'North Pier' } });

			expect(stored(sandbox)).toMatchObject([
				{ id, email: 'ava@mail.example', additionalEmails: ['ava@work.example'], companyName: 'North Pier' },
			]);
		});

		test('the first e-mail with an additional phone writes neither', async () => {
			const before = add({
				email: 'ava@mail.example',
				phone: '+12125550142',
				additionalPhones: ['+12125550143'],
			});
			const contact = await upsert({ email: 'ava@mail.example', phone: '+12125550143' });

			expect(contact.outcome).toBe('unchanged');
			expect(stored(sandbox)).toEqual([before]);
		});
	});

	test('a new phone or e-mail of a known person is added to that person', async () => {
		const { id } = add({ email: 'ava@mail.example' });
		await upsert({ email: 'ava@mail.example', phone: '212-555-0142' });
		const contact = await upsert({ email: 'ava.n@mail.example', phone: '+1 212 555 0142' });

		expect(contact).toMatchObject({ id, outcome: 'updated', changedFields: ['email'] });
		expect(stored(sandbox)).toMatchObject([{ id, email: 'ava.n@mail.example', phone: '+12125550142' }]);
	});

	describe('e-mail and phone of two different contacts', () => {
		let ava: Readonly<ContactRecord>;
		let noah: Readonly<ContactRecord>;
		beforeEach(() => {
			ava = add({ firstName: 'Ava', email: 'ava@mail.example', phone: '+12125550142' });
			noah = add({ firstName: 'Noah', email: 'noah@mail.example', phone: '+12125550150' });
		});
		const parameters = {
			email: 'ava@mail.example',
			phone: '(212) 555-0150',
			additionalFields: { city: 'Boston', companyName: 'North Pier', tags: 'seller' },
		};

		test('are refused, and both contacts are named', async () => {
			const run = await runContact(sandbox, 'upsert', { onError: 'continueErrorOutput', parameters });

			expect(run.errorItems[0]?.json).toMatchObject({
				error: `Email and phone belong to two contacts: the email to ${ava.id}, the phone to ${noah.id}`,
				details: { emailContactId: ava.id, phoneContactId: noah.id },
			});
			expect(stored(sandbox)).toEqual([ava, noah]);
		});

		test.each(['preferEmail', 'preferPhone'])(
			'%s writes to the one and does not touch the other',
			async (choice) => {
				const [written, other] = choice === 'preferEmail' ? [ava, noah] : [noah, ava];
				const contact = await upsert({ ...parameters, options: { identifierConflict: choice } });

				expect(contact).toMatchObject({ id: written.id, outcome: 'updated' });
				expect(contact.changedFields).toEqual(['city', 'companyName', 'tags']);
				expect(stored(sandbox)).toContainEqual(other);
				expect(sandbox.state.contacts.get(written.id)).toMatchObject({
					firstName: written.firstName,
					email: written.email,
					phone: written.phone,
					city: 'Boston',
					companyName: 'North Pier',
					tags: ['seller'],
				});
			},
		);

		test('are refused under Do Nothing as well, since it is not known which one is meant', async () => {
			await fail(sandbox, 'upsert', { parameters: { ...parameters, options: { onExisting: 'doNothing' } } });

			expect(writes(sandbox).filter(({ status }) => status === 200 || status === 201)).toEqual([]);
		});
	});
});

describe('in a location with settings of its own', () => {
	let sandbox: HighLevelSandbox;
	beforeEach(async () => (sandbox = await startSandbox({ allowDuplicateContact: false })));
	afterEach(async () => await sandbox.close());

	test('a location that looks for the phone first gets the same answer', async () => {
		const location = sandbox.state.locations.get(DEMO.locationId);
		if (!location) throw new Error('The seed has no demo location');
		sandbox.state.locations.set(location.id, { ...location, identifierPriority: ['phone', 'email'] });
		const ava = sandbox.state.addContact({ locationId: DEMO.locationId, email: 'ava@mail.example' });
		const noah = sandbox.state.addContact({ locationId: DEMO.locationId, phone: '+12125550150' });

		const error = await fail(sandbox, 'upsert', {
			parameters: { email: 'ava@mail.example', phone: '+12125550150' },
		});
		const [contact] = await succeed(sandbox, 'upsert', {
			parameters: {
				email: 'ava@mail.example',
				phone: '+12125550150',
				options: { identifierConflict: 'preferEmail' },
			},
		});

		expect(error.details).toMatchObject({ emailContactId: ava.id, phoneContactId: noah.id });
		expect(contact).toMatchObject({ id: ava.id, outcome: 'unchanged' });
	});
});
