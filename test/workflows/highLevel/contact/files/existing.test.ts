import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../../support/highLevel';
import { requestsOf } from '../../../../support/sandboxRuns';
import { fail, mapped, stored, succeed, writes } from '../requests';
import {
	BOTH,
	file,
	LEASE,
	limitDocuments,
	namesOf,
	PHOTO,
	referencesOf,
	storeWithDocuments,
	uploadsOf,
} from './files';

const { documents } = DEMO.customFields;

let sandbox: HighLevelSandbox;
beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => await sandbox.close());

const customFields = (value: string) => mapped({ [documents]: value });

async function update(contactId: string, value: string, options: IDataObject = {}): Promise<IDataObject> {
	const [contact] = await succeed(sandbox, 'update', {
		parameters: { contactId: byId(contactId), customFields: customFields(value), options },
		binary: [BOTH],
	});
	return contact as IDataObject;
}

async function upsert(value: string, options: IDataObject = {}): Promise<IDataObject> {
	const [contact] = await succeed(sandbox, 'upsert', {
		parameters: { email: 'ada@mail.example', customFields: customFields(value), options },
		binary: [BOTH],
	});
	return contact as IDataObject;
}

const unchanged = { outcome: 'unchanged', changedFields: [] };
const updated = { outcome: 'updated', changedFields: ['Documents'] };

describe.each<[operation: string, write: (contactId: string, value: string) => Promise<IDataObject>]>([
	['Update', update],
	[
		'Update that does not compare',
		async (contactId, value) => await update(contactId, value, { writeOnlyChanges: false }),
	],
	['Create or Update', async (_, value) => await upsert(value)],
])('%s', (_, write) => {
	test('adds a file to those that the contact has', async () => {
		const contactId = storeWithDocuments(sandbox, LEASE);
		const before = referencesOf(sandbox, contactId);

		expect(await write(contactId, 'photo')).toMatchObject(updated);
		expect(namesOf(sandbox, contactId)).toEqual(['lease.pdf', 'house.jpg']);
		expect(referencesOf(sandbox, contactId)).toMatchObject(before);
		expect(uploadsOf(sandbox)).toEqual(['house.jpg']);
	});

	test('neither uploads nor writes a file that is there already', async () => {
		const contactId = storeWithDocuments(sandbox, LEASE, PHOTO);

		expect(await write(contactId, 'photo')).toMatchObject({ ...unchanged, id: contactId });
		expect(uploadsOf(sandbox)).toEqual([]);
		expect(writes(sandbox)).toEqual([]);
	});

	test('uploads of several files those that are not there yet', async () => {
		const contactId = storeWithDocuments(sandbox, LEASE);
		await write(contactId, 'lease, photo');

		expect(uploadsOf(sandbox)).toEqual(['house.jpg']);
		expect(namesOf(sandbox, contactId)).toEqual(['lease.pdf', 'house.jpg']);
	});

	test('takes a file of the same name and another size for another file', async () => {
		const contactId = storeWithDocuments(sandbox, file('lease.pdf', 'an older lease'));
		await write(contactId, 'lease');

		expect(namesOf(sandbox, contactId)).toEqual(['lease.pdf', 'lease.pdf']);
	});

	test('puts a file in place of the one that there is, where the field takes one', async () => {
		limitDocuments(sandbox, 1);
		const contactId = storeWithDocuments(sandbox, LEASE);
		await write(contactId, 'photo');

		expect(namesOf(sandbox, contactId)).toEqual(['house.jpg']);
	});
});

test('what was written once is unchanged the next time', async () => {
	const contactId = storeWithDocuments(sandbox);

	expect(await update(contactId, 'lease, photo')).toMatchObject(updated);
	expect(await update(contactId, 'lease, photo')).toMatchObject(unchanged);
	expect(uploadsOf(sandbox)).toEqual(['lease.pdf', 'house.jpg']);
});

test('a field that is full refuses another file before anything is sent, and says what it has', async () => {
	const four = ['a', 'b', 'c', 'd'].map((name) => file(`${name}.pdf`, name));
	const contactId = storeWithDocuments(sandbox, ...four);
	const error = await fail(sandbox, 'update', {
		parameters: { contactId: byId(contactId), customFields: customFields('lease') },
		binary: [BOTH],
	});

	expect(error.message).toBe('"Documents" takes 4 files: the contact has 4, and 1 would be added');
	expect(error.description).toContain('take some out of the contact in HighLevel');
	expect(error.details.field).toBe('Documents');
	expect(writes(sandbox)).toEqual([]);
	expect(namesOf(sandbox, contactId)).toHaveLength(4);
});

describe('nothing is uploaded for a contact that is not written', () => {
	test('by Do Nothing', async () => {
		storeWithDocuments(sandbox);

		expect(await upsert('lease', { onExisting: 'doNothing' })).toMatchObject(unchanged);
		expect(writes(sandbox)).toEqual([]);
	});

	test('by Only Fill Empty Fields, where there is a file', async () => {
		storeWithDocuments(sandbox, LEASE);

		expect(await upsert('photo', { onExisting: 'fillEmpty' })).toMatchObject(unchanged);
		expect(writes(sandbox)).toEqual([]);
	});

	test('because e-mail and phone belong to two', async () => {
		storeWithDocuments(sandbox);
		sandbox.state.addContact({ locationId: DEMO.locationId, phone: '+12125550142' });
		await fail(sandbox, 'upsert', {
			parameters: {
				email: 'ada@mail.example',
				phone: '+12125550142',
				customFields: customFields('lease'),
			},
			binary: [BOTH],
		});

		expect(writes(sandbox)).toEqual([]);
	});

	test('because it is not there', async () => {
		const error = await fail(sandbox, 'update', {
			parameters: { contactId: byId('AAAAbbbbCCCCddddEEEE'), customFields: customFields('lease') },
			binary: [BOTH],
		});

		expect(error.message).toContain('Contact with id AAAAbbbbCCCCddddEEEE not found');
		expect(writes(sandbox)).toEqual([]);
	});
});

test('Only Fill Empty Fields fills a field without files', async () => {
	const contactId = storeWithDocuments(sandbox);
	await upsert('lease', { onExisting: 'fillEmpty' });

	expect(namesOf(sandbox, contactId)).toEqual(['lease.pdf']);
});

test('Create or Update uploads the file of a new contact once', async () => {
	const contact = await upsert('lease');

	expect(contact).toMatchObject({
		...updated,
		outcome: 'created',
		changedFields: expect.arrayContaining(updated.changedFields),
	});
	expect(namesOf(sandbox, contact.id)).toEqual(['lease.pdf']);
	expect(uploadsOf(sandbox)).toEqual(['lease.pdf']);
});

test('the file of a contact that the search does not know yet is uploaded once, though it is written in two tries', async () => {
	sandbox.configure({ searchDelayMs: 60_000 });
	const contactId = storeWithDocuments(sandbox, PHOTO);
	const contact = await upsert('lease');

	expect(contact).toMatchObject({ ...updated, id: contactId });
	expect(requestsOf(sandbox, 'POST', /^\/contacts\/$/).map(({ status }) => status)).toEqual([400]);
	expect(uploadsOf(sandbox)).toEqual(['lease.pdf']);
	expect(namesOf(sandbox, contactId)).toEqual(['house.jpg', 'lease.pdf']);
	expect(stored(sandbox)).toHaveLength(1);
});

test('two items for one person add their files one after the other', async () => {
	const contacts = await succeed(sandbox, 'upsert', {
		items: [{}, {}],
		binary: [{ data: LEASE }, { data: PHOTO }],
		parameters: { email: 'ada@mail.example', customFields: customFields('data') },
	});

	expect(contacts.map(({ outcome }) => outcome)).toEqual(['created', 'updated']);
	expect(namesOf(sandbox, contacts[0]?.id)).toEqual(['lease.pdf', 'house.jpg']);
});

test('an empty value leaves the files alone, and clears them only when it is asked to', async () => {
	const contactId = storeWithDocuments(sandbox, LEASE);
	expect(await update(contactId, '')).toMatchObject(unchanged);
	expect(namesOf(sandbox, contactId)).toEqual(['lease.pdf']);

	await update(contactId, '', { clearWhenEmpty: ['customFields'] });
	expect(namesOf(sandbox, contactId)).toEqual([]);
});
