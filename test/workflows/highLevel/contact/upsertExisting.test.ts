import type { IDataObject } from 'n8n-workflow';

import type { ContactRecord, HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO, startSandbox } from '../../../support/highLevel';
import { calls, mapped, stored, succeed } from './requests';

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

describe('On Existing Contact', () => {
	const parameters = {
		email: 'ava@mail.example',
		phone: '+12125550199',
		firstName: 'Eva',
		lastName: 'Nguyen',
		additionalFields: { city: 'Boston', state: 'MA', tags: 'seller' },
		customFields: mapped({ [F.bedrooms]: 4, [F.leadSourceDetail]: 'Website' }),
	};

	test('Only Fill Empty Fields leaves every value that is there', async () => {
		const { id } = existing({ customFields: [{ id: F.bedrooms, value: 2 }] });
		const contact = await upsert({ ...parameters, options: { onExisting: 'fillEmpty' } });

		expect(contact).toMatchObject({
			outcome: 'updated',
			changedFields: ['lastName', 'state', 'Lead Source Detail', 'tags'],
		});
		expect(sandbox.state.contacts.get(id)).toMatchObject({
			firstName: 'Ava',
			lastName: 'Nguyen',
			phone: '+12125550142',
			city: 'New York',
			state: 'MA',
			tags: ['buyer', 'seller'],
			customFields: [
				{ id: F.bedrooms, value: 2 },
				{ id: F.leadSourceDetail, value: 'Website' },
			],
		});
	});

	test('Only Fill Empty Fields does not take away tags', async () => {
		existing();
		for (const tagsMode of ['replace', 'remove']) {
			await upsert({
				email: 'ava@mail.example',
				additionalFields: { tags: tagsMode === 'remove' ? 'buyer' : 'seller' },
				options: { onExisting: 'fillEmpty', tagsMode },
			});
		}

		expect(stored(sandbox)[0]?.tags).toEqual(['buyer']);
	});

	test('Do Nothing puts out the contact as it is', async () => {
		const before = existing();
		const contact = await upsert({ ...parameters, options: { onExisting: 'doNothing' } });

		expect(contact).toMatchObject({
			id: before.id,
			firstName: 'Ava',
			outcome: 'unchanged',
			changedFields: [],
		});
		expect(stored(sandbox)).toEqual([before]);
	});

	test('Do Nothing still creates who is new', async () => {
		const contact = await upsert({ ...parameters, options: { onExisting: 'doNothing' } });

		expect(contact.outcome).toBe('created');
		expect(stored(sandbox)).toMatchObject([{ firstName: 'Eva', email: 'ava@mail.example' }]);
	});
});

describe('company name and gender, which an update cannot write, reach an existing contact', () => {
	test.each<[by: string, has: Partial<ContactRecord>, given: IDataObject]>([
		['e-mail', {}, { email: 'ava@mail.example' }],
		['phone', { email: null }, { phone: '212-555-0142' }],
	])('by its %s', async (_, has, given) => {
		const before = existing(has);
		const contact = await upsert({
			...given,
			additionalFields: { companyName: 'North Pier', gender: 'female', city: 'Boston' },
		});

		expect(contact).toMatchObject({
			id: before.id,
			companyName: 'North Pier',
			city: 'Boston',
			outcome: 'updated',
		});
		expect(stored(sandbox)).toMatchObject([
			{
				id: before.id,
				companyName: 'North Pier',
				gender: 'female',
				city: 'Boston',
				tags: ['buyer'],
				email: before.email,
			},
		]);
	});

	test('and a company name that is there already costs no write', async () => {
		existing({ companyName: 'North Pier' });
		const contact = await upsert({
			email: 'ava@mail.example',
			additionalFields: { companyName: 'North Pier' },
		});

		expect(contact.outcome).toBe('unchanged');
		expect(calls(sandbox)).not.toContain('POST /contacts/upsert');
	});

	test('and a company name can be cleared', async () => {
		existing({ companyName: 'North Pier' });
		const contact = await upsert({ email: 'ava@mail.example', options: { clearWhenEmpty: ['companyName'] } });

		expect(contact).toMatchObject({ companyName: null, changedFields: ['companyName'] });
		expect(stored(sandbox)[0]?.companyName).toBeNull();
	});
});

describe('tags of an existing contact', () => {
	test.each([
		['add', ['buyer', 'newsletter', 'seller']],
		['remove', ['buyer', 'newsletter']],
		['replace', ['seller']],
	])('%s', async (tagsMode, after) => {
		existing({ tags: ['buyer', 'newsletter'] });
		await upsert({ email: 'ava@mail.example', additionalFields: { tags: 'Seller' }, options: { tagsMode } });

		expect(stored(sandbox)[0]?.tags).toEqual(after);
	});

	test('a new contact does not get the tags that were to be removed', async () => {
		const contact = await upsert({
			email: 'ava@mail.example',
			additionalFields: { tags: 'seller' },
			options: { tagsMode: 'remove' },
		});

		expect(contact.changedFields).toEqual(['email']);
		expect(stored(sandbox)[0]?.tags).toEqual([]);
	});
});
